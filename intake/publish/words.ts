import type { TransactionSql } from '../../db/client.ts';
import { CURRENT } from '../../db/version.ts';
import { VERSIONED } from '../targets.ts';

const addNames = async (sql: TransactionSql, ids: readonly string[]): Promise<void> => {
  await sql`
    insert into matching.name
    select distinct on (n.name_key) n.* from intake.draft_row d
    cross join lateral jsonb_populate_record(null::matching.name, d.record::jsonb) n
    where d.catalog_id = any(${[...ids]}) and d.target = 'matching.name' order by n.name_key
    on conflict do nothing`;
};

/**
 * Several lists speak of one region, and the first that names it decides; afterwards only the region's own lists
 * rename it. Two spellings in one list are no new name as long as one of them is the name it has.
 */
const closeRenamedRegions = async (sql: TransactionSql, ids: readonly string[], release: number) => {
  await sql`
    with named as (
      select d.row_id, d.record::jsonb ->> 'region_name' as name, l.region_code = d.row_id as own
      from intake.draft_row d join intake.draft l using (catalog_id)
      where d.catalog_id = any(${[...ids]}) and d.target = 'reference.region'
        and d.record::jsonb ->> 'region_name' <> d.row_id
    ), heard as (
      select row_id, array_agg(name) filter (where own) as own_names from named group by row_id
    )
    update reference.region t set to_release = ${release} from heard h
    where t.to_release = ${CURRENT} and t.region_code = h.row_id
      and (t.region_name = t.region_code or t.region_name <> all (h.own_names))`;
};

/**
 * A credit code or a canonical name that no list has told so far is filled in by the first that does; the name only
 * by a row that does not forget a credit code known before.
 */
const closeCompletedOrganisations = async (sql: TransactionSql, ids: readonly string[], release: number) => {
  await sql`
    update reference.organisation t set to_release = ${release}
    where t.to_release = ${CURRENT} and exists (
      select 1 from intake.draft_row d
      where d.catalog_id = any(${[...ids]}) and d.target = 'reference.organisation'
        and d.row_id = t.organisation_id
        and (t.unified_credit_code is null and d.record::jsonb ->> 'unified_credit_code' is not null
          or t.canonical_name is null and d.record::jsonb ->> 'canonical_name' is not null
            and (t.unified_credit_code is null or d.record::jsonb ->> 'unified_credit_code' is not null)))`;
};

/** Of several rows for one id the most telling one, in an order that does not depend on the order of the lists. */
const openWords = async (
  sql: TransactionSql,
  table: 'reference.region' | 'reference.organisation',
  ids: readonly string[],
  release: number,
): Promise<number> => {
  const id = sql(VERSIONED[table]);
  const mostTelling =
    table === 'reference.region'
      ? sql`d.record::jsonb ->> 'region_name' = d.row_id, l.region_code <> d.row_id,
          length(d.record::jsonb ->> 'full_name') desc`
      : sql`d.record::jsonb ->> 'unified_credit_code' is null`;
  const opened = await sql`
    insert into ${sql(table)}
    select distinct on (d.row_id) fresh.* from intake.draft_row d
    join intake.draft l using (catalog_id)
    cross join lateral (
      select coalesce(max(t.version), 0) as version from ${sql(table)} t where t.${id} = d.row_id) before
    cross join lateral jsonb_populate_record(null::${sql(table)}, d.record::jsonb || jsonb_build_object(
      'from_release', ${release}::int, 'to_release', ${CURRENT}::int, 'version', before.version + 1,
      'digest', d.digest)) fresh
    where d.catalog_id = any(${[...ids]}) and d.target = ${table} and not exists (
      select 1 from ${sql(table)} t where t.${id} = d.row_id and t.to_release = ${CURRENT})
    order by d.row_id, ${mostTelling}, d.digest, d.catalog_id`;
  return opened.count;
};

/**
 * Publishes the names, regions and organisations that drafts brought along. Returns how many versions of regions
 * and organisations it made; names have no versions, for nothing but an item's version refers to them.
 */
export const publishWords = async (
  sql: TransactionSql,
  ids: readonly string[],
  release: number,
): Promise<number> => {
  await addNames(sql, ids);
  await closeRenamedRegions(sql, ids, release);
  await closeCompletedOrganisations(sql, ids, release);
  return (
    (await openWords(sql, 'reference.region', ids, release)) +
    (await openWords(sql, 'reference.organisation', ids, release))
  );
};
