import { type Problem, problem } from '../catalog/problems.ts';
import { code09, type ListedCode } from '../catalog/rules/code-09-unique-and-nested.ts';
import { code10 } from '../catalog/rules/code-10-retired-stays-retired.ts';
import type { TransactionSql } from '../db/client.ts';
import { CURRENT } from '../db/version.ts';
import type { ListIdentity } from './draft.ts';

/** Problems of one kind that a report lists. */
const SHOWN = 20_000;

/**
 * Items of a public-service list whose code or name stands on the power list of the same place: 武陵源 keeps what is
 * on the power list out of the service list.
 */
const onPowerList = async (sql: TransactionSql, list: ListIdentity): Promise<readonly Problem[]> => {
  if (list.kind !== 'PUBLIC_SERVICE') return [];
  const rows = await sql<{ row: number; name: string; catalog: string }[]>`
    with drafted as materialized (
      select d.row_id, r.record -> 'source' ->> 'row' as row, r.record ->> 'task_name' as name,
        r.record ->> 'region_code' as region, r.record ->> 'name_key' as name_key, r.record ->> 'basic_key' as basic_key
      from intake.draft_row d cross join lateral (select d.record::jsonb as record) r
      where d.catalog_id = ${list.catalogId} and d.target in ('county.item', 'township.item')
    ), power as materialized (
      select i.region_code, i.name_key, i.basic_key, c.catalog_name from matching.item i
      join reference.catalog c on c.catalog_id = i.catalog_id and c.to_release = ${CURRENT}
      where i.kind = 'POWER' and i.to_release = ${CURRENT} and i.region_code in (select region from drafted)
    )
    select row::int as row, name, min(catalog_name) as catalog from (
      select d.*, p.catalog_name from drafted d join power p on p.region_code = d.region and p.name_key = d.name_key
      union all
      select d.*, p.catalog_name from drafted d join power p on p.region_code = d.region and p.basic_key = d.basic_key
    ) found group by row_id, row, name order by row::int, name limit ${SHOWN}`;
  return rows.map(({ row, name, catalog }) =>
    problem('ON_POWER_LIST', { row, field: 'name', value: name, other: catalog }),
  );
};

/** Drafted items as the code rules of a whole list look at them, in the order of the list. */
const draftedItems = (sql: TransactionSql, catalogId: string) => sql`
  select r.record, (r.record -> 'source' ->> 'row')::int as row, r.record ->> 'code_key' as code_key
  from intake.draft_row d cross join lateral (select d.record::jsonb as record) r
  where d.catalog_id = ${catalogId} and d.target in ('reference.item', 'county.item', 'township.item')
    and r.record ? 'code_key'`;

type Drafted = { -readonly [Key in keyof ListedCode]: ListedCode[Key] | null };

const withoutNulls = (row: Drafted): ListedCode =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as ListedCode;

/**
 * CODE_09: a code stands once, and sub-items have their main item. A list of handled items that names the main item's
 * code beside each sub-item has it, though not as a row: the library of a province is such a list.
 */
const codesInList = async (sql: TransactionSql, { catalogId }: ListIdentity): Promise<readonly Problem[]> => {
  const rows = await sql<(Drafted & { readonly main: boolean })[]>`
    select row, record -> 'elements' ? 'mainItemCode' as main, code_key as "codeKey", record ->> 'basic_key' as "basicCode", record ->> 'task_state' as state,
      record ->> 'organisation_id' as organisation, record -> 'elements' ->> 'handlingItemCode' as "handlingItemCode"
    from (${draftedItems(sql, catalogId)}) items order by (record ->> 'ordinal')::int`;
  const named = new Set(rows.filter(({ main }) => main).map(({ row }) => row));
  return code09(rows.map(withoutNulls))
    .filter(({ code, row }) => code !== 'CODE_09_PARENT_MISSING' || !named.has(row))
    .map(({ code, ...finding }) => problem(code, finding));
};

/** CODE_10: a code that has left the list does not come back under another name. */
const retiredCodes = async (
  sql: TransactionSql,
  { catalogId }: ListIdentity,
): Promise<readonly Problem[]> => {
  const rows = await sql<{ row: number; codeKey: string; name: string; retiredName: string }[]>`
    with history as (
      select distinct on (i.code_key) i.code_key, i.task_name from matching.item i
      where i.catalog_id = ${catalogId} and i.to_release < ${CURRENT} and i.code_key is not null and not exists (
        select 1 from matching.item n where n.catalog_id = i.catalog_id and n.to_release = ${CURRENT}
          and n.code_key = i.code_key)
      order by i.code_key, i.to_release desc, i.item_id
    )
    select row, code_key as "codeKey", record ->> 'task_name' as name, h.task_name as "retiredName"
    from (${draftedItems(sql, catalogId)}) items join history h using (code_key) order by row`;
  const retired = rows.map(({ codeKey, retiredName }) => ({ codeKey, name: retiredName }));
  return code10(rows, retired).map(({ code, ...finding }) => problem(code, finding));
};

/** What can be wrong with a drafted list as a whole, in the order of its rows. */
export const listProblems = async (sql: TransactionSql, list: ListIdentity): Promise<readonly Problem[]> => [
  ...(await codesInList(sql, list)),
  ...(await retiredCodes(sql, list)),
  ...(await onPowerList(sql, list)),
];
