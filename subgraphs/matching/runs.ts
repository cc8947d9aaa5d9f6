import { groupLoader, valueLoader } from '../batch.ts';
import { type Connection, connectionOf, type PageArguments, pageOf } from '../connection.ts';
import { refusal } from '../refusal.ts';
import type { RunCounts, RunQueries, RunRow } from './run-queries.ts';
import { isMoment } from './stored-moment.ts';

export const NO_COUNTS: RunCounts = {
  blocks: 0,
  blocksDone: 0,
  items: 0,
  judged: 0,
  reused: 0,
  sure: 0,
  auto: 0,
  review: 0,
  none: 0,
};

const sumOf = (one: RunCounts, other: RunCounts): RunCounts => {
  const keys = Object.keys(NO_COUNTS) as (keyof RunCounts)[];
  return Object.fromEntries(keys.map((key) => [key, one[key] + other[key]])) as unknown as RunCounts;
};

/** Runs and their progress, always the newest state. */
export const createRuns = (queries: RunQueries, release: number) => {
  const kinds = groupLoader(queries.kindsOf, (row) => row.runId);
  let newest: Promise<RunRow | null> | undefined;
  return {
    run: valueLoader(queries.byIds, (row) => row.id),
    newestRun: () => {
      newest ??= queries.newest();
      return newest;
    },
    newestOfBlocks: queries.newestOfBlocks,
    kindsOf: (id: string) => kinds.load(id),
    progressOf: async (id: string): Promise<RunCounts> => (await kinds.load(id)).reduce(sumOf, NO_COUNTS),
    runs: async (args: PageArguments): Promise<Connection<RunRow>> => {
      const page = pageOf(args, release, ['string', 'string']);
      if (page.after !== undefined && !isMoment(String(page.after[0])))
        throw refusal('CURSOR_INVALID', 'CURSOR_OF_OTHER_LIST');
      const rows = await queries.list(page);
      return connectionOf(rows, page, release, (run) => [run.startedAt, run.id], queries.count);
    },
  };
};
