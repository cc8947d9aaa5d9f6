import { type Connection, connectionOf, pageOf } from '../connection.ts';
import { filterOf, type QueueFilterArguments } from './queue.ts';
import type { QueueGroupQueries, QueueGroupRow } from './queue-group-queries.ts';
import { remembering } from './remembering.ts';

/** A group with its names in normal form. */
export interface QueueGroup extends QueueGroupRow {
  readonly leftName: string;
  readonly rightName: string;
}

/** Groupings kept: whoever turns pages has them grouped once. One of a whole province takes some 10 MB. */
const KEPT = 4;

type SortingKeys = readonly [negativeInformation: number, ...rewrite: string[]];

const sortingKeys = ({ information, kind, leftKey, rightKey }: QueueGroupRow): SortingKeys => [
  -information,
  kind,
  leftKey,
  rightKey,
];

/** Below nought where the first comes first. */
const compareKeys = (one: readonly unknown[], other: readonly unknown[]): number => {
  const at = one.findIndex((key, place) => key !== other[place]);
  if (at === -1) return 0;
  return (one[at] as string) < (other[at] as string) ? -1 : 1;
};

/** The links that wait by what is rewritten into what, those first of which one look tells most. */
export const createQueueGroups = (queries: QueueGroupQueries) => {
  const kept = remembering<readonly QueueGroupRow[]>(KEPT);
  return (release: number) =>
    async (args: QueueFilterArguments, today: string): Promise<Connection<QueueGroup>> => {
      const filter = filterOf(args, today);
      const page = pageOf(args, release, ['number', 'string', 'string', 'string']);
      const all = await kept(JSON.stringify([release, filter]), async () =>
        [...(await queries.all(release, filter))].sort((one, other) =>
          compareKeys(sortingKeys(one), sortingKeys(other)),
        ),
      );
      const { after, first } = page;
      const from = after === undefined ? 0 : all.findIndex((row) => compareKeys(sortingKeys(row), after) > 0);
      const rows = from === -1 ? [] : all.slice(from, from + first + 1);
      const keys = [...new Set(rows.flatMap(({ leftKey, rightKey }) => [leftKey, rightKey]))];
      const found = rows.length === 0 ? [] : await queries.names(keys);
      const names = new Map(found.map(({ key, name }) => [key, name]));
      const named = rows.map((row) => ({
        ...row,
        leftName: names.get(row.leftKey) ?? '',
        rightName: names.get(row.rightKey) ?? '',
      }));
      return connectionOf(named, page, release, sortingKeys, async () => all.length);
    };
};
