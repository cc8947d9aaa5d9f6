import { fieldOf } from '../../catalog/fields.ts';
import { type Problem, problem } from '../../catalog/problems.ts';
import type { TransactionSql } from '../../db/client.ts';
import { plainText } from '../cells.ts';
import type { Slot } from '../layouts/slots.ts';
import type { TableRow } from '../readers/table.ts';
import { fieldColumns } from './export-columns.ts';
import type { RowCells } from './row-cells.ts';
import type { StoredList } from './stored-rows.ts';

/** What stands in the place of a name where an office says that it has no items. */
const NIL_NAME = '零报告';

const NAME = fieldOf('item', 'name');
const OFFICE = fieldOf('item', 'organisationName');

/** The rows that say which offices of a list have no items; they stand behind its items and have no key. */
export const nilRows = async (
  sql: TransactionSql,
  { catalogId }: StoredList,
  release: number,
): Promise<readonly RowCells[]> => {
  const [row] = await sql<{ offices: readonly string[] }[]>`
    select nil_returns as offices from reference.catalog
    where catalog_id = ${catalogId} and from_release <= ${release} and to_release > ${release}`;
  return (row?.offices ?? []).map(
    (office): RowCells =>
      new Map([
        [fieldColumns(NAME).own, NIL_NAME],
        [fieldColumns(OFFICE).own, office],
      ]),
  );
};

/** The office of a row that says so, and says nothing else; undefined for any other row. */
const officeOf = (slots: readonly Slot[], cells: readonly unknown[]): string | undefined => {
  let name = '';
  let office = '';
  for (const [column, cell] of cells.entries()) {
    const text = plainText(cell);
    if (text === '') continue;
    const slot = slots[column];
    if (slot?.kind !== 'FIELD') return undefined;
    if (slot.field === NAME) name = text;
    else if (slot.field === OFFICE) office = text;
    else return undefined;
  }
  return name === NIL_NAME && office !== '' ? office : undefined;
};

/**
 * Takes the rows by which an office says that it has no items out of an exported table, or of records that say no more;
 * the table's problems tell of them.
 */
export const nilTaker = (sheet: string | undefined, slots: readonly Slot[], problems: Problem[]) => {
  const isItem = ({ row, cells }: TableRow): boolean => {
    const value = officeOf(slots, cells);
    if (value === undefined) return true;
    problems.push(problem('NIL_RETURN', { sheet, row, field: 'organisationName', value }));
    return false;
  };
  return (rows: readonly TableRow[]): readonly TableRow[] => rows.filter(isItem);
};
