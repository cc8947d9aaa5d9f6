import type { Level } from '../../catalog/levels.ts';
import type { Sql } from '../../db/client.ts';
import type { RegionRange } from '../region-range.ts';

/** A region at a level with lists of its own. */
export interface PlaceRow {
  readonly regionCode: string;
  readonly level: Level;
  readonly keys: readonly string[];
}

export interface ReleaseRow {
  readonly number: number;
  /** When the next one was published; null while it is the newest. */
  readonly endedAt: string | null;
}

/** Whose lists figures are taken from: the regions of a range, at one level or at any. */
export interface PlacesAsked {
  readonly range: RegionRange;
  readonly level: Level | undefined;
}

/** The statements that say which places have figures, and in which releases they may have changed. */
export const createIndicatorQueries = (sql: Sql) => ({
  /** Places with lists, `most` of them and one more. */
  places: (release: number, { range, level }: PlacesAsked, most: number) => sql<PlaceRow[]>`
    select c.region_code as "regionCode", c.level, array_agg(c.catalog_key order by c.catalog_key) as keys
    from reference.published_catalog c
    where c.from_release <= ${release} and c.to_release > ${release} and c.kind not in ('GUIDE', 'REFERENCE')
      and c.region_code between ${range.from} and ${range.to}
      ${level === undefined ? sql`` : sql`and c.level = ${level}`}
    group by c.region_code, c.level order by c.region_code, c.level limit ${most + 1}`,
  /** The newest releases that touched one of the lists, a reference catalog, or guides; the newest first. */
  newest: (release: number, keys: readonly string[], most: number) => sql<ReleaseRow[]>`
    select p.number, next.published_at as "endedAt" from release.published p
    left join release.published next on next.number = p.number + 1
    where p.number <= ${release} and p.catalog_keys && (${keys}::text[] || array(
      select distinct c.catalog_key from reference.published_catalog c where c.kind in ('GUIDE', 'REFERENCE')))
    order by p.number desc limit ${most}`,
  named: (release: number, numbers: readonly number[]) => sql<ReleaseRow[]>`
    select p.number, next.published_at as "endedAt" from release.published p
    left join release.published next on next.number = p.number + 1
    where p.number <= ${release} and p.number = any(${numbers}) order by p.number`,
});

export type IndicatorQueries = ReturnType<typeof createIndicatorQueries>;
