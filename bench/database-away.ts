import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDemo } from '../cli/load-demo.ts';
import { connect, type Sql } from '../db/client.ts';
import { type EmbeddedServer, startEmbedded } from '../db/embedded.ts';
import { migrate } from '../db/migrate.ts';
import { seededRandom } from '../test/support/random-query.ts';
import { testIssuer } from '../test/support/tokens.ts';
import type { Benchmark, BenchmarkResult } from './benchmarks.ts';
import { besiege, type SiegeSeen } from './database-away/siege.ts';
import { BENCH_SIZES } from './gateway/options.ts';
import { startServer } from './gateway/server-process.ts';
import { QUESTIONS } from './restarts/questions.ts';
import { quantile, spread } from './spread.ts';

const LONG = { stopped: 10_000, kills: 10 } as const;
const SHORT = { stopped: 2_000, kills: 2 } as const;
const SEED = 20_260_301;
/** Milliseconds from when the database accepts again until a write is confirmed, and until a write is refused. */
const FIRST_WRITE = 1_000;
const REFUSAL = 500;

const figures = (numbers: readonly number[]): string => (numbers.length === 0 ? '没有' : spread(numbers, 0));

const resultOf = ({ stop, kills, seen, ...all }: SiegeSeen): BenchmarkResult => ({
  种子: SEED,
  '停下：离开用时（毫秒）': (stop?.outage.away ?? 0).toFixed(0),
  '停下：保留的应答，答了': stop?.seen.answered ?? 0,
  '停下：保留的应答，标明不是最新的': stop?.seen.stale ?? 0,
  '停下：保留的应答，没有答的': stop?.seen.keptLost ?? 0,
  '停下：没保留的，被拒绝的用时 p99（毫秒）': quantile(stop?.seen.refused ?? [], 0.99).toFixed(0),
  '停下：接受连接后首次写成（毫秒）': (stop?.outage.firstWrite ?? 0).toFixed(0),
  '强行结束：次数': kills.length,
  '强行结束：到接受连接（毫秒）': figures(kills.map(({ away }) => away)),
  '强行结束：接受连接后首次写成（毫秒）': figures(kills.map(({ firstWrite }) => firstWrite)),
  '强行结束：答了': seen?.answered ?? 0,
  '强行结束：被拒绝的查询': seen?.refused.length ?? 0,
  '确认过的审定、发布': `${all.decided}、${all.published}`,
  '被拒绝的修改：次数': all.refusedWrites.length,
  '被拒绝的修改：用时 p99（毫秒）': quantile(all.refusedWrites, 0.99).toFixed(0),
  同一版次不一致的应答: (stop?.seen.different ?? 0) + (seen?.different ?? 0),
  丢失的和不完整的: all.problems.length,
});

const brokenPromises = ({ stop, kills, seen, refusedWrites, problems }: SiegeSeen): readonly string[] => {
  const late = [stop?.outage, ...kills].filter((one) => (one?.firstWrite ?? 0) > FIRST_WRITE).length;
  const different = (stop?.seen.different ?? 0) + (seen?.different ?? 0);
  return [
    ...problems.slice(0, 10),
    ...(different > 0 ? [`同一版次有 ${different} 组应答不一致`] : []),
    ...((stop?.seen.keptLost ?? 0) > 0 ? ['停下时有保留的应答没有答'] : []),
    ...(late > 0 ? [`${late} 次恢复后一秒以内没有写成`] : []),
    ...(quantile(refusedWrites, 0.99) > REFUSAL ? ['修改没有立即被拒绝'] : []),
  ];
};

const withServer = async <T>(use: (server: EmbeddedServer, sql: Sql) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'zongheng-away-'));
  await chmod(folder, 0o755);
  const server = await startEmbedded(folder);
  const sql = connect(server.url, { connections: 3 });
  try {
    await migrate(server.url);
    return await use(server, sql);
  } finally {
    await sql.end({ timeout: 2 });
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
};

/**
 * The database of a hub at work is stopped for ten seconds, then killed ten times, while the same questions are asked,
 * items decided on and editions published; afterwards everything that was confirmed is looked for. Throws where a
 * promise does not hold. `--short` does little of each.
 */
export const databaseAway: Benchmark = async (tell, words) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const { stopped, kills } = words.includes('--short') ? SHORT : LONG;
  const seen = await withServer(async (server, sql) => {
    await loadDemo(sql, '2026-01-01T00:00:00Z', tell, BENCH_SIZES.small);
    using issuer = testIssuer(new Date().toISOString());
    const rows = await sql<{ id: string }[]>`
      select distinct item_id as id from matching.item where level = 'COUNTY' order by 1`;
    const settings = JSON.stringify({ databaseUrl: server.url, tokens: issuer.tokens });
    const hub = await startServer({ file: 'bench/database-away/hub-server.ts', words: [settings] });
    try {
      return await besiege({
        server,
        sql,
        url: hub.url,
        headers: issuer.bearing(),
        items: rows.map(({ id }) => id),
        questions: QUESTIONS,
        stopped,
        kills,
        random: seededRandom(SEED),
        tell,
      });
    } finally {
      await hub.end();
    }
  });
  const result = resultOf(seen);
  const broken = brokenPromises(seen);
  if (broken.length === 0) return result;
  for (const [title, value] of Object.entries(result)) tell(`${title}\t${value}`);
  throw new Error(broken.join('\n'));
};
