import type { Problem } from '../../../catalog/problems.ts';
import { type LayoutContext, tablesOf } from '../../../intake/layouts/lay-tables.ts';
import type { SheetHead } from '../../../intake/layouts/sheet-head.ts';
import type { CellValue, Grid, Merge, RecordRow, Sheet } from '../../../intake/readers/grid.ts';
import type { Table, TableRow } from '../../../intake/readers/table.ts';

export type Rows = readonly (readonly CellValue[])[];

export interface SmallSheet {
  readonly name?: string;
  readonly hidden?: boolean;
  readonly before?: readonly string[];
  readonly rows: Rows;
  /** Ranges as sheets write them: `A1:C1`. */
  readonly merges?: readonly string[];
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

export const mergeOf = (range: string): Merge => {
  const [, left = 'A', top = '1', right = left, bottom = top] =
    /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/u.exec(range) ?? [];
  return { top: Number(top), left: columnOf(left), bottom: Number(bottom), right: columnOf(right) };
};

const numbered = (rows: Rows) => rows.map((cells, index) => ({ row: index + 1, cells }));

async function* inBatches<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  // Small batches, so that everything that holds from row to row has to cross them.
  for (let first = 0; first < rows.length; first += 3) yield rows.slice(first, first + 3);
}

async function* sheetsOf(sheets: readonly SmallSheet[]): AsyncGenerator<Sheet> {
  for (const { rows, merges = [], ...start } of sheets) {
    yield { kind: 'CELLS', ...start, merges: merges.map(mergeOf), batches: inBatches(numbered(rows)) };
  }
}

export const gridOf = (...sheets: readonly SmallSheet[]): Grid => ({
  document: '清单.xlsx',
  problems: [],
  sheets: sheetsOf(sheets),
});

async function* recordsSheet(records: readonly Readonly<Record<string, unknown>>[]): AsyncGenerator<Sheet> {
  const rows = records.map((record, index): RecordRow => ({ row: index + 1, record }));
  yield { kind: 'RECORDS', batches: inBatches(rows) };
}

export const recordsGrid = (...records: readonly Readonly<Record<string, unknown>>[]): Grid => ({
  document: '清单.json',
  problems: [],
  sheets: recordsSheet(records),
});

export const headOf = (
  rows: Rows,
  merges: readonly string[] = [],
  before: readonly string[] = [],
): SheetHead => ({
  document: '清单.xlsx',
  name: '清单',
  hidden: false,
  before,
  merges: merges.map(mergeOf),
  rows: numbered(rows),
  whole: true,
});

export interface ReadTable {
  readonly table: Table;
  readonly rows: readonly TableRow[];
  /** The rows as objects by title, empty cells left out. */
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly problems: readonly Problem[];
  readonly codes: readonly string[];
}

/** Reads all tables of a grid to their ends. */
export const readTables = async (
  grid: Grid,
  context: LayoutContext = { listKind: 'PUBLIC_SERVICE' },
): Promise<readonly ReadTable[]> => {
  const tables: ReadTable[] = [];
  for await (const table of tablesOf(grid, context)) {
    const rows: TableRow[] = [];
    for await (const batch of table.batches) rows.push(...batch);
    const items = rows.map(({ cells }) =>
      Object.fromEntries(
        cells.flatMap((cell, position) =>
          cell === null || cell === undefined || cell === '' ? [] : [[table.header[position] ?? '', cell]],
        ),
      ),
    );
    const problems = [...table.problems, ...rows.flatMap((row) => row.problems ?? [])];
    tables.push({ table, rows, items, problems, codes: problems.map(({ code }) => code) });
  }
  return tables;
};

/** Reads a grid of one table. */
export const readOne = async (sheet: SmallSheet, context?: LayoutContext): Promise<ReadTable> => {
  const [only] = await readTables(gridOf(sheet), context);
  if (only === undefined) throw new Error('no table');
  return only;
};
