import { problem } from '../../catalog/problems.ts';
import {
  BATCH_ROWS,
  FileRefused,
  type GridEvent,
  type GridRow,
  type Merge,
  type ReadLimits,
} from './grid.ts';
import { inPlainDigits } from './limits.ts';
import type { OleStream } from './ole.ts';
import {
  BATCH_CHARACTERS,
  type CellCount,
  hiddenRows,
  type RowCollector,
  rowCollector,
} from './row-collector.ts';
import { CELL_RECORDS, cellsOf, type XlsCell } from './xls-cells.ts';
import type { XlsGlobals, XlsSheet } from './xls-globals.ts';
import { damagedXls, RECORD, recordsFrom, type XlsRecord } from './xls-records.ts';
import { clippedMerge, MOST_MERGES } from './xlsx-merges.ts';

/** What a sheet's records say beside its rows. */
export interface XlsSheetShape {
  readonly merges: readonly Merge[];
  /** Whether the cells come in the order of their rows: some programs write them in the order they were set. */
  readonly inOrder: boolean;
  readonly hidden: ReadonlySet<number>;
}

/** The records of one sheet without those of charts embedded in it, which are sheets within the sheet. */
function* sheetRecords(stream: OleStream, { position }: XlsSheet): Generator<XlsRecord, void, undefined> {
  let depth = 0;
  for (const record of recordsFrom(stream, position)) {
    if (record.id === RECORD.START) depth += 1;
    else if (depth === 0) throw damagedXls();
    if (record.id === RECORD.EOF) depth -= 1;
    if (depth === 0) return;
    if (depth === 1) yield record;
  }
}

const readMerges = ({ data }: XlsRecord, limits: ReadLimits): readonly Merge[] => {
  const merges: Merge[] = [];
  for (let at = 2; at + 8 <= data.length && at < 2 + data.readUInt16LE(0) * 8; at += 8) {
    const range = {
      top: data.readUInt16LE(at) + 1,
      bottom: data.readUInt16LE(at + 2) + 1,
      left: data.readUInt16LE(at + 4),
      right: data.readUInt16LE(at + 6),
    };
    const merge = clippedMerge(range, limits);
    if (merge !== undefined) merges.push(merge);
  }
  return merges;
};

/** The bit of a row's flags that hides it (MS-XLS §2.4.221). */
const HIDDEN = 0x20;

/** Reads the merged ranges, which stand after the rows, which rows are hidden, and whether the rows are in order. */
export const readShape = (stream: OleStream, sheet: XlsSheet, limits: ReadLimits): XlsSheetShape => {
  const merges: Merge[] = [];
  const hidden = new Set<number>();
  let inOrder = true;
  let row = 0;
  for (const record of sheetRecords(stream, sheet)) {
    if (CELL_RECORDS.has(record.id)) {
      const next = record.data.readUInt16LE(0);
      if (next < row) inOrder = false;
      row = next;
    } else if (record.id === RECORD.ROW) {
      if ((record.data.readUInt8(12) & HIDDEN) !== 0) hidden.add(record.data.readUInt16LE(0) + 1);
    } else if (record.id === RECORD.MERGE_CELLS) {
      merges.push(...readMerges(record, limits));
      if (merges.length > MOST_MERGES) {
        const other = inPlainDigits(MOST_MERGES);
        throw new FileRefused(problem('FILE_LIMIT', { sheet: sheet.name, title: '合并单元格数', other }));
      }
    }
  }
  return { merges, inOrder, hidden };
};

/** The cells of each row together, for a sheet that has them in another order. */
const byRow = (cells: Iterable<XlsCell>): Iterable<XlsCell> =>
  [...cells].sort((one, other) => one.row - other.row);

const putCell = (cell: XlsCell, collector: RowCollector): void => {
  collector.startCell(cell.column);
  if (cell.error === undefined) collector.put(cell.value);
  else collector.report('CELL_ERROR', cell.error);
};

/** The rows of a worksheet in batches, then which of them are hidden; rows and cells without a value are left out, whatever their format. */
export function* readRows(
  stream: OleStream,
  sheet: XlsSheet,
  { inOrder, hidden }: XlsSheetShape,
  globals: XlsGlobals,
  limits: ReadLimits,
  count: CellCount,
): Generator<GridEvent, void, undefined> {
  const rows: GridRow[] = [];
  const collector = rowCollector(sheet.name, limits, count, rows);
  const cells = cellsOf(sheetRecords(stream, sheet), globals);
  for (const cell of inOrder ? cells : byRow(cells)) {
    if (cell.row !== collector.row) {
      collector.endRow();
      collector.startRow(cell.row);
      if (hidden.has(cell.row)) collector.hideRow();
      if (rows.length >= BATCH_ROWS || count.characters >= BATCH_CHARACTERS) {
        count.characters = 0;
        yield { kind: 'ROWS', rows: rows.splice(0) };
      }
    }
    putCell(cell, collector);
  }
  collector.endRow();
  if (rows.length > 0) yield { kind: 'ROWS', rows };
  for (const found of hiddenRows(sheet.name, collector.hidden)) yield { kind: 'PROBLEM', problem: found };
}
