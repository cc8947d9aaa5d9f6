import type { CellValue, GridRow, Merge } from '../readers/grid.ts';
import { cellText } from './cell-text.ts';

/** Merges in the order of their first rows. */
const byTop = (merges: readonly Merge[]): readonly Merge[] =>
  merges.toSorted((left, right) => left.top - right.top || left.left - right.left);

/** Makes the function that gives the merges covering a row; rows must be asked for in ascending order. */
export const mergesByRow = (merges: readonly Merge[]): ((row: number) => readonly Merge[]) => {
  const waiting = byTop(merges);
  let next = 0;
  let open: readonly Merge[] = [];
  return (row) => {
    while ((waiting[next]?.top ?? Number.POSITIVE_INFINITY) <= row) {
      const merge = waiting[next];
      next += 1;
      if (merge !== undefined) open = [...open, merge];
    }
    if (open.some(({ bottom }) => bottom < row)) open = open.filter(({ bottom }) => bottom >= row);
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

/**
 * Makes the function that fills the values of merges down into their further rows. Across, a value stays in its first
 * column, but where `spread` says that it speaks of both columns (免费 under 收费标准 and 收费依据).
 */
export const mergeFiller = (
  merges: readonly Merge[],
  spread: (left: number, right: number) => boolean,
): ((row: GridRow) => FilledRow) => {
  const covering = mergesByRow(merges);
  const values = new Map<Merge, CellValue>();
  return ({ row, cells: own, problems }) => {
    const here = covering(row);
    if (here.length === 0) return { row, own, cells: own, merges: here, problems };
    const cells = [...own];
    for (const merge of here) {
      const { top, left, bottom, right } = merge;
      if (row === top) values.set(merge, own[left] ?? null);
      const value = values.get(merge) ?? null;
      if (row === bottom) values.delete(merge);
      if (cellText(value) === '') continue;
      for (let column = left; column <= right; column += 1) {
        if (cellText(cells[column]) === '' && (column === left || spread(left, column)))
          cells[column] = value;
      }
    }
    return { row, own, cells, merges: here, problems };
  };
};
