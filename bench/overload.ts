import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Benchmark, BenchmarkResult } from './benchmarks.ts';
import { withLoadedDatabase } from './gateway/loaded-database.ts';
import { ROOT, type ServerProcess, startServer } from './gateway/server-process.ts';
import type { Kind, KindSeen, LoadSeen } from './overload/load.ts';
import { loadFromOutside } from './overload/load-process.ts';
import { quantile, spread } from './spread.ts';

const LONG = { rounds: 3, capacity: 3, overload: 15, idle: 3 } as const;
const SHORT = { rounds: 1, capacity: 2, overload: 4, idle: 2 } as const;
/** Times the peak that is offered. */
const TIMES = 10;
/** Times what is done where each waits for the one before: the peak is the best that is done of these. */
const SOUGHT = [0.9, 1.5, 2.5, 4] as const;
/** As many as are worked on at once: more makes nothing faster. */
const UNDER_WAY = 16;
/** Milliseconds. */
const REFUSAL = 50;
const RECOVERY = 2_000;
const SHARE = 0.9;
/** Seconds until the overload is what it is. */
const ONSET = 1;

const ITEMS = `query Items($id: ID!) { node(id: $id) { id } items(filter: { search: "登记" }, first: 100) {
  totalCount nodes { id name level organisation { name } catalog { key name }
    ... on CountyItem { guide { id name } referenceMatch { status confidence right { id name } } } } } }`;

/** What anybody asks: a page of a hundred items, and each time another object that is none, so that nothing is kept. */
const open = (rate: number): Kind => ({
  name: 'open',
  body: JSON.stringify({ query: ITEMS, variables: { id: 'ri_%' } }),
  rate,
});
/** The same question over and over: it is kept. */
const KEPT: Kind = {
  name: 'kept',
  body: JSON.stringify({ query: '{ items(filter: { search: "养老" }, first: 20) { nodes { id name } } }' }),
  rate: 50,
};
/** A stored document, each time another word. */
const stored = async (): Promise<Kind> => {
  const query = await readFile(join(ROOT, 'schema/operations/find-items.graphql'), 'utf8');
  return { name: 'stored', body: JSON.stringify({ query, variables: { words: '证 %' } }), rate: 5 };
};

interface Round {
  /** The most requests a second with data, over the rates tried. */
  readonly capacity: number;
  /** Milliseconds of the server's processor for each answer with data, at the peak and while overloaded. */
  readonly workAtPeak: number;
  readonly workOverloaded: number;
  /** The share of one processor that putting the overload took. */
  readonly putting: number;
  readonly idle: readonly number[];
  readonly seen: LoadSeen;
  /** Requests a second with data while overloaded. */
  readonly goodput: number;
  /** Milliseconds after the load until requests take again what they took before. */
  readonly recovery: number;
}

const millisecondsOf = ({ good }: KindSeen): readonly number[] => good.map(([milliseconds]) => milliseconds);

/** Requests of which all but one have to take no longer than nearly all did before: then it is as it was. */
const WINDOW = 20;

const recoveryOf = (after: KindSeen, longest: number): number => {
  for (let at = 0; at + WINDOW <= after.good.length; at += 1) {
    const window = after.good.slice(at, at + WINDOW);
    const beyond = window.filter(([milliseconds]) => milliseconds > longest).length;
    if (beyond <= 1) return (window[0]?.[1] ?? 0) * 1_000;
  }
  return Number.POSITIVE_INFINITY;
};

/** Answers with data a second, once the load is what it is. */
const goodputOf = ({ good }: KindSeen, seconds: number, from: number): number =>
  good.filter(([, at]) => at >= from && at < seconds).length / (seconds - from);

/** Seconds a process has had of the processors, as Linux tells them: a hundred ticks a second. */
const processorOf = async (pid: number): Promise<number> => {
  const words = (await readFile(`/proc/${pid}/stat`, 'utf8')).replace(/^.*\) /su, '').split(' ');
  return (Number(words[11]) + Number(words[12])) / 100;
};

const measureRound = async (
  { url, pid }: Pick<ServerProcess, 'url' | 'pid'>,
  times: typeof LONG | typeof SHORT,
  round: number,
): Promise<Round> => {
  const from = round * 10_000_000;
  const of = async (plan: { closed?: number; seconds: number; kinds: readonly Kind[] }, at: number) => {
    const before = await processorOf(pid);
    const put = await loadFromOutside({ url, from: from + at, ...plan });
    const work = (await processorOf(pid)) - before;
    return { ...put, workOfEach: (1_000 * work) / (put.seen['open']?.good.length ?? 0) };
  };
  const { seen: idleSeen } = await of({ closed: 1, seconds: times.idle, kinds: [open(0)] }, 0);
  const { seen: before } = await of(
    { closed: UNDER_WAY, seconds: times.capacity, kinds: [open(0)] },
    1_000_000,
  );
  const closed = (before['open']?.good.length ?? 0) / times.capacity;
  const sought: { goodput: number; workOfEach: number }[] = [];
  for (const [index, share] of SOUGHT.entries()) {
    const kinds = [open(closed * share)];
    const tried = await of({ seconds: times.capacity, kinds }, (6 + index) * 1_000_000);
    const goodput = goodputOf(tried.seen['open'] as KindSeen, times.capacity, ONSET / 2);
    sought.push({ goodput, workOfEach: tried.workOfEach });
  }
  const capacity = Math.max(...sought.map(({ goodput }) => goodput));
  const workAtPeak = sought.find(({ goodput }) => goodput === capacity)?.workOfEach ?? Number.NaN;
  const kinds = [open(capacity * TIMES), KEPT, await stored()];
  const { seen, processor, workOfEach } = await of({ seconds: times.overload, kinds }, 2_000_000);
  const { seen: after } = await of({ closed: 1, seconds: times.idle, kinds: [open(0)] }, 5_000_000);
  const idle = millisecondsOf(idleSeen['open'] as KindSeen);
  return {
    capacity,
    idle,
    seen,
    workAtPeak,
    workOverloaded: workOfEach,
    putting: processor / times.overload,
    goodput: goodputOf(seen['open'] as KindSeen, times.overload, ONSET),
    recovery: recoveryOf(after['open'] as KindSeen, quantile(idle, 0.99)),
  };
};

const figure = (rounds: readonly Round[], of: (round: Round) => number, digits = 0): string =>
  spread(rounds.map(of), digits);

const kindOf = ({ seen }: Round, name: string): KindSeen => seen[name] as KindSeen;

const resultOf = (rounds: readonly Round[]): BenchmarkResult => {
  const at = (name: string, share: number) => (round: Round) =>
    quantile(millisecondsOf(kindOf(round, name)), share);
  const refused = (share: number) => (round: Round) => refusedWithin(round, share, 0);
  return {
    轮次: rounds.length,
    '没有别的请求时：p50（毫秒）': figure(rounds, ({ idle }) => quantile(idle, 0.5), 1),
    '没有别的请求时：p99（毫秒）': figure(rounds, ({ idle }) => quantile(idle, 0.99), 1),
    '能做完的（每秒）': figure(rounds, ({ capacity }) => capacity),
    '送来的（每秒）': figure(rounds, ({ capacity }) => capacity * TIMES),
    '过载时做完的（每秒）': figure(rounds, ({ goodput }) => goodput),
    过载时做完的占能做完的: figure(rounds, ({ goodput, capacity }) => goodput / capacity, 2),
    '每次做完所用的处理器时间，平时（毫秒）': figure(rounds, ({ workAtPeak }) => workAtPeak, 1),
    '每次做完所用的处理器时间，过载时，含拒绝（毫秒）': figure(
      rounds,
      ({ workOverloaded }) => workOverloaded,
      1,
    ),
    送出请求的进程占一个处理器的: figure(rounds, ({ putting }) => putting, 2),
    '做完的：p99（毫秒）': figure(rounds, at('open', 0.99)),
    '拒绝的：次数': figure(rounds, (round) => kindOf(round, 'open').refused.length),
    '拒绝的：p50（毫秒）': figure(rounds, refused(0.5), 1),
    '拒绝的：p99（毫秒）': figure(rounds, refused(0.99), 1),
    '拒绝的：p99，第一秒以后（毫秒）': figure(rounds, (round) => refusedWithin(round, 0.99, ONSET), 1),
    '保留的应答：p99（毫秒）': figure(rounds, at('kept', 0.99)),
    '保留的应答：没有得到的': figure(rounds, (round) => lost(kindOf(round, 'kept'))),
    '已登记的查询：p99（毫秒）': figure(rounds, at('stored', 0.99)),
    '已登记的查询：没有得到的': figure(rounds, (round) => lost(kindOf(round, 'stored'))),
    没有连接可用而未送出的: figure(rounds, (round) => kindOf(round, 'open').unsent),
    '恢复（毫秒）': figure(rounds, ({ recovery }) => recovery),
  };
};

/** Milliseconds within which a share of the refusals was told, of those from a second on. */
const refusedWithin = (round: Round, share: number, from: number): number =>
  quantile(
    kindOf(round, 'open').refused.flatMap(([milliseconds, at]) => (at >= from ? [milliseconds] : [])),
    share,
  );

const lost = ({ refused, wrong, unsent }: KindSeen): number => refused.length + wrong.length + unsent;

const brokenPromises = (rounds: readonly Round[]): readonly string[] => {
  const wrong = rounds.flatMap(({ seen }) => Object.values(seen).flatMap((kind) => kind.wrong));
  const goodput = quantile(
    rounds.map((round) => round.goodput / round.capacity),
    0.5,
  );
  const refusals = Math.max(...rounds.map((round) => refusedWithin(round, 0.99, 0)));
  const recovery = Math.max(...rounds.map((round) => round.recovery));
  const kept = rounds.reduce((sum, round) => sum + lost(kindOf(round, 'kept')), 0);
  return [
    ...(wrong.length > 0 ? [`既未作答又未说何时再来：${wrong.length} 次，如 ${wrong[0]}`] : []),
    ...(goodput < SHARE ? [`过载时做完的只有平时的 ${(goodput * 100).toFixed(0)} %`] : []),
    ...(refusals > REFUSAL ? [`拒绝用了 ${refusals.toFixed(0)} 毫秒`] : []),
    ...(recovery > RECOVERY ? [`${recovery.toFixed(0)} 毫秒才恢复`] : []),
    ...(kept > 0 ? [`${kept} 个保留的应答没有得到`] : []),
  ];
};

/**
 * Ten times as many requests as can be answered, sent from another process whether or not those before are answered.
 * Throws where a promise does not hold. `--short` does little.
 */
export const overload: Benchmark = async (tell, words) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const times = words.includes('--short') ? SHORT : LONG;
  const rounds = await withLoadedDatabase(
    { home: undefined, size: 'small' },
    tell,
    async (_sql, _url, home) => {
      const server = await startServer({
        file: 'cli/zongheng.ts',
        words: ['start'],
        environment: { ZONGHENG_HOME: home },
        flags: ['--max-semi-space-size=4'],
      });
      try {
        const measured: Round[] = [];
        // The first round warms up.
        await measureRound(server, SHORT, 9);
        for (let round = 1; round <= times.rounds; round += 1) {
          const one = await measureRound(server, times, round);
          measured.push(one);
          tell(
            `第 ${round}/${times.rounds} 轮：能做完每秒 ${one.capacity.toFixed(0)}，过载时 ${one.goodput.toFixed(0)}，恢复 ${one.recovery.toFixed(0)} 毫秒`,
          );
        }
        return measured;
      } finally {
        await server.end();
      }
    },
  );
  const result = resultOf(rounds);
  const broken = brokenPromises(rounds);
  if (broken.length === 0) return result;
  for (const [title, value] of Object.entries(result)) tell(`${title}\t${value}`);
  throw new Error(broken.join('\n'));
};
