import type { Benchmark, BenchmarkResult } from './benchmarks.ts';
import { withLoadedDatabase } from './gateway/loaded-database.ts';
import { startServer } from './gateway/server-process.ts';
import { type KillResult, killUnderLoad } from './restarts/kills.ts';
import { type PublishFigures, publishUnderLoad } from './restarts/publishes.ts';
import { askOnce, QUESTIONS } from './restarts/questions.ts';
import { type RollResult, rollUnderLoad } from './restarts/rolls.ts';
import { openStatementLog } from './restarts/statement-log.ts';
import { quantile } from './spread.ts';

const WORKERS = 2;
const LONG = { rolls: 30, requests: 50_000, kills: 10, publishes: 20 } as const;
const SHORT = { rolls: 2, requests: 0, kills: 2, publishes: 3 } as const;
/** Milliseconds after which a killed worker must be replaced. */
const BACK = 1_000;

interface Measured {
  readonly rolls: RollResult;
  readonly kills: KillResult;
  readonly publishes: PublishFigures;
}

const measure = async (
  { rolls, requests, kills, publishes }: typeof LONG | typeof SHORT,
  tell: (sentence: string) => void,
): Promise<Measured> =>
  await withLoadedDatabase({ home: undefined, size: 'small' }, tell, async (sql, _url, home) => {
    const file = 'cli/zongheng.ts';
    const words = ['start', '--workers', String(WORKERS)];
    const server = await startServer({ file, words, environment: { ZONGHENG_HOME: home } });
    try {
      const { url, pid } = server;
      const started = { url, pid, workers: WORKERS };
      const questions = await Promise.all(
        QUESTIONS.map(async (body) => ({ body, expected: await askOnce(url, body) })),
      );
      const plan = { url, requests: questions, kept: 8, fresh: 4 };
      tell('逐个更换全部工作进程');
      const rolled = await rollUnderLoad(started, { plan, rolls, requests, tell });
      tell('强行结束工作进程');
      const killed = await killUnderLoad(started, { plan, kills, tell });
      tell('发布新版次');
      const log = await openStatementLog(sql, home);
      const open = { url, requests: QUESTIONS.map((body) => ({ body })), kept: 12, fresh: 4 };
      const published = await publishUnderLoad({ plan: open, publishes, sql, log, tell });
      return { rolls: rolled, kills: killed, publishes: published };
    } finally {
      await server.end();
    }
  });

/** What does not hold, in sentences. */
const brokenPromises = ({ rolls, kills, publishes }: Measured): readonly string[] => {
  const open = kills.kills.reduce((sum, kill) => sum + kill.open, 0);
  // What failed late, because nobody answered it, is not told with its kill.
  const tooMany = kills.failures.length > open || kills.kills.some((kill) => kill.failed > kill.open);
  const back = Math.max(...kills.kills.map((kill) => kill.back));
  const most = WORKERS * publishes.once;
  return [
    ...(rolls.failures.length > 0 ? [`更换时有请求失败：${rolls.failures.slice(0, 3).join('；')}`] : []),
    ...(tooMany ? ['结束一个工作进程时，失败的请求比它手上的多'] : []),
    ...(back > BACK ? [`工作进程 ${back.toFixed(0)} 毫秒才恢复`] : []),
    ...(publishes.failures.length > 0
      ? [`发布时有请求失败：${publishes.failures.slice(0, 3).join('；')}`]
      : []),
    ...(publishes.stale > 0 ? ['发布返回之后还有较早版次的应答'] : []),
    ...(publishes.different > 0 ? ['同一版次的应答不一致'] : []),
    ...(publishes.statements.some((count) => count > most) ? ['发布之后同一问题被重复计算'] : []),
  ];
};

const resultOf = ({ rolls, kills, publishes }: Measured): BenchmarkResult => {
  const backs = kills.kills.map(({ back }) => back);
  const reserves = kills.kills.map(({ reserve }) => reserve);
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
  const perPublish = sum(publishes.statements) / publishes.statements.length;
  return {
    '更换：次数': rolls.rolls,
    '更换：核对的请求': rolls.answered + rolls.failures.length,
    '更换：失败': rolls.failures.length,
    '更换：一次用时（秒，中位）': quantile(rolls.seconds, 0.5).toFixed(1),
    '强行结束：次数': kills.kills.length,
    '强行结束：核对的请求': kills.answered + kills.failures.length,
    '强行结束：失败': kills.failures.length,
    '强行结束：当时连在这些进程上的连接': sum(kills.kills.map(({ open }) => open)),
    '强行结束：恢复用时（毫秒，中位）': quantile(backs, 0.5).toFixed(0),
    '强行结束：恢复用时（毫秒，最长）': Math.max(...backs).toFixed(0),
    '强行结束：另有备用的用时（秒，中位）': (quantile(reserves, 0.5) / 1_000).toFixed(1),
    '发布：次数': publishes.statements.length,
    '发布：核对的请求': publishes.answered + publishes.failures.length,
    '发布：失败': publishes.failures.length,
    '发布：返回之后的旧应答': publishes.stale,
    '发布：每次每个问题的语句': (perPublish / QUESTIONS.length).toFixed(2),
    '发布：每个问题算了几遍': (perPublish / publishes.once).toFixed(2),
    '发布：用时（毫秒，中位）': quantile(publishes.took, 0.5).toFixed(0),
  };
};

/**
 * Several workers on one port, under load from another process that compares every answer byte for byte: rolling
 * restarts, workers killed, releases published. Throws where a promise does not hold. `--short` does little of each.
 */
export const restarts: Benchmark = async (tell, words) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const measured = await measure(words.includes('--short') ? SHORT : LONG, tell);
  const result = resultOf(measured);
  const broken = brokenPromises(measured);
  if (broken.length === 0) return result;
  for (const [title, value] of Object.entries(result)) tell(`${title}\t${value}`);
  throw new Error(broken.join('\n'));
};
