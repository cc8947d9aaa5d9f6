import type { TransactionSql } from '../../db/client.ts';
import { CURRENT } from '../../db/version.ts';
import { ITEM_TARGETS, VERSIONED } from '../targets.ts';

/** What publishing did to one list, in rows of items and guides. */
export interface ListChange {
  readonly key: string;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly catalogChanged: boolean;
}

type DraftTable = (typeof ITEM_TARGETS)[number] | 'guide.guide';

/** Closes what the draft changed or left out, then adds its new versions; two statements a table. */
const applyToTable = async (sql: TransactionSql, table: DraftTable, catalogId: string, release: number) => {
  const id = sql(VERSIONED[table]);
  const name = sql(table);
  const drafted = sql`d.catalog_id = ${catalogId} and d.target = ${table}`;
  const [closed] = await sql<{ changed: number; removed: number }[]>`
    with closed as (
      update ${name} t set to_release = ${release}
      where t.catalog_id = ${catalogId} and t.to_release = ${CURRENT} and not exists (
        select 1 from intake.draft_row d where ${drafted} and d.row_id = t.${id} and d.digest = t.digest)
      returning t.${id} as row_id)
    select count(d.row_id)::int as changed, (count(*) - count(d.row_id))::int as removed
    from closed c left join intake.draft_row d on ${drafted} and d.row_id = c.row_id`;
  const inserted = await sql`
    insert into ${name}
    select fresh.* from intake.draft_row d
    left join (
      select t.${id} as row_id, max(t.version) as version, bool_or(t.to_release = ${CURRENT}) as stays
      from ${name} t where t.catalog_id = ${catalogId} group by 1) before on before.row_id = d.row_id
    cross join lateral jsonb_populate_record(null::${name}, d.record::jsonb || jsonb_build_object(
      'from_release', ${release}::int, 'to_release', ${CURRENT}::int, 'version', coalesce(before.version, 0) + 1,
      'digest', d.digest)) fresh
    where ${drafted} and before.stays is not true`;
  const { changed, removed } = closed ?? { changed: 0, removed: 0 };
  const [total] = await sql<{ count: number }[]>`
    select count(*)::int as count from intake.draft_row d where ${drafted}`;
  return {
    added: inserted.count - changed,
    changed,
    removed,
    unchanged: (total?.count ?? 0) - inserted.count,
    rows: total?.count ?? 0,
  };
};

/** A list's own row changes when its name, its place or the number of its items does. */
const applyCatalog = async (
  sql: TransactionSql,
  catalogId: string,
  itemCount: number,
  release: number,
): Promise<boolean> => {
  await sql`
    update reference.catalog c set to_release = ${release}
    from intake.draft d
    where d.catalog_id = ${catalogId} and c.catalog_id = d.catalog_id and c.to_release = ${CURRENT}
      and (c.catalog_key, c.catalog_name, c.level, c.kind, c.region_code, c.item_count, c.nil_returns)
        is distinct from
        (d.catalog_key, d.catalog_name, d.level, d.kind, d.region_code, ${itemCount}::int, d.nil_returns)`;
  const inserted = await sql`
    insert into reference.catalog (catalog_id, from_release, version, digest, catalog_key, catalog_name, level, kind,
      region_code, item_count, nil_returns)
    select d.catalog_id, ${release},
      1 + coalesce((select max(version) from reference.catalog o where o.catalog_id = d.catalog_id), 0), '',
      d.catalog_key, d.catalog_name, d.level, d.kind, d.region_code, ${itemCount}, d.nil_returns
    from intake.draft d
    where d.catalog_id = ${catalogId} and not exists (
      select 1 from reference.catalog c where c.catalog_id = d.catalog_id and c.to_release = ${CURRENT})`;
  return inserted.count > 0;
};

/** Applies one draft to the tables of items and guides; the draft is the whole list, what it lacks is closed. */
export const applyDraft = async (
  sql: TransactionSql,
  catalogId: string,
  key: string,
  release: number,
): Promise<ListChange> => {
  const sum = { added: 0, changed: 0, unchanged: 0, removed: 0 };
  // Both sides are whole lists. Rows written in this transaction have no statistics yet, and a planner that takes
  // them for few would join list by list in nested loops: minutes instead of a second.
  await sql`set local enable_nestloop = off`;
  let itemCount = 0;
  for (const table of [...ITEM_TARGETS, 'guide.guide'] as const) {
    const change = await applyToTable(sql, table, catalogId, release);
    sum.added += change.added;
    sum.changed += change.changed;
    sum.unchanged += change.unchanged;
    sum.removed += change.removed;
    if (table !== 'guide.guide') itemCount += change.rows;
  }
  await sql`set local enable_nestloop = on`;
  return { key, ...sum, catalogChanged: await applyCatalog(sql, catalogId, itemCount, release) };
};
