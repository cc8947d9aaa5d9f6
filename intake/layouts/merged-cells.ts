import type { CellValue, GridRow, Merge } from '../readers/grid.ts';
import { cellText } from './cell-text.ts';

/** Merges in the order of their first rows. */
const byTop = (merges: readonly Merge[]): readonly Merge[] =>
  merges.toSorted((left, right) => left.top - right.top || left.left - right.left);

/** The place of the first merge, of those side by side, that ends in a column or after it. */
const placeOf = (sideBySide: readonly Merge[], column: number): number => {
  let [low, high] = [0, sideBySide.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sideBySide[middle]?.right ?? 0) < column) low = middle + 1;
    else high = middle;
  }
  return low;
};

/**
 * The merges without those that overlap one above or before them. No program writes such (Excel takes the file for
 * broken), and where no two overlap, a row has no more merges than columns, however many a hostile file declares.
 */
export const withoutOverlaps = (merges: readonly Merge[]): readonly Merge[] => {
  const open: Merge[] = [];
  return byTop(merges).filter((merge) => {
    if (merge.bottom < merge.top || merge.right < merge.left) return false;
    const first = placeOf(open, merge.left);
    let after = first;
    for (let next = open[after]; next !== undefined && next.left <= merge.right; next = open[after]) {
      if (next.bottom >= merge.top) return false;
      after += 1;
    }
    open.splice(first, after - first, merge);
    return true;
  });
};

/** Makes the function that gives the merges covering a row; rows must be asked for in ascending order. */
export const mergesByRow = (merges: readonly Merge[]): ((row: number) => readonly Merge[]) => {
  const waiting = byTop(merges);
  let next = 0;
  let open: Merge[] = [];
  let soonest = Number.POSITIVE_INFINITY;
  return (row) => {
    const before = next;
    while ((waiting[next]?.top ?? Number.POSITIVE_INFINITY) <= row) next += 1;
    // The rows given before keep theirs: a list is replaced when it changes, and it changes once a row at most.
    if (next === before && soonest >= row) return open;
    open = [...open, ...waiting.slice(before, next)].filter(({ bottom }) => bottom >= row);
    soonest = open.reduce((least, { bottom }) => Math.min(least, bottom), Number.POSITIVE_INFINITY);
    return open;
  };
};

/** A row of data with what merges spread over it, and where each spread value comes from. */
export interface FilledRow {
  readonly row: number;
  /** As the sheet has them: only the first cell of a merge is full. */
  readonly own: readonly CellValue[];
  /** With the values of merges that reach down into the row. */
  readonly cells: readonly CellValue[];
  readonly merges: readonly Merge[];
  readonly problems: GridRow['problems'];
}

/** What a merge brings into its rows: its value, and the columns that get it. */
interface Spread {
  readonly value: CellValue;
  readonly columns: readonly number[];
}

/**
 * Makes the function that fills the values of merges down into their further rows. Across, a value stays in its first
 * column, but for the further columns that `spread` gives (免费 under 收费标准 and 收费依据).
 */
export const mergeFiller = (
  merges: readonly Merge[],
  spread: (left: number, right: number) => readonly number[],
): ((row: GridRow) => FilledRow) => {
  const covering = mergesByRow(merges);
  const spreads = new Map<Merge, Spread>();
  return ({ row, cells: own, problems }) => {
    const here = covering(row);
    if (here.length === 0) return { row, own, cells: own, merges: here, problems };
    const cells = [...own];
    for (const merge of here) {
      const { top, left, bottom, right } = merge;
      const value = row === top ? (own[left] ?? null) : null;
      if (cellText(value) !== '') spreads.set(merge, { value, columns: [left, ...spread(left, right)] });
      const filled = spreads.get(merge);
      if (row === bottom) spreads.delete(merge);
      for (const column of filled?.columns ?? []) {
        if (cellText(cells[column]) === '') cells[column] = filled?.value ?? null;
      }
    }
    return { row, own, cells, merges: here, problems };
  };
};
