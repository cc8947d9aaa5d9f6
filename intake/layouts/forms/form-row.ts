import type { Problem } from '../../../catalog/problems.ts';
import { plainText } from '../../cells.ts';
import type { CellValue, GridRow, Merge } from '../../readers/grid.ts';

/** A full cell of a form with the ground it covers: columns from 0, rows from 1, both ends included. */
export interface FormCell {
  readonly row: number;
  readonly bottom: number;
  readonly column: number;
  readonly right: number;
  readonly value: CellValue;
  readonly text: string;
}

export interface FormRow {
  readonly row: number;
  /** The full cells from left to right; what a merged range covers beyond its first cell is left out. */
  readonly cells: readonly FormCell[];
  readonly problems: readonly Problem[];
}

/** Ranges taller than this stand in one list instead of under each of their rows. */
const TALL = 200;

const covering = (merges: readonly Merge[]) => {
  const tall = merges.filter(({ top, bottom }) => bottom - top > TALL);
  const byRow = new Map<number, Merge[]>();
  for (const merge of merges) {
    if (merge.bottom - merge.top > TALL) continue;
    for (let row = merge.top; row <= merge.bottom; row += 1) {
      const known = byRow.get(row);
      if (known === undefined) byRow.set(row, [merge]);
      else known.push(merge);
    }
  }
  return (row: number): readonly Merge[] => {
    const low = byRow.get(row) ?? [];
    if (tall.length === 0) return low;
    return [...low, ...tall.filter(({ top, bottom }) => top <= row && row <= bottom)];
  };
};

/** Makes the function that reads a row of a sheet as a row of a form, with the sheet's merged ranges. */
export const formRowReader = (merges: readonly Merge[]) => {
  const mergesOf = covering(merges);
  return ({ row, cells, problems = [] }: GridRow): FormRow => {
    const here = mergesOf(row);
    const full: FormCell[] = [];
    for (const [column, value] of cells.entries()) {
      const text = plainText(value);
      if (text === '') continue;
      const merge = here.find(({ left, right }) => left <= column && column <= right);
      if (merge !== undefined && (merge.top !== row || merge.left !== column)) continue;
      const { bottom, right } = merge ?? { bottom: row, right: column };
      full.push({ row, bottom, column, right, value, text });
    }
    return { row, cells: full, problems };
  };
};

/** The address of a cell as spreadsheets write it: column 0 of row 5 is `A5`. */
export const addressOf = ({ row, column }: { readonly row: number; readonly column: number }): string => {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return `${letters}${row}`;
};
