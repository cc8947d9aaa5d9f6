import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FAULTS, type Fault } from '../test/harness/faults/fault-proxy.ts';
import type { Benchmark, BenchmarkResult } from './benchmarks.ts';
import { type Cell, measureCell } from './faults/cell.ts';
import { startProxies } from './faults/proxies.ts';
import { placedQuestions } from './faults/questions.ts';
import { hubStart } from './gateway/contestants/hub.ts';
import { addressesOf, subgraphStarts } from './gateway/contestants/hub-processes.ts';
import { withLoadedDatabase } from './gateway/loaded-database.ts';
import { type ServerProcess, startServer, startServers } from './gateway/server-process.ts';
import { quantile } from './spread.ts';

/** Eight kinds that are always tried; the others with `--all`. */
const USUAL: readonly Fault[] = [
  'down',
  'reset_peer',
  'timeout',
  'latency',
  'truncated',
  'garbage',
  'wrong-type',
  'large',
];

/** The subgraph that is asked for the release of every request. */
const RELEASES = 'reference';
const SEED = 20_260_301;
/** Milliseconds of a window. */
const LONG = 3_000;
const SHORT = 1_000;
/** Milliseconds in which what can be answered must be. */
const LONGEST_ANSWER = 1_000;

const residentMegabytes = async (pid: number): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1] ?? 0) / 1_024;
};

interface Measured {
  readonly cells: readonly Cell[];
  readonly memory: { readonly before: number; readonly after: number };
}

const endAll = (servers: readonly ServerProcess[]): Promise<unknown> =>
  Promise.all(servers.map((server) => server.end()));

const measure = (
  kinds: readonly Fault[],
  window: number,
  tell: (sentence: string) => void,
): Promise<Measured> =>
  withLoadedDatabase({ home: undefined, size: 'small' }, tell, async (_sql, databaseUrl, home) => {
    const scratch = await mkdtemp(join(tmpdir(), 'zongheng-faults-'));
    const servers = [...(await startServers(subgraphStarts(home)))];
    try {
      const targets = addressesOf(servers);
      await using proxies = await startProxies(targets, SEED);
      const settings = { answerBytes: 0, subgraphs: proxies.urls };
      const gateway = await startServer(await hubStart({ databaseUrl, home, scratch }, settings));
      servers.unshift(gateway);
      const questions = await placedQuestions(gateway.url, RELEASES);
      const ground = { url: gateway.url, proxies, questions, window };
      for (const victim of Object.keys(targets))
        if (!questions.some(({ needs }) => needs.has(victim))) throw new Error(`nothing needs ${victim}`);
      const before = await residentMegabytes(gateway.pid);
      const cells: Cell[] = [];
      for (const fault of kinds)
        for (const victim of Object.keys(targets)) {
          const cell = await measureCell(ground, victim, fault);
          tell(line(cell));
          cells.push(cell);
        }
      return { cells, memory: { before, after: await residentMegabytes(gateway.pid) } };
    } finally {
      await endAll(servers);
      await rm(scratch, { recursive: true, force: true });
    }
  });

const times = (outcomes: Cell['touched']): readonly number[] =>
  outcomes.map(({ milliseconds }) => milliseconds);
const longest = (outcomes: Cell['touched']): number => Math.max(0, ...times(outcomes));
const wrongIn = (outcomes: Cell['touched']) => outcomes.filter(({ judgement }) => judgement.kind === 'WRONG');
const notWhole = (outcomes: Cell['touched']) =>
  outcomes.filter(({ judgement }) => judgement.kind !== 'WHOLE');

const line = ({ victim, fault, touched, untouched, idle, opened, whileOpen, closed }: Cell): string =>
  [
    `${fault} ${victim}`,
    `要它的 ${touched.length} 次，最长 ${longest(touched).toFixed(0)} ms，不对 ${wrongIn(touched).length}`,
    `不要它的 p99 ${quantile(times(untouched), 0.99).toFixed(0)} ms（平时 ${quantile(times(idle), 0.99).toFixed(0)}）`,
    opened === undefined
      ? '未断开'
      : `${opened.after.toFixed(0)} ms、${opened.calls} 次后断开，其间 ${whileOpen.seconds.toFixed(1)} 秒问了 ${whileOpen.calls} 次，恢复 ${closed.toFixed(0)} ms`,
  ].join('；');

const ratioOf = (cells: readonly Cell[]): number =>
  quantile(
    cells.flatMap(({ untouched }) => times(untouched)),
    0.99,
  ) /
  quantile(
    cells.flatMap(({ idle }) => times(idle)),
    0.99,
  );

const amplificationOf = (cells: readonly Cell[]): number =>
  cells.reduce((sum, { calls }) => sum + calls.arrived, 0) /
  cells.reduce((sum, { calls }) => sum + calls.made, 0);

/** What does not hold, in sentences. */
const brokenPromises = ({ cells }: Measured): readonly string[] => {
  const wrong = cells.flatMap(({ victim, fault, touched, untouched }) =>
    [...wrongIn(touched), ...notWhole(untouched)].map(
      ({ body, judgement }) => `${fault} ${victim}：${body} ${JSON.stringify(judgement)}`,
    ),
  );
  const longestOf = ({ touched, untouched }: Cell): number => longest([...touched, ...untouched]);
  const late = cells.filter((cell) => longestOf(cell) > LONGEST_ANSWER);
  const unasked = cells.filter(({ touched, untouched }) => touched.length === 0 || untouched.length === 0);
  const endless = cells.filter(({ closed }) => closed === Number.POSITIVE_INFINITY);
  // The first may come at once, each further one a second later.
  const asking = cells.filter(({ whileOpen }) => whileOpen.calls > 1 + whileOpen.seconds);
  return [
    ...(wrong.length > 0 ? [`${wrong.length} 个应答不对：${wrong.slice(0, 3).join('\n')}`] : []),
    ...late.map((cell) => `${cell.fault} ${cell.victim}：等了 ${longestOf(cell).toFixed(0)} ms`),
    ...unasked.map(({ fault, victim }) => `${fault} ${victim}：没有应答`),
    ...endless.map(({ fault, victim }) => `${fault} ${victim}：没有恢复`),
    ...asking.map(({ fault, victim }) => `${fault} ${victim}：断开期间问得太勤`),
    ...(amplificationOf(cells) > 1.1 ? [`调用多了 ${amplificationOf(cells).toFixed(2)} 倍`] : []),
  ];
};

const resultOf = ({ cells, memory }: Measured): BenchmarkResult => {
  const opened = cells.flatMap((cell) => (cell.opened === undefined ? [] : [cell]));
  const most = (numbers: readonly number[]): string => Math.max(0, ...numbers).toFixed(2);
  const kinds = [...new Set(cells.map(({ fault }) => fault))];
  const touched = cells.flatMap((cell) => cell.touched);
  const untouched = cells.flatMap((cell) => cell.untouched);
  return {
    '故障：种类 × 子图': cells.length,
    '要它的：应答': touched.length,
    '要它的：最长（毫秒）': longest(touched).toFixed(0),
    '要它的：不对': wrongIn(touched).length,
    '不要它的：应答': untouched.length,
    '不要它的：有误': notWhole(untouched).length,
    '不要它的：p99 比平时': ratioOf(cells).toFixed(2),
    ...Object.fromEntries(
      kinds.map((kind) => [
        `${kind}：最长（毫秒），p99 比平时`,
        `${longest(cells.filter(({ fault }) => fault === kind).flatMap((cell) => cell.touched)).toFixed(0)}，${ratioOf(cells.filter(({ fault }) => fault === kind)).toFixed(2)}`,
      ]),
    ),
    '断开：最迟（毫秒）': most(opened.map((cell) => cell.opened?.after ?? 0)),
    '断开：之前的调用，最多': most(opened.map((cell) => cell.opened?.calls ?? 0)),
    '断开：其间的调用（次）': opened.reduce((sum, cell) => sum + cell.whileOpen.calls, 0),
    '断开：其间（秒）': opened.reduce((sum, cell) => sum + cell.whileOpen.seconds, 0).toFixed(0),
    '断开：恢复最迟（毫秒）': most(opened.map((cell) => cell.closed)),
    到达的调用比该有的: amplificationOf(cells).toFixed(3),
    '网关内存：前，后（MB）': `${memory.before.toFixed(0)}，${memory.after.toFixed(0)}`,
  };
};

/**
 * Every subgraph behind a proxy that breaks what passes, in turn in every way, under load of which every answer is judged:
 * right, or a part that says what is missing. Throws where a promise does not hold. `--all` tries every kind of fault,
 * `--short` each for a second.
 */
export const faults: Benchmark = async (tell, words) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const kinds = words.includes('--all') ? FAULTS : USUAL;
  const measured = await measure(kinds, words.includes('--short') ? SHORT : LONG, tell);
  const result = resultOf(measured);
  const broken = brokenPromises(measured);
  if (broken.length === 0) return result;
  for (const [title, value] of Object.entries(result)) tell(`${title}\t${value}`);
  throw new Error(broken.join('\n'));
};
