import type { FieldOwner } from '../catalog/fields/field.ts';
import { plainText, readCell } from './cells.ts';
import { noteReading } from './columns.ts';
import { BLOCK_OWNERS, type Block, blockFieldOf } from './layouts/slots.ts';
import type { NamedRow } from './row.ts';

type BlockRecord = Record<string, unknown>;

const isObject = (value: unknown): value is BlockRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a block's entry is when it is a bare text: the name, or for a legal basis the law's. */
const nameOnly = (owner: FieldOwner, entry: unknown): BlockRecord => ({
  [owner === 'legalBasis' ? 'lawName' : owner === 'question' ? 'question' : 'name']: plainText(entry),
});

/** The keys by the elements they name, so that equal entries come out equal whatever their keys are called. */
const inElementOrder = (owner: FieldOwner, entry: BlockRecord): readonly string[] =>
  Object.keys(entry)
    .map((key) => [blockFieldOf(owner, key)?.element ?? `~${key}`, key] as const)
    .sort(([left, one], [right, other]) => {
      if (left === right) return one < other ? -1 : 1;
      return left < right ? -1 : 1;
    })
    .map(([, key]) => key);

const readEntry = (block: Block, owner: FieldOwner, entry: BlockRecord, into: NamedRow): BlockRecord => {
  const record: BlockRecord = {};
  for (const key of inElementOrder(owner, entry)) {
    const text = plainText(entry[key]);
    const field = blockFieldOf(owner, key);
    if (field === undefined) {
      if (text !== '') into.otherColumns.push({ title: `${block}.${key}`, value: text });
      continue;
    }
    const reading = readCell(field, text);
    if (reading.value !== undefined) record[field.element] = reading.value;
    noteReading(field, reading, into);
  }
  return record;
};

/** Reads a cell that holds a block: an array of objects or of texts, or a single one; empty entries are none. */
export const readBlock = (block: Block, raw: unknown, into: NamedRow): void => {
  const owner = BLOCK_OWNERS[block];
  const entries: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
  const records = entries
    .filter((entry) => isObject(entry) || plainText(entry) !== '')
    .map((entry) => (isObject(entry) ? readEntry(block, owner, entry, into) : nameOnly(owner, entry)))
    .filter((record) => Object.keys(record).length > 0);
  if (records.length > 0) into.blocks[block] = [...(into.blocks[block] ?? []), ...records];
};
