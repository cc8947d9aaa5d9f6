import { type BlockTable, blockTableAt } from './block-table.ts';
import type { FormCell, FormRow } from './form-row.ts';
import { type Label, otherLabel, readLabel } from './label.ts';

/** What a row of a form says, piece by piece from left to right. */
export type Piece =
  | {
      readonly kind: 'ENTRY';
      readonly label: Label;
      readonly labelCell: FormCell;
      readonly value: FormCell | undefined;
    }
  /** A cell that belongs to the element before it: a unit, a further line. */
  | { readonly kind: 'MORE'; readonly cell: FormCell; readonly sameRow: boolean }
  /** The head of a table within the form, and the label beside it. */
  | { readonly kind: 'TABLE'; readonly label: Label | undefined; readonly table: BlockTable };

const isNumber = (text: string): boolean => /^[\d.、）)]+$/u.test(text);

const adjoins = (left: FormCell, right: FormCell | undefined): right is FormCell =>
  right !== undefined && right.column === left.right + 1;

/** The label in a cell: a known one where the form has its labels, at the row's start, or with its value inside. */
const labelAt = (
  cells: readonly FormCell[],
  index: number,
  columns: ReadonlySet<number>,
): Label | undefined => {
  const cell = cells[index];
  if (cell === undefined) return undefined;
  const label = readLabel(cell.text);
  if (label !== undefined && (columns.has(cell.column) || label.rest !== '')) return label;
  const starts = cells.slice(0, index).every(({ text, bottom, row }) => isNumber(text) || bottom > row);
  return label !== undefined && starts && adjoins(cell, cells[index + 1]) ? label : undefined;
};

/** A label over several rows whose neighbour is a label itself only groups them: 收费｜收费标准｜…. */
const groups = (cells: readonly FormCell[], index: number): boolean => {
  const [cell, next, after] = [cells[index], cells[index + 1], cells[index + 2]];
  if (cell === undefined || !adjoins(cell, next) || !adjoins(next, after)) return false;
  const inner = readLabel(next.text);
  if (inner === undefined || inner.rest !== '' || readLabel(after.text)?.rest === '') return false;
  return cell.bottom > cell.row || readLabel(cell.text) === undefined;
};

/** The head of a table within the form: alone in its row, or beside its label, which a running number may lead. */
const tablePiece = (cells: readonly FormCell[], section: Label | undefined): Piece | undefined => {
  const whole = blockTableAt(cells, section, undefined);
  if (whole !== undefined) return { kind: 'TABLE', label: section, table: whole };
  const at = isNumber(cells[0]?.text ?? '') ? 1 : 0;
  const labelCell = cells[at];
  const label =
    labelCell === undefined ? undefined : (readLabel(labelCell.text) ?? otherLabel(labelCell.text));
  const table = label === undefined ? undefined : blockTableAt(cells.slice(at + 1), label, labelCell);
  return table === undefined ? undefined : { kind: 'TABLE', label, table };
};

/** Reads a row of a form with its labels at `columns`; `section` is the label that stands alone above the row. */
export const readLabelRow = (
  { cells }: FormRow,
  columns: ReadonlySet<number>,
  section: Label | undefined,
): readonly Piece[] => {
  const table = tablePiece(cells, section);
  if (table !== undefined) return [table];
  const pieces: Piece[] = [];
  let index = 0;
  const known = (at: number) => labelAt(cells, at, columns);
  const skip = (cell: FormCell): boolean => {
    const leads = pieces.length === 0 && cells[index + 1] !== undefined;
    return leads && (isNumber(cell.text) || cell.bottom > cell.row) && known(index + 1) !== undefined;
  };
  while (index < cells.length) {
    const cell = cells[index] as FormCell;
    const next = cells[index + 1];
    if (groups(cells, index) || skip(cell)) {
      index += 1;
      continue;
    }
    const label =
      known(index) ?? (columns.has(cell.column) && adjoins(cell, next) ? otherLabel(cell.text) : undefined);
    if (label === undefined) {
      pieces.push({ kind: 'MORE', cell, sameRow: pieces.length > 0 });
      index += 1;
    } else if (label.rest !== '') {
      pieces.push({
        kind: 'ENTRY',
        label,
        labelCell: cell,
        value: { ...cell, value: label.rest, text: label.rest },
      });
      index += 1;
    } else {
      const isValue = next !== undefined && !(columns.has(next.column) && readLabel(next.text) !== undefined);
      pieces.push({ kind: 'ENTRY', label, labelCell: cell, value: isValue ? next : undefined });
      index += isValue ? 2 : 1;
    }
  }
  return pieces;
};
