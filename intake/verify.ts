import type { Sql } from '../db/client.ts';
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

/** Both ends of a link must exist in every release in which it is valid. */
const looseEnds = (sql: Sql) =>
  countOf(sql<{ count: number }[]>`
    select count(*)::int as count from matching.match m
    cross join lateral (values (m.left_id), (m.right_id)) as ends (item_id)
    where not exists (
      select 1 from matching.item i where i.item_id = ends.item_id
        and i.from_release <= m.from_release and i.to_release > m.from_release)
      or not exists (
      select 1 from matching.item i where i.item_id = ends.item_id
        and i.from_release < m.to_release and i.to_release >= m.to_release)`);

/** Checks what is stored of all releases; an empty list means that everything holds. */
export const verify = async (sql: Sql): Promise<readonly Finding[]> => {
  const findings: Finding[] = [
    { rule: '版次号连续', rows: await gapsInReleases(sql) },
    { rule: '跨层级索引与各级清单一致', rows: await indexDifferences(sql) },
    { rule: '对应关系的两端在其有效的版次里都存在', rows: await looseEnds(sql) },
  ];
  for (const table of Object.keys(VERSIONED) as VersionedTable[]) {
    findings.push({ rule: `${table} 的版本互不重叠、编号递增`, rows: await brokenVersions(sql, table) });
    findings.push({ rule: `${table} 的版次都存在`, rows: await unknownReleases(sql, table) });
  }
  return findings.filter((finding) => finding.rows > 0);
};
