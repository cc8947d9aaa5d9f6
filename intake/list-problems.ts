import { type Problem, problem } from '../catalog/problems.ts';
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

/** What can be wrong with a drafted list as a whole, in the order of its rows. */
export const listProblems = async (sql: TransactionSql, list: ListIdentity): Promise<readonly Problem[]> =>
  await onPowerList(sql, list);
