import type { TransactionSql } from '../../db/client.ts';
import { CURRENT } from '../../db/version.ts';

/**
 * Records which version of its reference item each local version is based on: the one in force when the two are
 * first known to belong together. Reads the items that linking has just looked at; a record is never changed, so that
 * a reference that moves on leaves the local version on the old one (CMP-26). The province's catalog goes before the
 * nation's.
 */
export const adoptVersions = async (sql: TransactionSql, release: number): Promise<void> => {
  await sql`
    insert into matching.adopted_version (item_id, from_release, reference_id, reference_version, since_release)
    select distinct on (l.item_id) l.item_id, l.from_release, r.item_id, r.version, ${release}::int
    from affected a
    join matching.match m on m.left_id = a.item_id and m.kind = 'REFERENCE' and m.to_release = ${CURRENT}
      and m.status in ('ACCEPTED', 'CONFIRMED', 'STALE_EVIDENCE') and m.relation <> 'RELATED'
    join matching.item l on l.item_id = m.left_id and l.to_release = ${CURRENT}
    join matching.item r on r.item_id = m.right_id and r.to_release = ${CURRENT}
    where not exists (
      select 1 from matching.adopted_version v where v.item_id = l.item_id and v.from_release = l.from_release)
    order by l.item_id, m.confidence desc, r.region_code desc, r.item_id`;
};

/** What a rollback opens anew is based on what it was based on before. */
export const adoptAgain = async (sql: TransactionSql, to: number, release: number): Promise<void> => {
  await sql`
    insert into matching.adopted_version (item_id, from_release, reference_id, reference_version, since_release)
    select i.item_id, ${release}::int, v.reference_id, v.reference_version, v.since_release
    from matching.item i
    join matching.item o on o.item_id = i.item_id and o.from_release <= ${to} and o.to_release > ${to}
    join matching.adopted_version v on v.item_id = o.item_id and v.from_release = o.from_release
    where i.from_release = ${release} and i.to_release = ${CURRENT}`;
};
