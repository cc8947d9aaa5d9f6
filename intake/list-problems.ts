import { type Problem, problem, problemAt } from '../catalog/problems.ts';
import { code09, type ListedCode } from '../catalog/rules/code-09-unique-and-nested.ts';
import { code10 } from '../catalog/rules/code-10-retired-stays-retired.ts';
import type { TransactionSql } from '../db/client.ts';
import type { SourceRecord } from '../db/item-table.ts';
import { CURRENT } from '../db/version.ts';
import type { ListIdentity } from './draft.ts';
import { guidesElsewhere } from './guides-elsewhere.ts';

/** Problems of one kind that a report lists. */
const SHOWN = 20_000;

/** A problem at the row its item was read from. */
const placed = ({ document, sheet, row, cell }: SourceRecord, found: Problem): Problem =>
  problemAt(found, { document, sheet, row, cell });

/**
 * Items of a public-service list whose code or name stands on the power list of the same place: 武陵源 keeps what is
 * on the power list out of the service list.
 */
const onPowerList = async (sql: TransactionSql, list: ListIdentity): Promise<readonly Problem[]> => {
  if (list.kind !== 'PUBLIC_SERVICE') return [];
  const rows = await sql<{ source: SourceRecord; name: string; catalog: string }[]>`
    with drafted as materialized (
      select d.row_id, r.record -> 'source' as source, r.record ->> 'task_name' as name,
        r.record ->> 'region_code' as region, r.record ->> 'name_key' as name_key, r.record ->> 'basic_key' as basic_key
      from intake.draft_row d cross join lateral (select d.record::jsonb as record) r
      where d.catalog_id = ${list.catalogId} and d.target in ('county.item', 'township.item')
    ), power as materialized (
      select i.region_code, i.name_key, i.basic_key, c.catalog_name from matching.item i
      join reference.catalog c on c.catalog_id = i.catalog_id and c.to_release = ${CURRENT}
      where i.kind = 'POWER' and i.to_release = ${CURRENT} and i.region_code in (select region from drafted)
    )
    select source, name, min(catalog_name) as catalog from (
      select d.*, p.catalog_name from drafted d join power p on p.region_code = d.region and p.name_key = d.name_key
      union all
      select d.*, p.catalog_name from drafted d join power p on p.region_code = d.region and p.basic_key = d.basic_key
    ) found group by row_id, source, name order by (source ->> 'row')::int, row_id limit ${SHOWN}`;
  return rows.map(({ source, name, catalog }) =>
    placed(source, problem('ON_POWER_LIST', { field: 'name', value: name, other: catalog })),
  );
};

/**
 * Items of this import as the code rules of a whole list look at them; what stays of rows set aside is not of this file.
 * `place` numbers the items: rows of several sheets share their numbers.
 */
const draftedItems = (sql: TransactionSql, catalogId: string) => sql`
  select r.record, r.record ->> 'code_key' as code_key, r.record -> 'source' as source,
    (row_number() over (order by (r.record ->> 'ordinal')::int, d.row_id))::int as place
  from intake.draft_row d cross join lateral (select d.record::jsonb as record) r
  where d.catalog_id = ${catalogId} and d.target in ('reference.item', 'county.item', 'township.item')
    and r.record ? 'code_key' and not exists (
      select 1 from intake.quarantine_row q where q.catalog_id = d.catalog_id and q.kept_id = d.row_id)`;

interface Drafted extends Omit<ListedCode, 'row'> {
  readonly place: number;
  readonly source: SourceRecord;
  readonly main: boolean;
}

const listed = ({ place, codeKey, basicCode, state, organisation, handlingItemCode }: Drafted): ListedCode =>
  Object.fromEntries(
    Object.entries({ row: place, codeKey, basicCode, state, organisation, handlingItemCode }).filter(
      ([, value]) => value !== null,
    ),
  ) as unknown as ListedCode;

/** 「第 3 行」, with its sheet where there are sheets. */
const rowText = ({ sheet, row }: SourceRecord): string =>
  `${sheet === undefined ? '' : `工作表“${sheet}”`}第 ${row ?? 0} 行`;

/**
 * CODE_09: a code stands once, and sub-items have their main item. A list of handled items that names the main item's
 * code beside each sub-item has it, though not as a row: the library of a province is such a list.
 */
const codesInList = async (sql: TransactionSql, { catalogId }: ListIdentity): Promise<readonly Problem[]> => {
  const rows = await sql<Drafted[]>`
    select place, source, record -> 'elements' ? 'mainItemCode' as main, code_key as "codeKey",
      record ->> 'basic_key' as "basicCode", record ->> 'task_state' as state,
      record ->> 'organisation_id' as organisation, record -> 'elements' ->> 'handlingItemCode' as "handlingItemCode"
    from (${draftedItems(sql, catalogId)}) items order by place`;
  const at = (place: number): Drafted | undefined => rows[place - 1];
  return code09(rows.map(listed))
    .filter(({ code, row }) => code !== 'CODE_09_PARENT_MISSING' || at(row)?.main !== true)
    .slice(0, SHOWN)
    .map(({ code, row, ...finding }) => {
      // The rule knows places only; the sentence wants the row of the sheet.
      const twin = code === 'CODE_09' ? at(Number(finding.other))?.source : undefined;
      const found = problem(code, { ...finding, ...(twin === undefined ? {} : { other: rowText(twin) }) });
      const source = at(row)?.source;
      return source === undefined ? found : placed(source, found);
    });
};

/** CODE_10: a code that has left the list does not come back under another name. */
const retiredCodes = async (
  sql: TransactionSql,
  { catalogId }: ListIdentity,
): Promise<readonly Problem[]> => {
  const rows = await sql<
    { place: number; source: SourceRecord; codeKey: string; name: string; retired: string }[]
  >`
    with now as materialized (
      select distinct code_key from matching.item
      where catalog_id = ${catalogId} and to_release = ${CURRENT} and code_key is not null
    ), history as materialized (
      select distinct on (i.code_key) i.code_key, i.task_name from matching.item i
      where i.catalog_id = ${catalogId} and i.to_release < ${CURRENT} and i.code_key is not null
        and i.code_key not in (select code_key from now)
      order by i.code_key, i.to_release desc, i.item_id
    )
    select place, source, code_key as "codeKey", record ->> 'task_name' as name, h.task_name as retired
    from (${draftedItems(sql, catalogId)}) items join history h using (code_key) order by place limit ${SHOWN}`;
  const sources = new Map(rows.map(({ place, source }) => [place, source]));
  const items = rows.map(({ place, codeKey, name }) => ({ row: place, codeKey, name }));
  const retired = rows.map(({ codeKey, retired: name }) => ({ codeKey, name }));
  return code10(items, retired).map(({ code, row, ...finding }) => {
    const source = sources.get(row);
    return source === undefined ? problem(code, finding) : placed(source, problem(code, finding));
  });
};

/** What can be wrong with a drafted list as a whole, in the order of its rows. */
export const listProblems = async (sql: TransactionSql, list: ListIdentity): Promise<readonly Problem[]> => [
  ...(await codesInList(sql, list)),
  ...(await retiredCodes(sql, list)),
  ...(await onPowerList(sql, list)),
  ...(await guidesElsewhere(sql, list)),
];
