import { type CursorKeys, decodeCursor, encodeCursor } from '../catalog/cursor.ts';
import { refusal } from './refusal.ts';

export const DEFAULT_PAGE = 20;
export const LARGEST_PAGE = 100;

export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** A page that was asked for: at most `first` rows behind the row whose sorting keys are `after`. */
export interface Page {
  readonly first: number;
  readonly after: CursorKeys | undefined;
}

/** The types of the sorting keys of a list, in order; a cursor of another list does not fit. A share is from 0 to 1. */
export type KeyShape = readonly ('string' | 'number' | 'share')[];

export interface Edge<Row> {
  readonly node: Row;
  readonly cursor: string;
}

export interface Connection<Row> {
  readonly nodes: readonly Row[];
  readonly edges: () => readonly Edge<Row>[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | undefined;
    readonly endCursor: string | undefined;
  };
  readonly totalCount: () => Promise<number>;
}

// Numbers among the keys are integers of the database; a made-up cursor must not reach it with others.
const isKey = (type: KeyShape[number], key: unknown): boolean => {
  if (type === 'string') return typeof key === 'string';
  if (type === 'share') return typeof key === 'number' && key >= 0 && key <= 1;
  return Number.isInteger(key) && Math.abs(Number(key)) < 2 ** 31;
};

const keysOfCursor = (cursor: string, release: number, shape: KeyShape): CursorKeys => {
  const decoded = decodeCursor(cursor);
  const fits =
    decoded !== undefined &&
    decoded.release === release &&
    decoded.keys.length === shape.length &&
    shape.every((type, index) => isKey(type, decoded.keys[index]));
  if (!fits) throw refusal('CURSOR_INVALID', 'CURSOR_OF_OTHER_LIST');
  return decoded.keys;
};

/** Checks `first` and `after`; refuses with BAD_USER_INPUT, PAGE_TOO_LARGE or CURSOR_INVALID. */
export const pageOf = ({ first, after }: PageArguments, release: number, shape: KeyShape): Page => {
  const count = first ?? DEFAULT_PAGE;
  if (count < 1) throw refusal('BAD_USER_INPUT', 'FIRST_OUT_OF_RANGE');
  if (count > LARGEST_PAGE) throw refusal('PAGE_TOO_LARGE', 'FIRST_OUT_OF_RANGE');
  return { first: count, after: after == null ? undefined : keysOfCursor(after, release, shape) };
};

/**
 * The Relay connection of a page. `rows` hold up to `first + 1` rows: the one too many tells that there is a next
 * page. Edges and the total cost nothing until they are asked for.
 */
export const connectionOf = <Row>(
  rows: readonly Row[],
  page: Page,
  release: number,
  keysOf: (row: Row) => CursorKeys,
  totalCount: () => Promise<number>,
): Connection<Row> => {
  const nodes = rows.slice(0, page.first);
  const cursorOf = (row: Row) => encodeCursor(release, keysOf(row));
  const [start, end] = [nodes[0], nodes.at(-1)];
  return {
    nodes,
    edges: () => nodes.map((node) => ({ node, cursor: cursorOf(node) })),
    pageInfo: {
      hasNextPage: rows.length > page.first,
      hasPreviousPage: page.after !== undefined,
      startCursor: start && cursorOf(start),
      endCursor: end && cursorOf(end),
    },
    totalCount,
  };
};
