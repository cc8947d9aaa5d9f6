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
