import type { Field } from '../catalog/fields/field.ts';
import type { Problem } from '../catalog/problems.ts';
import { problem, problemAt } from '../catalog/problems.ts';
import { plainText, type Reading, readCell } from './cells.ts';
import { BLOCK_OWNERS, type Block, blockFieldOf, type RowFact, type Slot, slotOf } from './layouts/slots.ts';
import type { TableRow } from './readers/table.ts';

/** A row as named values: facts of the row, elements of the item and of its guide, blocks, and what is left. */
export interface NamedRow {
  readonly row: number;
  readonly facts: Partial<Record<RowFact, string>>;
  readonly item: Record<string, unknown>;
  readonly guide: Record<string, unknown>;
  readonly blocks: Partial<Record<Block, readonly Record<string, unknown>[]>>;
  readonly unrecognised: { readonly element: string; readonly raw: string }[];
  readonly otherColumns: { readonly title: string; readonly value: string }[];
  readonly problems: Problem[];
}

type CellReader = (field: Field, text: string) => Reading;

/** Offices write the same few values over and over: each distinct text of a field is read once. */
const rememberingReader = (): CellReader => {
  const memory = new Map<string, Reading>();
  return (field, text) => {
    if (text.length > 60) return readCell(field, text);
    const key = `${field.owner}.${field.element}\u0000${text}`;
    const known = memory.get(key);
    if (known !== undefined) return known;
    const reading = readCell(field, text);
    if (memory.size < 50_000) memory.set(key, reading);
    return reading;
  };
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const readBlock = (block: Block, raw: unknown, into: NamedRow, read: CellReader): void => {
  const owner = BLOCK_OWNERS[block];
  const list = Array.isArray(raw) ? raw : [raw];
  const records = list.map((entry) => {
    if (!isObject(entry)) {
      const first = blockFieldOf(owner, owner === 'legalBasis' ? 'law_name' : 'name');
      return first === undefined ? {} : { [first.element]: plainText(entry) };
    }
    const record: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(entry)) {
      const field = blockFieldOf(owner, key);
      const text = plainText(value);
      if (field === undefined) {
        if (text !== '') into.otherColumns.push({ title: `${block}.${key}`, value: text });
        continue;
      }
      const reading = read(field, text);
      if (reading.value !== undefined) record[field.element] = reading.value;
      noteReading(field, reading, into);
    }
    return record;
  });
  if (records.length > 0) into.blocks[block] = [...(into.blocks[block] ?? []), ...records];
};

const noteReading = (field: Field, reading: Reading, into: NamedRow): void => {
  if (reading.unrecognised !== undefined) {
    into.unrecognised.push({ element: field.element, raw: reading.unrecognised });
  }
  for (const found of reading.problems) into.problems.push(problemAt(found, { row: into.row }));
};

const readField = (field: Field, text: string, into: NamedRow, read: CellReader): void => {
  const reading = read(field, text);
  const elements = field.owner === 'guide' ? into.guide : into.item;
  // Several columns of one element: the first that says anything counts (DUPLICATE_COLUMN tells so once a file).
  if (reading.value !== undefined && elements[field.element] === undefined) {
    elements[field.element] = reading.value;
  }
  noteReading(field, reading, into);
};

/** Makes the function that turns a table's rows into named values; it keeps up with a header that grows. */
export const rowReader = (header: readonly string[]) => {
  const slots: Slot[] = [];
  const read = rememberingReader();
  return (source: TableRow): NamedRow => {
    const named: NamedRow = {
      row: source.row, facts: {}, item: {}, guide: {}, blocks: {}, unrecognised: [], otherColumns: [], problems: [],
    };
    source.cells.forEach((cell, position) => {
      if (cell === undefined || cell === '' || cell === null) return;
      const title = header[position] ?? `第 ${position + 1} 列`;
      const slot = slots[position] ?? (slots[position] = slotOf(title));
      if (slot.kind === 'BLOCK' && typeof cell === 'object') readBlock(slot.block, cell, named, read);
      else if (slot.kind === 'FACT') named.facts[slot.fact] = plainText(cell);
      else if (slot.kind !== 'OTHER' && slot.field !== undefined) readField(slot.field, plainText(cell), named, read);
      else named.otherColumns.push({ title, value: plainText(cell) });
    });
    return named;
  };
};

/** Problems of the header: columns whose cells are kept under their own title because no element fits. */
export const headerProblems = (header: readonly string[]): readonly Problem[] =>
  header
    .filter((title) => slotOf(title).kind === 'OTHER')
    .map((title) => problem('UNKNOWN_COLUMN', { value: title }));
