import type { GridRow } from '../../readers/grid.ts';
import type { SheetHead } from '../sheet-head.ts';
import { type BlockTable, takeBlockRow } from './block-table.ts';
import { blockLabel, type FormRecord, type RecordBuilder, recordBuilder } from './form-record.ts';
import { type FormCell, type FormRow, formRowReader } from './form-row.ts';
import { nameFromHeadings, namesForm, officeInLines } from './heading.ts';
import { elementOf, type Label, NAME_ELEMENT, readLabel } from './label.ts';
import { isTitleCell, type LabelForm } from './label-form.ts';
import { type Piece, readLabelRow } from './label-row.ts';

/** Who filled the form in and when: no element of the item. */
const SIGNATURE =
  /^(?:填表|填报|制表|审核|审批|经办|负责|报送|校对|分管|联系|单位|主要)(?:人员?|日期|时间|领导|负责人|意见)?(?:[（(][^（()）]*[)）])?[:：]|盖章|签字|签章/u;

interface State {
  record: RecordBuilder | undefined;
  /** The first label of the first form: where it comes again, the next form begins. */
  firstKey: string | undefined;
  table: { readonly table: BlockTable; readonly label: Label | undefined } | undefined;
  /** A label alone in its row: what follows below belongs to it. */
  section: { readonly label: Label } | undefined;
  /** Lines that belong to the form before or are the heading of the next. */
  lines: string[];
}

const offices = /(?:报送|填报|填表|编制|申报|梳理)单位/u;

/** Splits lines between two forms: from the one that names a form on they are the next one's. */
const splitLines = (lines: readonly string[]) => {
  const at = lines.findIndex((line) => namesForm(line) || offices.test(line));
  const from = at >= 0 ? at : lines.length;
  return { notes: lines.slice(0, from), headings: lines.slice(from) };
};

/** Reads the forms of a sheet one after the other; the next begins where a heading or the first label comes again. */
export async function* labelRecords(
  head: SheetHead,
  form: LabelForm,
  batches: AsyncIterable<readonly GridRow[]>,
): AsyncGenerator<FormRecord> {
  const readRow = formRowReader(head.merges);
  const state: State = {
    record: undefined,
    firstKey: undefined,
    table: undefined,
    section: undefined,
    lines: [],
  };
  let headings: readonly string[] = head.before;
  let forms = 0;

  const closeTable = (): void => {
    if (state.table === undefined) return;
    const { table, label } = state.table;
    if (table.entries.length > 0) state.record?.add(blockLabel(table, label), table.entries, table.top);
    state.table = undefined;
  };
  const finish = (more: boolean): FormRecord | undefined => {
    closeTable();
    const { record } = state;
    const { notes, headings: next } = more ? splitLines(state.lines) : { notes: state.lines, headings: [] };
    state.lines = [];
    state.section = undefined;
    state.record = undefined;
    const above = headings;
    headings = next;
    if (record === undefined || record.isBlank()) return undefined;
    forms += 1;
    record.notes.push(...notes);
    // The sheet's own name names its only form; several forms on a sheet bear their names themselves.
    const sheet = forms === 1 && !more ? head.name : undefined;
    return record.finish(nameFromHeadings(above, sheet), officeInLines(above));
  };
  const take = (row: FormRow): FormRecord | undefined => {
    if (state.table !== undefined && takesTableRow(state.table.table, row, form)) return undefined;
    closeTable();
    const pieces = piecesOf(row, form, state);
    if (pieces === undefined) return undefined;
    const finished = begins(pieces, state) ? finish(true) : undefined;
    if (state.record === undefined) {
      if (state.lines.length > 0) headings = [...headings, ...state.lines];
      state.lines = [];
      state.record = recordBuilder(row.row);
    } else {
      state.record.notes.push(...state.lines);
      state.lines = [];
    }
    state.record.problems.push(...row.problems);
    for (const piece of pieces) takePiece(piece, state);
    return finished;
  };

  for await (const batch of batches) {
    for (const source of batch) {
      const read = readRow(source);
      const cells = read.cells.filter(({ column }) => !form.ignoredColumns.has(column));
      if (cells.length === 0) continue;
      const finished = take({ ...read, cells });
      if (finished !== undefined) yield finished;
    }
  }
  const last = finish(false);
  if (last !== undefined) yield last;
}

/** A row goes to the table within the form unless it begins with a label of the form outside the table. */
const takesTableRow = (table: BlockTable, row: FormRow, form: LabelForm): boolean => {
  const [first] = row.cells;
  if (first === undefined) return false;
  if (table.labelBottom !== undefined && row.row <= table.labelBottom) return takeBlockRow(table, row);
  const label = readLabel(first.text);
  if (label !== undefined && form.labelColumns.has(first.column)) return false;
  if (table.labelBottom !== undefined || SIGNATURE.test(first.text) || namesForm(first.text)) return false;
  return takeBlockRow(table, row);
};

/** The pieces of a row, or undefined where the row is a heading, a signature, or part of a table just found. */
const piecesOf = (row: FormRow, form: LabelForm, state: State): readonly Piece[] | undefined => {
  const [first] = row.cells as [FormCell, ...FormCell[]];
  if (SIGNATURE.test(first.text)) {
    state.lines.push(row.cells.map(({ text }) => text).join(' '));
    return undefined;
  }
  if (row.cells.length === 1) return loneCell(first, form, state);
  const title = row.cells.find(({ column }) => form.labelColumns.has(column));
  if (title !== undefined && isTitleCell(title.text)) return undefined;
  return readLabelRow(row, form.labelColumns, state.section?.label);
};

/** A cell alone in its row: a label for what follows, a further line of the element before, or a line of its own. */
const loneCell = (cell: FormCell, form: LabelForm, state: State): readonly Piece[] | undefined => {
  const more: Piece = { kind: 'MORE', cell, sameRow: false };
  const isValue = cell.column > Math.min(...form.labelColumns) && !form.labelColumns.has(cell.column);
  if (isValue && state.record !== undefined) return [more];
  const label = namesForm(cell.text) ? undefined : readLabel(cell.text);
  if (label !== undefined) return [{ kind: 'ENTRY', label, labelCell: cell, value: inside(cell, label) }];
  if (state.section !== undefined && !namesForm(cell.text)) return [more];
  state.lines.push(cell.text);
  return undefined;
};

const inside = (cell: FormCell, { rest }: Label): FormCell | undefined =>
  rest === '' ? undefined : { ...cell, value: rest, text: rest };

/** Whether these pieces begin the next form. */
const begins = (pieces: readonly Piece[], { record, firstKey, lines }: State): boolean => {
  const labels = pieces.flatMap((piece) => (piece.kind === 'ENTRY' ? [piece.label] : []));
  if (record === undefined || labels.length === 0) return false;
  if (lines.some(namesForm)) return true;
  return labels.some(
    (label) => label.key === firstKey || (elementOf(label) === NAME_ELEMENT && record.has(NAME_ELEMENT)),
  );
};

const takePiece = (piece: Piece, state: State): void => {
  const { record } = state;
  if (record === undefined) return;
  if (piece.kind === 'TABLE') {
    if (state.section !== undefined) record.dropBlank(state.section.label);
    state.table = { table: piece.table, label: piece.label };
    state.section = undefined;
    return;
  }
  if (piece.kind === 'MORE') {
    if (!record.append(piece.cell.value, piece.sameRow ? ' ' : '\n')) record.notes.push(piece.cell.text);
    return;
  }
  state.firstKey ??= piece.label.key;
  record.add(piece.label, piece.value?.value ?? '', piece.value ?? piece.labelCell);
  state.section = piece.value === undefined ? { label: piece.label } : undefined;
};
