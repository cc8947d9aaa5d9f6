import { type Problem, problem } from '../../catalog/problems.ts';
import { cellAddress } from './cell-address.ts';
import { type CellValue, FileRefused, type GridRow, type ReadLimits } from './grid.ts';
import { inPlainDigits } from './limits.ts';

/** Counts the cells of a whole file, and the characters of the rows that wait. */
export interface CellCount {
  cells: number;
  characters: number;
}

/** Makes rows of the cells of one sheet, each within the limits and with its problems. */
export interface RowCollector {
  /** Where the present cell stands: the row counted from 1, the column from 0. */
  row: number;
  column: number;
  startRow(row: number): void;
  /** Tells that the sheet does not show the present row. */
  hideRow(): void;
  /** The rows told so that were not left out. */
  readonly hidden: readonly number[];
  startCell(column: number): void;
  put(value: CellValue): void;
  report(code: 'CELL_ERROR' | 'FORMULA_WITHOUT_VALUE', value: string): void;
  endRow(): void;
  /** The refusal that names a limit and the present cell. */
  limit(title: string, most: number): FileRefused;
}

/** Characters of a batch of rows: long texts make it shorter, so that few batches never fill the memory. */
export const BATCH_CHARACTERS = 1 << 20;

/** Collects the rows of one sheet into `rows`; rows and cells without a value are left out, whatever their format. */
export const rowCollector = (
  sheet: string,
  limits: ReadLimits,
  count: CellCount,
  rows: GridRow[],
): RowCollector => {
  let lastRow = 0;
  let cells: CellValue[] = [];
  let problems: Problem[] = [];
  let isHidden = false;
  const hidden: number[] = [];
  const place = () => ({ sheet, cell: cellAddress(collector.column, collector.row), row: collector.row });
  const collector: RowCollector = {
    row: 0,
    column: -1,
    hidden,
    hideRow: () => {
      isHidden = true;
    },
    limit: (title, most) =>
      new FileRefused(problem('FILE_LIMIT', { ...place(), title, other: inPlainDigits(most) })),
    startRow: (row) => {
      collector.row = row;
      collector.column = -1;
      isHidden = false;
      cells = [];
      problems = [];
    },
    startCell: (column) => {
      collector.column = column;
      count.cells += 1;
      if (count.cells > limits.cells) throw collector.limit('单元格数', limits.cells);
    },
    put: (value) => {
      if (value === null || value === '') return;
      const { column, row } = collector;
      if (column >= limits.columns) throw collector.limit('列数', limits.columns);
      if (row > limits.rows) throw collector.limit('行数', limits.rows);
      if (typeof value === 'string') {
        if (value.length > limits.cellCharacters) throw collector.limit('单元格字数', limits.cellCharacters);
        count.characters += value.length;
      }
      while (cells.length < column) cells.push(null);
      cells[column] = value;
    },
    report: (code, value) => problems.push(problem(code, { ...place(), value })),
    endRow: () => {
      const { row } = collector;
      if (cells.length === 0 && problems.length === 0) return;
      if (!Number.isSafeInteger(row) || row <= lastRow) {
        throw new FileRefused(
          problem('FILE_UNREADABLE', { sheet, detail: `第 ${lastRow} 行以后，行的次序错乱` }),
        );
      }
      lastRow = row;
      if (isHidden) hidden.push(row);
      rows.push(problems.length === 0 ? { row, cells } : { row, cells, problems });
      cells = [];
      problems = [];
    },
  };
  return collector;
};

/** Rows that a problem names one by one. */
const MOST_NAMED = 20;

/** The problem that names a sheet's hidden rows, if it has any; of many, filtered away perhaps, the first ones. */
export const hiddenRows = (sheet: string, rows: readonly number[]): readonly Problem[] => {
  if (rows.length === 0) return [];
  const named = rows.slice(0, MOST_NAMED).join('、');
  const value = rows.length > MOST_NAMED ? `${named} 等 ${rows.length}` : named;
  return [problem('HIDDEN_ROWS', { sheet, value })];
};
