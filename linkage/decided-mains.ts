import type { Sql, TransactionSql } from '../db/client.ts';
import { CURRENT } from '../db/version.ts';

/** What people have said last of the main items of a list: the id of the main item, or null for none. */
export type DecidedMains = ReadonlyMap<string, string | null>;

/**
 * The main items that people confirmed, and the items they said to have none. A deferral tells nothing, and neither does
 * a confirmation that a later rejection has ended: both still stand before what was said earlier.
 */
export const readDecidedMains = async (
  sql: Sql | TransactionSql,
  catalogId: string,
): Promise<DecidedMains> => {
  const rows = await sql<{ left: string; right: string | null }[]>`
    select "left", "right" from (
      select distinct on (d.left_id) d.left_id as "left", d.right_id as "right", d.verdict, d.ordinal
      from matching.decision d join matching.item l on l.item_id = d.left_id and l.to_release = ${CURRENT}
      where d.kind = 'MAIN' and l.catalog_id = ${catalogId} and d.verdict in ('CONFIRM', 'NO_MATCH', 'DEFER')
        and not exists (select 1 from matching.decision x where x.revokes = d.decision_id)
      order by d.left_id, d.ordinal desc
    ) ruling
    where verdict = 'NO_MATCH' or verdict = 'CONFIRM' and not exists (
      select 1 from matching.decision y
      where y.kind = 'MAIN' and y.left_id = ruling."left" and y.right_id = ruling."right" and y.verdict = 'REJECT'
        and y.ordinal > ruling.ordinal
        and not exists (select 1 from matching.decision x where x.revokes = y.decision_id))`;
  return new Map(rows.map(({ left, right }) => [left, right]));
};
