import type { CursorKeys } from '../../catalog/cursor.ts';
import { type Connection, connectionOf, type KeyShape, type PageArguments, pageOf } from '../connection.ts';

/** How the rows of a list that is held in memory are told apart: by keys in whose order they stand. */
export interface Order<Row> {
  readonly shape: KeyShape;
  readonly keysOf: (row: Row) => CursorKeys;
}

const isBehind = (keys: CursorKeys, after: CursorKeys): boolean => {
  for (const [place, key] of keys.entries()) {
    const other = after[place];
    if (key !== other) return (key ?? '') > (other ?? '');
  }
  return false;
};

/** A page of rows that are all at hand. */
export const pageInMemory = <Row>(
  rows: readonly Row[],
  args: PageArguments,
  release: number,
  { shape, keysOf }: Order<Row>,
): Connection<Row> => {
  const page = pageOf(args, release, shape);
  const { after } = page;
  const start = after === undefined ? 0 : rows.findIndex((row) => isBehind(keysOf(row), after));
  const shown = start === -1 ? [] : rows.slice(start, start + page.first + 1);
  return connectionOf(shown, page, release, keysOf, async () => rows.length);
};

/** The same page of what its rows stand for, each looked up. */
export const pageOfLoaded = async <Row, Shown>(
  page: Connection<Row>,
  load: (row: Row) => Promise<Shown>,
): Promise<Connection<Shown>> => {
  const nodes = await Promise.all(page.nodes.map(load));
  return {
    ...page,
    nodes,
    edges: () => page.edges().map(({ cursor }, place) => ({ cursor, node: nodes[place] as Shown })),
  };
};
