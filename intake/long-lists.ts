import type { FieldOwner } from '../catalog/fields/field.ts';
import { fieldOf } from '../catalog/fields.ts';
import { listBoundOf, MOST_NIL_RETURNS } from '../catalog/list-bounds.ts';
import { type Problem, problem } from '../catalog/problems.ts';
import { BLOCK_OWNERS, type Block } from './layouts/slots.ts';
import type { NamedRow } from './row.ts';

type Elements = Readonly<Record<string, unknown>>;

const isBlock = (name: string): name is Block => Object.hasOwn(BLOCK_OWNERS, name);

const titleOf = (name: string, owners: readonly FieldOwner[]): string =>
  listBoundOf(name).chinese ??
  owners.map((owner) => fieldOf(owner, name)?.chinese).find((chinese) => chinese !== undefined) ??
  name;

/** A list longer than its bound, at the cell it was read from; materials may come from the cell of their names. */
const tooLong = (
  row: NamedRow,
  name: string,
  list: unknown,
  owners: readonly FieldOwner[],
): readonly Problem[] => {
  const { most } = listBoundOf(name);
  if (!Array.isArray(list) || list.length <= most) return [];
  const cell = row.cellOf(name) ?? (name === 'materials' ? row.cellOf('materialsText') : undefined);
  const place = { row: row.row, cell, field: name };
  const counts = { value: String(list.length), other: String(most) };
  return [problem('LIST_TOO_LONG', { ...place, title: titleOf(name, owners), ...counts })];
};

/** The lists within the entries of a block; of each element the first that is too long tells of all. */
const tooLongWithin = (row: NamedRow, block: Block, entries: unknown): readonly Problem[] => {
  if (!Array.isArray(entries)) return [];
  const told = new Map<string, readonly Problem[]>();
  for (const entry of entries as readonly Elements[]) {
    for (const [name, value] of Object.entries(entry)) {
      if (!Array.isArray(value) || told.has(name)) continue;
      const found = tooLong(row, name, value, [BLOCK_OWNERS[block]]);
      if (found.length > 0) told.set(name, found);
    }
  }
  return [...told.values()].flat();
};

/**
 * Lists of a record that the interface will refuse to show because they are longer than their `@listSize`: what is
 * stored is whole, but whoever asks for it is told so only then. The list of what was `found` in the row is one of them.
 */
export const withLongLists = (
  row: NamedRow,
  parts: readonly object[],
  found: readonly Problem[],
): readonly Problem[] => {
  const long = parts
    .flatMap((part): [string, unknown][] => Object.entries(part))
    .flatMap(([name, value]) => [
      ...tooLong(row, name, value, ['item', 'guide']),
      ...(isBlock(name) ? tooLongWithin(row, name, value) : []),
    ]);
  const all = [...found, ...long];
  return [...all, ...tooLong(row, 'problems', all, [])];
};

/** The departments of a list that report to have no item are a list of their own, of the import as a whole. */
export const tooManyNilReturns = (count: number): readonly Problem[] => {
  if (count <= MOST_NIL_RETURNS) return [];
  const counts = { value: String(count), other: String(MOST_NIL_RETURNS) };
  return [problem('LIST_TOO_LONG', { title: '零报告的部门', ...counts })];
};
