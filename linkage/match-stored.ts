import { LINK_KINDS, type LinkKind } from '../catalog/link-kinds.ts';
import type { Sql } from '../db/client.ts';
import type { Judging, Prepared } from '../matching/block/judging.ts';
import { type FinishedRun, finishRun } from './finish.ts';
import type { BlockCounts } from './judge-block.ts';
import {
  failRun,
  failRunsOfOtherModels,
  findOpenRun,
  type OpenRun,
  openRun,
  planRun,
  type RunMode,
  takeUpQueuedRun,
} from './runs.ts';
import { readState } from './stored-state.ts';
import { type RunProgress, workOnRun } from './work.ts';
import { createBlockWorker } from './work-block.ts';

export interface MatchOptions<Item extends Prepared> {
  readonly judging: Judging<Item>;
  readonly mode: RunMode;
  /** Keys of lists; without them all. */
  readonly lists?: readonly string[];
  readonly now: () => string;
  readonly onProgress?: (progress: RunProgress) => void;
  /** Called when there are blocks to be done: the moment to start other processes. */
  readonly onOpen?: (blocks: number) => void;
}

/** How the items of the blocks of one kind fared. */
export interface KindSummary extends BlockCounts {
  readonly kind: LinkKind;
  readonly blocks: number;
}

export type MatchResult =
  | ({ readonly kind: 'MATCHED'; readonly run: string; readonly kinds: readonly KindSummary[] } & FinishedRun)
  | { readonly kind: 'NOTHING_TO_DO'; readonly release: number }
  | { readonly kind: 'NO_RELEASE' }
  | { readonly kind: 'NO_SUCH_LIST'; readonly missing: readonly string[] };

const readSummary = async (sql: Sql, run: OpenRun): Promise<readonly KindSummary[]> =>
  await sql<KindSummary[]>`
  select kind, count(*)::int as blocks, sum(items)::int as items, sum(judged)::int as judged, sum(reused)::int as reused,
    sum((stats ->> 'sure')::int)::int as sure, sum((stats ->> 'auto')::int)::int as auto,
    sum((stats ->> 'review')::int)::int as review, sum((stats ->> 'none')::int)::int as none
  from matching.block where run_id = ${run.id} group by kind
  order by array_position(${[...LINK_KINDS]}::text[], kind)`;

const workThrough = async <Item extends Prepared>(sql: Sql, run: OpenRun, options: MatchOptions<Item>) => {
  await workOnRun(sql, run, createBlockWorker(options.judging), options.onProgress);
  return await finishRun(sql, run, options.now());
};

/**
 * Runs the engine over the stored lists and publishes what it found. A run that another process opened and left is
 * brought to its end first.
 */
export const matchStored = async <Item extends Prepared>(
  sql: Sql,
  options: MatchOptions<Item>,
): Promise<MatchResult> => {
  const modelVersion = options.judging.version;
  await failRunsOfOtherModels(sql, modelVersion);
  for (;;) {
    const left = await findOpenRun(sql, modelVersion);
    if (left === undefined) break;
    await workThrough(sql, left, options);
  }
  const { mode, lists } = options;
  const wish = { mode, modelVersion, now: options.now(), ...(lists === undefined ? {} : { lists }) };
  const opened = await openRun(sql, wish);
  if (opened.kind !== 'OPEN') return opened;
  options.onOpen?.(opened.blocks);
  const finished = await workThrough(sql, opened.run, options);
  return { kind: 'MATCHED', run: opened.run.id, kinds: await readSummary(sql, opened.run), ...finished };
};

const detailOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Works on the runs that others have opened or asked for, until there is none; tells how many it helped to end. Runs
 * that other models have left are ended first. A run that fails is ended and holds up none behind it; when all are
 * done, this throws what it failed of.
 */
export const workOnOpenRuns = async <Item extends Prepared>(
  sql: Sql,
  options: Pick<MatchOptions<Item>, 'judging' | 'now' | 'onProgress'>,
): Promise<number> => {
  const { judging, now } = options;
  const failures: unknown[] = [];
  await failRunsOfOtherModels(sql, judging.version);
  for (let runs = 0; ; runs += 1) {
    const run =
      (await findOpenRun(sql, judging.version)) ?? (await takeUpQueuedRun(sql, judging.version, now()));
    if (run === undefined) {
      if (failures.length === 0) return runs;
      const [first] = failures;
      throw failures.length === 1
        ? first
        : new AggregateError(failures, 'several runs failed', { cause: first });
    }
    try {
      await workThrough(sql, run, { ...options, mode: run.mode });
    } catch (error) {
      failures.push(error);
      await failRun(sql, run.id, 'INTERNAL', detailOf(error)).catch((second: unknown) => {
        // The run stays open for the next process: this one would only find it again.
        throw new AggregateError([...failures, second], 'a run failed, and its end could not be stored', {
          cause: error,
        });
      });
    }
  }
};

/** What a run would change, by kind: links to be made, changed or taken away. Writes nothing. */
export interface Forecast {
  readonly kind: 'FORECAST';
  readonly kinds: readonly (KindSummary & { readonly put: number; readonly drop: number })[];
}

const NOTHING = {
  blocks: 0,
  items: 0,
  judged: 0,
  reused: 0,
  sure: 0,
  auto: 0,
  review: 0,
  none: 0,
  put: 0,
  drop: 0,
};

export const forecast = async <Item extends Prepared>(
  sql: Sql,
  options: MatchOptions<Item>,
): Promise<Forecast | Exclude<MatchResult, { kind: 'MATCHED' }>> => {
  const { mode, lists, judging, onProgress } = options;
  const now = options.now();
  const plan = await planRun(sql, {
    mode,
    modelVersion: judging.version,
    now,
    ...(lists === undefined ? {} : { lists }),
  });
  if (plan.kind !== 'PLANNED') return plan;
  const { release, blocks } = plan;
  const weight = blocks.reduce((sum, block) => sum + block.weight, 0);
  const sums = new Map<LinkKind, typeof NOTHING>();
  const work = createBlockWorker(judging);
  let weightDone = 0;
  for (const [index, block] of blocks.entries()) {
    const previous = mode === 'FULL' ? undefined : await readState(sql, block);
    const { put, drop, counts } = await work(sql, block, release, previous);
    const more = { ...counts, blocks: 1, put: put.length, drop: drop.length };
    const sum = sums.get(block.kind) ?? NOTHING;
    const keys = Object.keys(NOTHING) as (keyof typeof NOTHING)[];
    sums.set(
      block.kind,
      Object.fromEntries(keys.map((key) => [key, sum[key] + more[key]])) as typeof NOTHING,
    );
    weightDone += block.weight;
    onProgress?.({ blocks: blocks.length, blocksDone: index + 1, weight, weightDone });
  }
  const kinds = LINK_KINDS.flatMap((kind) => {
    const sum = sums.get(kind);
    return sum === undefined ? [] : [{ kind, ...sum }];
  });
  return { kind: 'FORECAST', kinds };
};
