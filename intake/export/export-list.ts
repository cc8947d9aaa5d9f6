import type { Sql, TransactionSql } from '../../db/client.ts';
import type { ExportTitle } from './export-title.ts';
import { jsonLine } from './json-lines.ts';
import { rowCells } from './list-rows.ts';
import {
  sheetRow,
  sheetWidths,
  surveyColumns,
  type TableColumns,
  tableTexts,
  tableTitles,
} from './list-tables.ts';
import { nilRows } from './nil-rows.ts';
import type { RowCells } from './row-cells.ts';
import { type StoredList, storedRows } from './stored-rows.ts';
import { csvLine } from './table-text.ts';
import { SHEET_ROWS, type SheetContent, workbookStream } from './workbook-stream.ts';

export const EXPORT_FORMATS = ['jsonl', 'csv', 'xlsx'] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportOptions {
  readonly list: StoredList;
  readonly release: number;
  readonly format: ExportFormat;
  /** Rows written so far. */
  readonly onProgress?: (rows: number) => void;
}

/** Opens the rows anew for each time they are read. */
type Rows = (onProgress?: (rows: number) => void) => AsyncIterable<readonly RowCells[]>;

const rowsOf = (sql: TransactionSql, { list, release }: ExportOptions, guides: boolean): Rows =>
  async function* (onProgress) {
    const cellsOf = rowCells();
    let count = 0;
    for await (const rows of storedRows(sql, list.catalogId, guides, release)) {
      yield rows.map(cellsOf);
      count += rows.length;
      onProgress?.(count);
    }
    const isMain = guides === (list.kind === 'GUIDE');
    const nil = isMain ? await nilRows(sql, list, release) : [];
    if (nil.length > 0) yield nil;
  };

async function* jsonLines(rows: AsyncIterable<readonly RowCells[]>) {
  for await (const batch of rows) yield Buffer.from(batch.map(jsonLine).join(''));
}

async function* csvText(table: TableColumns, rows: AsyncIterable<readonly RowCells[]>) {
  // Without this mark Excel takes the file for one in the system's own encoding.
  yield Buffer.from(`\uFEFF${csvLine(tableTitles(table, 'csv'))}`);
  for await (const batch of rows) {
    yield Buffer.from(batch.map((cells) => csvLine(tableTexts(table, cells))).join(''));
  }
}

/** Rows longer than a worksheet go on in a further one, under the same header. */
async function* sheets(table: TableColumns, title: ExportTitle, rows: AsyncIterable<readonly RowCells[]>) {
  const batches = rows[Symbol.asyncIterator]();
  const header = tableTitles(table, title).map((value) => ({ value, look: 'HEADER' as const }));
  const widths = sheetWidths(table);
  const name = title === 'guides' ? '办事指南' : '清单';
  let waiting: RowCells[] = [];
  let isLast = false;
  async function* content() {
    yield header;
    for (let row = 1; row < SHEET_ROWS; row += 1) {
      while (waiting.length === 0 && !isLast) {
        const step = await batches.next();
        if (step.done === true) isLast = true;
        else waiting = step.value.toReversed();
      }
      const cells = waiting.pop();
      if (cells === undefined) return;
      yield sheetRow(table, cells);
    }
  }
  for (let number = 1; number === 1 || !isLast; number += 1) {
    const sheet: SheetContent = {
      name: number === 1 ? name : `${name}${number}`,
      widths,
      headed: true,
      rows: content(),
    };
    yield sheet;
  }
}

async function* workbookSheets(sql: TransactionSql, options: ExportOptions) {
  const isGuide = options.list.kind === 'GUIDE';
  const rows = rowsOf(sql, options, isGuide);
  yield* sheets(await surveyColumns(rows()), 'xlsx', rows(options.onProgress));
  if (isGuide) return;
  const guides = rowsOf(sql, options, true);
  const table = await surveyColumns(guides());
  if (table.columns.length > 1) yield* sheets(table, 'guides', guides());
}

async function* pieces(sql: TransactionSql, options: ExportOptions): AsyncGenerator<Buffer> {
  if (options.format === 'xlsx') {
    yield* workbookStream(workbookSheets(sql, options));
    return;
  }
  const rows = rowsOf(sql, options, options.list.kind === 'GUIDE');
  if (options.format === 'jsonl') yield* jsonLines(rows(options.onProgress));
  else yield* csvText(await surveyColumns(rows()), rows(options.onProgress));
}

/**
 * Writes a list as it stands in a release, one row for each row of its source and for each office
 * that has no items; an import of what is written changes
 * nothing. `write` takes the bytes piece by piece. The same release gives the same bytes.
 */
export const exportList = async (
  sql: Sql,
  options: ExportOptions,
  write: (pieces: AsyncIterable<Buffer>) => Promise<void>,
): Promise<void> => {
  // Both readings of the list see one state of the database.
  await sql.begin('isolation level repeatable read read only', async (transaction) => {
    // Whoever reads the export in a pager may take longer over a page than the server waits.
    await transaction`set local idle_in_transaction_session_timeout = 0`;
    await write(pieces(transaction, options));
  });
};
