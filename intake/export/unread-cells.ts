import { plainText, readCell } from '../cells.ts';
import { type Slot, slotOf } from '../layouts/slots.ts';
import type { CellContent } from './element-cells.ts';
import { type ExportColumn, fieldColumns, otherColumn } from './export-columns.ts';
import { type RowCells, refusedPlaces, rowField } from './row-cells.ts';
import type { StoredRow } from './stored-rows.ts';

const columns = new Map<string, { readonly column: ExportColumn; readonly slot: Slot }>();

const columnOf = (title: string) => {
  const known = columns.get(title) ?? { column: otherColumn(title), slot: slotOf(title) };
  if (columns.size < 10_000) columns.set(title, known);
  return known;
};

type Unrecognised = StoredRow['unrecognised'][number];

/** What a second column of an element says without being understood is noted as the element's own. */
const takeEcho = (slot: Slot, value: string, from: Unrecognised[]): void => {
  const field = slot.kind === 'FIELD' || slot.kind === 'BLOCK' ? slot.field : undefined;
  if (field === undefined) return;
  const raw = readCell(field, value).unrecognised;
  const index = from.findIndex((each) => each.element === field.element && each.raw === raw);
  if (index >= 0) from.splice(index, 1);
};

/** Puts a text that was not understood into its element's column; false where there is no room for it. */
const putUnrecognised = (cells: RowCells, { element, raw }: Unrecognised): boolean => {
  const field = rowField(element);
  if (field === undefined) return false;
  const { own, second } = fieldColumns(field);
  const before: CellContent | undefined = cells.get(own);
  // A code too long to be one stays among the elements as well.
  if (before === raw) return true;
  // A state that was not understood is stored as the state of items that name none.
  if (before === undefined || element === 'state' || element === 'organisationCode') cells.set(own, raw);
  else if (field.type === 'enumerations' && Array.isArray(before)) cells.set(own, [...before, raw]);
  else if (second !== own && !cells.has(second)) cells.set(second, raw);
  else return false;
  return true;
};

/** The cells of a row, and whether they say again by themselves what they were made from. */
export interface UnreadCells {
  readonly cells: RowCells;
  readonly certain: boolean;
}

/** Titles an import keeps as they are: not blank, no blanks around them, each once and none of another column. */
const areKept = (others: StoredRow['otherColumns'], understood: RowCells): boolean => {
  const taken = new Set<string>();
  for (const { title, key } of understood.keys()) taken.add(title).add(key);
  return others.every(({ title, value }) => {
    if (title === '' || value === '' || title.trim() !== title || taken.has(title)) return false;
    taken.add(title);
    return true;
  });
};

/**
 * Adds what was not understood of a row: texts no code list knows go into their element's column, columns of their own
 * keep their titles. Undefined where the titles or the columns do not suffice.
 */
export const withUnreadCells = (understood: RowCells, row: StoredRow): UnreadCells | undefined => {
  const refused = refusedPlaces(row);
  const others = row.otherColumns.slice(0, row.otherColumns.length - refused);
  if (!areKept(others, understood)) return undefined;
  const cells: RowCells = new Map(understood);
  const unrecognised = [...row.unrecognised];
  // Columns nobody knows come back in the order of their titles; what else there is has to be tried.
  let certain = refused === 0 && unrecognised.length === 0;
  let before = '';
  for (const { title, value } of others) {
    const { slot } = columnOf(title);
    takeEcho(slot, value, unrecognised);
    certain &&= slot.kind === 'OTHER' && before < title && plainText(value) === value;
    before = title;
  }
  for (const each of unrecognised) if (!putUnrecognised(cells, each)) return undefined;
  for (const { title, value } of others) cells.set(columnOf(title).column, value);
  return { cells, certain };
};
