import type { Sql } from '../db/client.ts';
import { CURRENT } from '../db/version.ts';
import { VERSIONED, type VersionedTable } from './targets.ts';

/** One rule of stored releases and how many rows break it. */
export interface Finding {
  readonly rule: string;
  readonly rows: number;
}

const countOf = async (query: Promise<readonly { count: number }[]>): Promise<number> =>
  (await query)[0]?.count ?? 0;

/** Versions of one object must not overlap, and must be numbered upwards in the order of their releases. */
const brokenVersions = (sql: Sql, table: VersionedTable) =>
  countOf(sql<{ count: number }[]>`
    select count(*)::int as count from (
      select from_release, to_release, version,
        lead(from_release) over w as next_from, lead(version) over w as next_version
      from ${sql(table)} window w as (partition by ${sql(VERSIONED[table])} order by from_release)
    ) t where from_release >= to_release or next_from < to_release or next_version <= version`);

/** Rows of a release that the list of releases does not know. */
const unknownReleases = (sql: Sql, table: VersionedTable) =>
  countOf(sql<{ count: number }[]>`
    select count(*)::int as count from ${sql(table)} t
    where not exists (select 1 from release.release r where r.number = t.from_release)`);

const gapsInReleases = (sql: Sql) =>
  countOf(sql<{ count: number }[]>`
    select (coalesce(max(number), 0) - count(*))::int as count from release.release`);

/** The index must hold each version of each item, valid in the same releases, and nothing else. */
const indexDifferences = (sql: Sql) =>
  countOf(sql<{ count: number }[]>`
    select count(*)::int as count from (
      select item_id, from_release, to_release, digest from reference.item
      union all select item_id, from_release, to_release, digest from county.item
      union all select item_id, from_release, to_release, digest from township.item
    ) items full join matching.item i using (item_id, from_release, to_release, digest)
    where items.digest is null or i.digest is null`);

/** The releases in which each item exists, however many versions it has in them. */
const lives = (sql: Sql) => sql`
  select item_id, range_agg(int4range(from_release, to_release)) as releases from matching.item
  where from_release < to_release group by item_id`;

/** Both ends of a link must exist in every release in which it is valid. */
const looseEnds = (sql: Sql) =>
  countOf(sql<{ count: number }[]>`
    with lives as (${lives(sql)})
    select count(*)::int as count from matching.match m
    left join lives l on l.item_id = m.left_id left join lives r on r.item_id = m.right_id
    where m.from_release < m.to_release
      and (l.releases * r.releases @> int4range(m.from_release, m.to_release)) is not true`);

/** The item of a guide must exist in every release in which the guide says so. */
const guidesWithoutItem = (sql: Sql) =>
  countOf(sql<{ count: number }[]>`
    with lives as (${lives(sql)})
    select count(*)::int as count from guide.guide g left join lives l using (item_id)
    where g.item_id is not null and g.from_release < g.to_release
      and (l.releases @> int4range(g.from_release, g.to_release)) is not true`);

/** What a version is based on must be a version the reference item has had by then. */
const basesUnknown = (sql: Sql) =>
  countOf(sql<{ count: number }[]>`
    select count(*)::int as count from matching.adopted_version v
    where not exists (select 1 from matching.item r where r.item_id = v.reference_id
        and r.version = v.reference_version and r.from_release <= v.since_release)
      or not exists (select 1 from matching.item l where l.item_id = v.item_id and l.from_release = v.from_release)`);

/** A list says of itself how many items it has in each release. */
const wrongCounts = (sql: Sql) =>
  countOf(sql<{ count: number }[]>`
    select count(*)::int as count from reference.catalog c
    where c.to_release = ${CURRENT} and c.item_count <> (
      select count(*) from matching.item i where i.catalog_id = c.catalog_id and i.to_release = ${CURRENT})`);

/** A search finds items through the names; one that is not among them is never found. */
const itemsWithoutName = (sql: Sql) =>
  countOf(sql<{ count: number }[]>`
    select count(*)::int as count from matching.item i
    where not exists (select 1 from matching.name n where n.name_key = i.name_key)`);

/** Checks what is stored of all releases; an empty list means that everything holds. */
export const verify = async (sql: Sql): Promise<readonly Finding[]> => {
  const findings: Finding[] = [
    { rule: '版次号连续', rows: await gapsInReleases(sql) },
    { rule: '跨层级索引与各级清单一致', rows: await indexDifferences(sql) },
    { rule: '对应关系的两端在其有效的版次里都存在', rows: await looseEnds(sql) },
    { rule: '办事指南所属的事项在其有效的版次里都存在', rows: await guidesWithoutItem(sql) },
    { rule: '所依据的参考目录版本都存在', rows: await basesUnknown(sql) },
    { rule: '清单所说的事项数与其事项相符', rows: await wrongCounts(sql) },
    { rule: '事项的名称都在名称表里', rows: await itemsWithoutName(sql) },
  ];
  for (const table of Object.keys(VERSIONED) as VersionedTable[]) {
    findings.push({ rule: `${table} 的版本互不重叠、编号递增`, rows: await brokenVersions(sql, table) });
    findings.push({ rule: `${table} 的版次都存在`, rows: await unknownReleases(sql, table) });
  }
  return findings.filter((finding) => finding.rows > 0);
};
