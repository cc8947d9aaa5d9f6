import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sql } from '../db/client.ts';
import { newestRelease } from '../subgraphs/release-of-request.ts';
import type { Benchmark, BenchmarkResult } from './benchmarks.ts';
import { COMPARISONS } from './gateway/contestants.ts';
import { type Field, withField } from './gateway/field.ts';
import { figuresOf, type GatewayFigures, ratioOf } from './gateway/figures.ts';
import { needLoadGenerator, REQUESTS_AT_ONCE } from './gateway/load.ts';
import { withLoadedDatabase } from './gateway/loaded-database.ts';
import { OPERATION_TITLES, OPERATIONS } from './gateway/operations.ts';
import { type GatewayBenchOptions, readGatewayOptions } from './gateway/options.ts';
import { installPeers } from './gateway/peers-install.ts';
import { recordFigures } from './gateway/record.ts';
import { measureRounds } from './gateway/rounds.ts';
import { shownRatio } from './gateway/tables.ts';
import { drawVariableSets } from './gateway/variable-sets.ts';
import { createBenchViews } from './gateway/views.ts';

const countItems = async (sql: Sql): Promise<number> => {
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from bench.item`;
  return row?.count ?? 0;
};

const askedOf = (answers: Field['answers']): GatewayFigures['asked'] => {
  const of = (texts: readonly string[]) => ({
    sets: texts.length,
    bytes: Math.round(texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / texts.length),
  });
  const { point, list, cross, search } = answers;
  return { point: of(point), list: of(list), cross: of(cross), search: of(search) };
};

const machine = (): string => {
  const [first, ...others] = cpus();
  return `${first?.model ?? ''}，${others.length + 1} 核；Node ${process.versions.node}；${REQUESTS_AT_ONCE} 个连接`;
};

const measure = async (
  options: GatewayBenchOptions,
  tell: (sentence: string) => void,
  busy: number,
): Promise<GatewayFigures> =>
  await withLoadedDatabase(options, tell, async (sql, databaseUrl, home) => {
    const release = await newestRelease(sql);
    await createBenchViews(sql, release);
    const sets = await drawVariableSets(sql);
    const items = await countItems(sql);
    const scratch = await mkdtemp(join(tmpdir(), 'zongheng-gateway-bench-'));
    const ground = { home, databaseUrl, release, scratch };
    try {
      return await withField({ sql, sets, only: options.only, ground }, tell, async (field) => {
        tell('各家的应答逐条相同，开始测量');
        const measured = await measureRounds(field, options, tell);
        return {
          ...{ size: options.size, items, machine: machine(), busy },
          ...{ rounds: options.rounds, seconds: options.seconds },
          asked: askedOf(field.answers),
          titles: Object.fromEntries(field.running.map(({ contestant: { name, title } }) => [name, title])),
          ...figuresOf(measured),
        };
      });
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  });

const resultOf = (figures: GatewayFigures): BenchmarkResult =>
  Object.fromEntries(
    COMPARISONS.flatMap(([name, base]) =>
      OPERATIONS.flatMap((operation) => {
        const ratio = ratioOf(figures, operation, [name, base]);
        const title = `${OPERATION_TITLES[operation]}：${figures.titles[name]} ÷ ${figures.titles[base]}`;
        return ratio === undefined ? [] : [[title, shownRatio(ratio)] as const];
      }),
    ),
  );

/**
 * The hub, in one process and in several, beside other gateways, PostGraphile, one hand-written statement and ready
 * bytes: requests a second as ratios, after every answer was found the same.
 */
export const gateway: Benchmark = async (tell, words) => {
  const options = readGatewayOptions(words);
  const [busy = 0] = loadavg();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  await needLoadGenerator();
  await installPeers(tell);
  const figures = await measure(options, tell, busy);
  if (options.record) await recordFigures(figures);
  return resultOf(figures);
};
