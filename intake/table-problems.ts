import type { ItemType } from '../catalog/enumerations.ts';
import { familyOf, type ItemFamily } from '../catalog/item-family.ts';
import { type Problem, problem } from '../catalog/problems.ts';
import { missingColumns } from '../catalog/rules/chk-30-required-elements.ts';
import type { Table } from './readers/table.ts';
import { headerProblems, type NamedRow, type RowReader } from './row.ts';

/** How many rows of a table are held against each presence table. */
export type FamilyCounts = Map<ItemFamily | undefined, number>;

/** Counts a row by the family of its item type. */
export const countFamily = (families: FamilyCounts, row: NamedRow): void => {
  const family = familyOf(row.core['itemType'] as ItemType | undefined);
  families.set(family, (families.get(family) ?? 0) + 1);
};

const commonFamily = (families: FamilyCounts): ItemFamily | undefined =>
  [...families].sort(([, many], [, more]) => more - many)[0]?.[0];

/**
 * What is wrong with a table as a whole: what its layout tells, columns nobody knows (a form tells its unknown labels
 * itself), and required elements that have no column.
 */
export const tableProblems = (
  table: Table,
  listKind: string,
  { elements }: RowReader,
  families: FamilyCounts,
): readonly Problem[] => {
  const told = new Set(table.problems.map(({ code, value }) => `${code} ${value}`));
  const unknown = headerProblems(table.header, table).filter(
    ({ code, value }) => !told.has(`${code} ${value}`),
  );
  const missing = elements.has('name') ? missingColumns(elements, listKind, commonFamily(families)) : [];
  return [...table.problems, ...unknown, ...missing.map(({ code, ...found }) => problem(code, found))];
};
