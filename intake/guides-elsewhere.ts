import { type Problem, problem, problemAt } from '../catalog/problems.ts';
import type { TransactionSql } from '../db/client.ts';
import type { SourceRecord } from '../db/item-table.ts';
import { CURRENT } from '../db/version.ts';
import type { ListIdentity } from './draft.ts';
import { REGIONAL } from './publish/link-guides.ts';

/** Problems of one kind that a report lists. */
const SHOWN = 20_000;

/**
 * Guides of a collection whose code another published list has a guide of: both lead to one item, which shows one of
 * them. A code that counts only within a place is the same only there.
 */
export const guidesElsewhere = async (
  sql: TransactionSql,
  { kind, catalogId }: ListIdentity,
): Promise<readonly Problem[]> => {
  if (kind !== 'GUIDE') return [];
  const rows = await sql<{ source: SourceRecord; code: string; list: string }[]>`
    with drafted as materialized (
      select d.row_id, r.record -> 'source' as source, r.record ->> 'item_code_key' as code_key,
        r.record ->> 'item_region_code' as region_code
      from intake.draft_row d cross join lateral (select d.record::jsonb as record) r
      where d.catalog_id = ${catalogId} and d.target = 'guide.guide' and r.record ? 'item_code_key'
        and not exists (
          select 1 from intake.quarantine_row q where q.catalog_id = d.catalog_id and q.kept_id = d.row_id)
    )
    select d.source, substr(d.code_key, strpos(d.code_key, ':') + 1) as code, min(c.catalog_name) as list
    from drafted d
    join guide.guide g on g.item_code_key = d.code_key and g.to_release = ${CURRENT} and g.catalog_id <> ${catalogId}
      and (g.item_region_code = d.region_code or split_part(d.code_key, ':', 1) <> all (${[...REGIONAL]}))
    join reference.catalog c on c.catalog_id = g.catalog_id and c.to_release = ${CURRENT}
    group by d.row_id, d.source, d.code_key order by (d.source ->> 'row')::int, d.row_id limit ${SHOWN}`;
  return rows.map(({ source: { document, sheet, row }, code, list }) =>
    problemAt(problem('GUIDE_ELSEWHERE', { field: 'implementationCode', value: code, other: list }), {
      document,
      sheet,
      row,
    }),
  );
};
