import type { Problem } from '../../catalog/problems.ts';
import { nilTaker } from '../export/nil-rows.ts';
import type { RecordRow, Sheet } from '../readers/grid.ts';
import type { Table, TableRow } from '../readers/table.ts';
import type { ColumnMapping } from './column-mapping.ts';
import { mapColumns } from './map-columns.ts';
import { type Slot, slotOf } from './slots.ts';

type Records = Extract<Sheet, { readonly kind: 'RECORDS' }>;

/** Keys are written by programs: a key is known, mapped, or another column; it is never guessed at. */
const slotOfKey = (key: string, mapping: ColumnMapping | undefined): Slot | undefined => {
  const [column] =
    mapping === undefined ? [] : mapColumns([{ column: 0, stack: [key], samples: [] }], mapping);
  if (column?.how !== 'MAPPED') return slotOf(key);
  const { slot } = column;
  if (slot.kind === 'IGNORE') return undefined;
  return slot.kind === 'PART' || slot.kind === 'NAME_AND_CODE' ? slotOf(key) : slot;
};

/** The table of a file of records: each key gets a column the first time it appears, so that the header grows. */
export const recordTable = (document: string, sheet: Records, mapping: ColumnMapping | undefined): Table => {
  const header: string[] = [];
  const slots: Slot[] = [];
  const problems: Problem[] = [];
  const items = nilTaker(sheet.name, slots, problems);
  const positions = new Map<string, number | undefined>();
  const positionOf = (key: string): number | undefined => {
    if (positions.has(key)) return positions.get(key);
    const slot = slotOfKey(key, mapping);
    const position = slot === undefined ? undefined : header.push(key) - 1;
    if (slot !== undefined) slots.push(slot);
    positions.set(key, position);
    return position;
  };
  const rowOf = ({ row, record, problems = [] }: RecordRow): TableRow => {
    const cells: unknown[] = [];
    for (const [key, value] of Object.entries(record)) {
      const position = positionOf(key);
      if (position !== undefined) cells[position] = value;
    }
    return { row, cells, ...(problems.length > 0 ? { problems } : {}) };
  };
  async function* batches(): AsyncGenerator<readonly TableRow[]> {
    for await (const rows of sheet.batches) yield items(rows.map(rowOf));
  }
  return {
    document,
    ...(sheet.name === undefined ? {} : { sheet: sheet.name }),
    header,
    slots,
    batches: batches(),
    problems,
  };
};
