import { groupLoader, perArguments, valueLoader } from '../batch.ts';
import { type Connection, connectionOf, type KeyShape, type PageArguments, pageOf } from '../connection.ts';
import { regionCodeOf, regionRangeOf } from '../region-range.ts';
import type { CatalogLists, CatalogRow, RegionLists, RegionRow } from './list-queries.ts';
import type { ReleaseQueries, ReleaseRow } from './release-queries.ts';

export interface RegionArguments extends PageArguments {
  readonly parent?: string | null;
  readonly level?: string | null;
}

export interface CatalogArguments extends PageArguments {
  readonly level?: string | null;
  readonly region?: string | null;
  readonly kind?: string | null;
}

const REGION_KEYS: KeyShape = ['string'];
const CATALOG_KEYS: KeyShape = ['string', 'string'];
const RELEASE_KEYS: KeyShape = ['number'];

const regionKeys = (region: RegionRow) => [region.id];

/** The lists of regions; the children of all regions of a page come in one statement. */
export const createRegionPages = (queries: RegionLists, release: number) => {
  const children = perArguments((page: ReturnType<typeof pageOf>) =>
    groupLoader(
      (parents) => queries.children(release, parents, page),
      (region) => region.parentCode ?? '',
    ),
  );
  const childCount = valueLoader(
    (parents) => queries.childCounts(release, parents),
    (row) => row.key,
  );
  return {
    regions: async ({ parent, level, ...args }: RegionArguments): Promise<Connection<RegionRow>> => {
      const page = pageOf(args, release, REGION_KEYS);
      const filter = { parent: parent == null ? undefined : regionCodeOf(parent), level: level ?? undefined };
      const rows = await queries.list(release, filter, page);
      return connectionOf(rows, page, release, regionKeys, () => queries.count(release, filter));
    },
    children: async (parent: string, args: PageArguments): Promise<Connection<RegionRow>> => {
      const page = pageOf(args, release, REGION_KEYS);
      const rows = await children(parent, page);
      const count = async () => (await childCount.load(parent))?.count ?? 0;
      return connectionOf(rows, page, release, regionKeys, count);
    },
  };
};

/** The list of catalogs. */
export const createCatalogPages = (queries: CatalogLists, release: number) => ({
  catalogs: async ({ level, region, kind, ...args }: CatalogArguments): Promise<Connection<CatalogRow>> => {
    const page = pageOf(args, release, CATALOG_KEYS);
    const filter = { level: level ?? undefined, region: regionRangeOf(region), kind: kind ?? undefined };
    const rows = await queries.list(release, filter, page);
    const keys = (catalog: CatalogRow) => [catalog.regionCode, catalog.id];
    return connectionOf(rows, page, release, keys, () => queries.count(release, filter));
  },
});

/** The list of releases up to the request's. */
export const createReleasePages = (queries: ReleaseQueries, release: number) => ({
  releases: async (args: PageArguments): Promise<Connection<ReleaseRow>> => {
    const page = pageOf(args, release, RELEASE_KEYS);
    const rows = await queries.list(release, page);
    return connectionOf(
      rows,
      page,
      release,
      (row) => [row.number],
      () => queries.count(release),
    );
  },
});
