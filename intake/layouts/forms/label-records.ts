import type { Problem } from '../../../catalog/problems.ts';
import type { GridRow } from '../../readers/grid.ts';
import type { SheetHead } from '../sheet-head.ts';
import { type BlockTable, takeBlockRow } from './block-table.ts';
import { eachForm, type FormTaker } from './each-form.ts';
import { blockLabel, type FormRecord, type RecordBuilder, recordBuilder } from './form-record.ts';
import type { FormCell, FormRow } from './form-row.ts';
import { nameFromHeadings, namesForm, officeInLines } from './heading.ts';
import { elementOf, type Label, NAME_ELEMENT, readLabel } from './label.ts';
import { isTitleCell, type LabelForm } from './label-form.ts';
import { type Piece, readLabelRow } from './label-row.ts';

/** Who filled the form in and when: no element of the item. */
const SIGNATURE =
  /^(?:填表|填报|制表|审核|审批|经办|负责|报送|校对|分管|联系|单位|主要)(?:人员?|日期|时间|领导|负责人|意见)?(?:[（(][^（()）]*[)）])?[:：]|盖章|签字|签章/u;

interface OpenTable {
  readonly table: BlockTable;
  readonly label: Label | undefined;
}

const offices = /(?:报送|填报|填表|编制|申报|梳理)单位/u;

/** Splits lines between two forms: from the one that names a form on they are the next one's. */
const splitLines = (lines: readonly string[]) => {
  const at = lines.findIndex((line) => namesForm(line) || offices.test(line));
  const from = at >= 0 ? at : lines.length;
  return { notes: lines.slice(0, from), headings: lines.slice(from) };
};

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

const inside = (cell: FormCell, { rest }: Label): FormCell | undefined =>
  rest === '' ? undefined : { ...cell, value: rest, text: rest };

/** Reads the forms of a sheet one after the other; the next begins where a heading or the first label comes again. */
class LabelForms implements FormTaker {
  readonly #sheet: string | undefined;
  readonly #form: LabelForm;
  #record: RecordBuilder | undefined;
  /** The first label of the first form: where it comes again, the next form begins. */
  #firstKey: string | undefined;
  #table: OpenTable | undefined;
  /** A label alone in its row: what follows below belongs to it. */
  #section: Label | undefined;
  /** Lines that belong to the form before or are the heading of the next. */
  #lines: string[] = [];
  #headings: readonly string[];
  #problems: Problem[] = [];
  #forms = 0;

  constructor({ name, before }: SheetHead, form: LabelForm) {
    this.#sheet = name;
    this.#headings = before;
    this.#form = form;
  }

  take(row: FormRow): readonly FormRecord[] {
    const cells = row.cells.filter(({ column }) => !this.#form.ignoredColumns.has(column));
    if (cells.length === 0) return [];
    this.#problems.push(...row.problems);
    const read = { ...row, cells };
    if (this.#table !== undefined && takesTableRow(this.#table.table, read, this.#form)) return [];
    this.#closeTable();
    const pieces = this.#piecesOf(read);
    if (pieces === undefined) return [];
    const finished = this.#begins(pieces) ? this.#finish(true) : [];
    if (this.#record === undefined) {
      this.#headings = [...this.#headings, ...this.#lines];
      this.#record = recordBuilder(row.row);
    } else {
      this.#record.notes.push(...this.#lines);
    }
    this.#lines = [];
    this.#record.problems.push(...this.#problems.splice(0));
    for (const piece of pieces) this.#takePiece(piece, this.#record);
    return finished;
  }

  end(): readonly FormRecord[] {
    return this.#finish(false);
  }

  #closeTable(): void {
    if (this.#table === undefined) return;
    const { table, label } = this.#table;
    if (table.entries.length > 0) this.#record?.add(blockLabel(table, label), table.entries, table.top);
    this.#table = undefined;
  }

  #finish(more: boolean): readonly FormRecord[] {
    this.#closeTable();
    const record = this.#record;
    const above = this.#headings;
    const { notes, headings } = more ? splitLines(this.#lines) : { notes: this.#lines, headings: [] };
    this.#lines = [];
    this.#headings = headings;
    this.#section = undefined;
    this.#record = undefined;
    if (record === undefined || record.isBlank()) return [];
    this.#forms += 1;
    record.notes.push(...notes);
    if (!more) record.problems.push(...this.#problems);
    // The sheet's own name names its only form; several forms on a sheet bear their names themselves.
    const sheet = this.#forms === 1 && !more ? this.#sheet : undefined;
    return [record.finish(nameFromHeadings(above, sheet), officeInLines(above))];
  }

  /** The pieces of a row, or undefined where the row is a heading or a signature. */
  #piecesOf(row: FormRow): readonly Piece[] | undefined {
    const [first] = row.cells as [FormCell, ...FormCell[]];
    if (SIGNATURE.test(first.text)) {
      this.#lines.push(row.cells.map(({ text }) => text).join(' '));
      return undefined;
    }
    if (row.cells.length === 1) return this.#loneCell(first);
    const title = row.cells.find(({ column }) => this.#form.labelColumns.has(column));
    if (title !== undefined && isTitleCell(title.text)) return undefined;
    return readLabelRow(row, this.#form.labelColumns, this.#section);
  }

  /** A cell alone in its row: a label for what follows, a further line of the element before, or a line of its own. */
  #loneCell(cell: FormCell): readonly Piece[] | undefined {
    const { labelColumns } = this.#form;
    const more: Piece = { kind: 'MORE', cell, sameRow: false };
    const isValue = cell.column > Math.min(...labelColumns) && !labelColumns.has(cell.column);
    if (isValue && this.#record !== undefined) return [more];
    const label = namesForm(cell.text) ? undefined : readLabel(cell.text);
    if (label !== undefined) return [{ kind: 'ENTRY', label, labelCell: cell, value: inside(cell, label) }];
    if (this.#section !== undefined && !namesForm(cell.text)) return [more];
    this.#lines.push(cell.text);
    return undefined;
  }

  /** Whether these pieces begin the next form. */
  #begins(pieces: readonly Piece[]): boolean {
    const record = this.#record;
    const labels = pieces.flatMap((piece) => (piece.kind === 'ENTRY' ? [piece.label] : []));
    if (record === undefined || labels.length === 0) return false;
    if (this.#lines.some(namesForm)) return true;
    const names = record.has(NAME_ELEMENT);
    return labels.some(
      (label) => label.key === this.#firstKey || (names && elementOf(label) === NAME_ELEMENT),
    );
  }

  #takePiece(piece: Piece, record: RecordBuilder): void {
    if (piece.kind === 'TABLE') {
      if (this.#section !== undefined) record.dropBlank(this.#section);
      this.#table = { table: piece.table, label: piece.label };
      this.#section = undefined;
      return;
    }
    if (piece.kind === 'MORE') {
      if (!record.append(piece.cell.value, piece.sameRow ? ' ' : '\n')) record.notes.push(piece.cell.text);
      return;
    }
    this.#firstKey ??= piece.label.key;
    record.add(piece.label, piece.value?.value ?? '', piece.value ?? piece.labelCell);
    this.#section = piece.value === undefined ? piece.label : undefined;
  }
}

/** The forms of a sheet whose labels stand beside their values. */
export const labelRecords = (
  head: SheetHead,
  form: LabelForm,
  batches: AsyncIterable<readonly GridRow[]>,
): AsyncIterable<FormRecord> => eachForm(head.merges, batches, new LabelForms(head, form));
