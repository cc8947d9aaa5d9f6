import type { Sql } from '../../db/client.ts';
import { columnList } from '../column-list.ts';
import type { Page } from '../connection.ts';
import type { RegionRange } from '../region-range.ts';
import { catalogColumns, regionColumns } from './queries.ts';

export interface RegionFilter {
  readonly parent: string | undefined;
  readonly level: string | undefined;
}

export interface CatalogFilter {
  readonly level: string | undefined;
  readonly region: RegionRange | undefined;
  readonly kind: string | undefined;
}

export interface RegionRow {
  readonly id: string;
  readonly name: string;
  readonly fullName: string;
  readonly level: string;
  readonly parentCode: string | null;
}

export interface CatalogRow {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly level: string;
  readonly kind: string;
  readonly regionCode: string;
  readonly itemCount: number;
  readonly nilReturns: readonly string[];
  readonly sinceRelease: number;
}

const REGION = columnList(regionColumns, 'r');
const CATALOG = columnList(catalogColumns, 'c');

const countOf = async (rows: Promise<readonly { count: number }[]>): Promise<number> =>
  (await rows)[0]?.count ?? 0;

/** The statements that read regions in the order of their codes. */
export const createRegionLists = (sql: Sql) => {
  const matching = (release: number, { parent, level }: RegionFilter) => sql`
    r.from_release <= ${release} and r.to_release > ${release}
    ${parent === undefined ? sql`` : sql`and r.parent_code = ${parent}`}
    ${level === undefined ? sql`` : sql`and r.level = ${level}`}`;
  return {
    list: (release: number, filter: RegionFilter, { first, after }: Page) => sql<RegionRow[]>`
      select ${sql.unsafe(REGION)} from reference.region r
      where ${matching(release, filter)}
        ${after === undefined ? sql`` : sql`and r.region_code > ${String(after[0])}`}
      order by r.region_code limit ${first + 1}`,
    count: (release: number, filter: RegionFilter) =>
      countOf(sql<{ count: number }[]>`
        select count(*)::int as count from reference.region r where ${matching(release, filter)}`),
    /** The direct children of several regions, at most one page each. */
    children: (release: number, parents: readonly string[], { first, after }: Page) => sql<RegionRow[]>`
      select child.* from unnest(${parents}::text[]) as asked(parent)
      cross join lateral (
        select ${sql.unsafe(REGION)} from reference.region r
        where r.parent_code = asked.parent and r.region_code > ${String(after?.[0] ?? '')}
          and r.from_release <= ${release} and r.to_release > ${release}
        order by r.region_code limit ${first + 1}
      ) child`,
    childCounts: (release: number, parents: readonly string[]) => sql<{ key: string; count: number }[]>`
      select r.parent_code as key, count(*)::int as count from reference.region r
      where r.parent_code = any(${parents}) and r.from_release <= ${release} and r.to_release > ${release}
      group by r.parent_code`,
  };
};

/** The statements that read catalogs in the order of their regions. */
export const createCatalogLists = (sql: Sql) => {
  const matching = (release: number, { level, region, kind }: CatalogFilter) => sql`
    c.from_release <= ${release} and c.to_release > ${release}
    ${level === undefined ? sql`` : sql`and c.level = ${level}`}
    ${region === undefined ? sql`` : sql`and c.region_code between ${region.from} and ${region.to}`}
    ${kind === undefined ? sql`` : sql`and c.kind = ${kind}`}`;
  return {
    list: (release: number, filter: CatalogFilter, { first, after }: Page) => sql<CatalogRow[]>`
      select ${sql.unsafe(CATALOG)} from reference.catalog c
      where ${matching(release, filter)}
        ${after === undefined ? sql`` : sql`and (c.region_code, c.catalog_id) > (${String(after[0])}, ${String(after[1])})`}
      order by c.region_code, c.catalog_id limit ${first + 1}`,
    count: (release: number, filter: CatalogFilter) =>
      countOf(sql<{ count: number }[]>`
        select count(*)::int as count from reference.catalog c where ${matching(release, filter)}`),
  };
};

export type RegionLists = ReturnType<typeof createRegionLists>;
export type CatalogLists = ReturnType<typeof createCatalogLists>;
