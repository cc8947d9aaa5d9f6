import { readCell } from '../../cells.ts';
import type { GridRow } from '../../readers/grid.ts';
import type { SheetHead } from '../sheet-head.ts';
import { type FormRecord, recordBuilder } from './form-record.ts';
import { type FormRow, formRowReader } from './form-row.ts';
import { elementOf, type Label, NAME_ELEMENT, otherLabel, readLabel } from './label.ts';

/** A list turned on its side: titles down one column, an item in each column beside them. */
export interface SideList {
  readonly labelColumn: number;
  readonly itemColumns: readonly number[];
}

const TYPED = ['enumeration', 'enumerations', 'timeLimit', 'boolean', 'integer', 'date'];

/** Whether a column's cells can be read as what their titles ask for; a column of explanations cannot. */
const readsWell = (rows: readonly FormRow[], labelColumn: number, column: number): boolean | undefined => {
  let well = 0;
  let ill = 0;
  for (const { cells } of rows) {
    const label = readLabel(cells.find((cell) => cell.column === labelColumn)?.text ?? '');
    const cell = cells.find((one) => one.column === column);
    if (label?.slot.kind !== 'FIELD' || cell === undefined || !TYPED.includes(label.slot.field.type))
      continue;
    if (readCell(label.slot.field, cell.text).problems.length === 0) well += 1;
    else ill += 1;
  }
  return well + ill === 0 ? undefined : well > ill;
};

const labelsIn = (rows: readonly FormRow[], column: number): number =>
  rows.filter(({ cells }) =>
    cells.some((cell) => cell.column === column && readLabel(cell.text)?.rest === ''),
  ).length;

/**
 * Recognises a list on its side: at least three known titles in one column with the names of two items or more beside
 * 事项名称. Two columns may as well be a form with its explanations, so the second has to read as values.
 */
export const recogniseSideList = (head: SheetHead, rows: readonly FormRow[]): SideList | undefined => {
  if (!head.whole) return undefined;
  const nameRow = rows.find(({ cells }) => {
    const label = readLabel(cells[0]?.text ?? '');
    return label?.rest === '' && elementOf(label) === NAME_ELEMENT && cells.length >= 3;
  });
  const [name, ...items] = nameRow?.cells ?? [];
  if (name === undefined) return undefined;
  const itemColumns = items.map(({ column }) => column);
  const labels = labelsIn(rows, name.column);
  // In a form of two pairs of columns a label stands beside the name.
  if (labels < 3 || items.some(({ text }) => readLabel(text) !== undefined)) return undefined;
  if (itemColumns.some((column) => labelsIn(rows, column) >= 2)) return undefined;
  const lastReads = readsWell(rows, name.column, itemColumns.at(-1) ?? 0);
  const sure = itemColumns.length > 2 ? lastReads !== false : lastReads === true;
  return sure ? { labelColumn: name.column, itemColumns } : undefined;
};

/** Reads a list on its side: a record for each of its columns. The sheet is small, its head was all of it. */
export async function* sideRecords(
  head: SheetHead,
  { labelColumn, itemColumns }: SideList,
  batches: AsyncIterable<readonly GridRow[]>,
): AsyncGenerator<FormRecord> {
  const readRow = formRowReader(head.merges);
  const rows: { readonly label: Label; readonly row: FormRow }[] = [];
  const notes: string[] = [];
  for await (const batch of batches) {
    for (const row of batch.map(readRow)) {
      const text = row.cells.find(({ column }) => column === labelColumn)?.text ?? '';
      const label = row.cells.length > 1 ? (readLabel(text) ?? otherLabel(text)) : undefined;
      if (label !== undefined) rows.push({ label, row });
      else if (rows.length > 0) notes.push(...row.cells.map((cell) => cell.text));
    }
  }
  const start = rows.find(({ label }) => elementOf(label) === NAME_ELEMENT)?.row.row ?? 1;
  for (const [index, column] of itemColumns.entries()) {
    const record = recordBuilder(start);
    if (index === 0) record.notes.push(...notes);
    for (const { label, row } of rows) {
      // A value that holds for several items stands in one merged cell over their columns.
      const cell = row.cells.find(
        (one) => one.column > labelColumn && one.column <= column && column <= one.right,
      );
      if (cell !== undefined) record.add(label, cell.value, cell);
      if (index === 0) record.problems.push(...row.problems);
    }
    if (!record.isBlank()) yield record.finish(undefined, undefined);
  }
}
