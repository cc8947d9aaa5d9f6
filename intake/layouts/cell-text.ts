import { dayInChina } from '../../catalog/day-in-china.ts';
import type { CellValue, GridRow } from '../readers/grid.ts';

/** What a cell shows, trimmed; a date as YYYY-MM-DD, an empty cell as ''. */
export const cellText = (value: CellValue | undefined): string => {
  if (typeof value === 'string') return value.trim();
  if (value === null || value === undefined) return '';
  return value instanceof Date ? dayInChina(value) : String(value);
};

/** The texts of a row by column. */
export const rowTexts = (row: GridRow): readonly string[] => row.cells.map(cellText);

/** The letters of a sheet's column counted from 0: A, B … Z, AA. */
export const columnLetters = (column: number): string => {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
};
