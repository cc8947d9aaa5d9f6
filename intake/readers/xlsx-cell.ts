import { problem } from '../../catalog/problems.ts';
import { cellAddress } from './cell-address.ts';
import { type CellValue, FileRefused, type ReadLimits } from './grid.ts';
import { meant, type NumberMeaning } from './number-formats.ts';
import { unescaped } from './xlsx-strings.ts';

/** What the cells of one sheet need to know of their file. */
export interface CellContext {
  readonly sheet: string;
  readonly strings: readonly string[];
  readonly styles: readonly NumberMeaning[];
  readonly is1904: boolean;
  readonly limits: ReadLimits;
}

/** A cell as its element says it, while it is being read. */
export interface CellText {
  type: string;
  style: number;
  value: string;
  formula: string | undefined;
}

/** Where a cell stands: the row counted from 1, the column from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** Whole numbers beyond a double's digits: some programs write codes so, and the text still has all of them. */
const LONG_INTEGER = /^\d{16,}$/u;

const DAY_AND_TIME = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?Z?$/u;

const isoDate = (text: string): Date | string => {
  if (!DAY_AND_TIME.test(text)) return text;
  const date = new Date(/[TZ]/u.test(text) && !text.endsWith('Z') ? `${text}Z` : text);
  return Number.isNaN(date.getTime()) ? text : date;
};

const numberOf = (cell: CellText, context: CellContext): CellValue => {
  if (cell.value === '') return null;
  const number = Number(cell.value);
  if (!Number.isFinite(number)) return cell.value;
  if (LONG_INTEGER.test(cell.value) && String(number) !== cell.value) return cell.value;
  const meaning = context.styles[cell.style];
  return meaning === undefined ? number : meant(number, meaning, context.is1904);
};

const sharedString = (cell: CellText, context: CellContext, place: CellPlace): string => {
  const text = context.strings[Number(cell.value)];
  if (text !== undefined && cell.value !== '') return text;
  const address = cellAddress(place.column, place.row);
  throw new FileRefused(
    problem('FILE_UNREADABLE', { sheet: context.sheet, cell: address, detail: '单元格的文字不在文件里' }),
  );
};

/**
 * What a cell shows, as its format types it: texts with their escapes resolved, numbers, dates, booleans. Errors such as
 * `#N/A` (type `e`) are for the caller to report.
 */
export const cellValue = (cell: CellText, context: CellContext, place: CellPlace): CellValue => {
  switch (cell.type) {
    case 's':
      return sharedString(cell, context, place);
    case 'str':
    case 'inlineStr':
      return unescaped(cell.value);
    case 'b':
      return cell.value === '' ? null : cell.value === '1' || cell.value === 'true';
    case 'd':
      return cell.value === '' ? null : isoDate(cell.value);
    default:
      return numberOf(cell, context);
  }
};
