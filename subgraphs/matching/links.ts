import { groupLoader, perArguments, valueLoader } from '../batch.ts';
import {
  type Connection,
  connectionOf,
  type KeyShape,
  type Page,
  type PageArguments,
  pageOf,
} from '../connection.ts';
import type { ItemCore } from '../item-row.ts';
import { regionRangeOf } from '../region-range.ts';
import type { LinkedFilter, MatchQueries } from './match-queries.ts';
import type { EdgeKind } from './match-row.ts';
import type { IndexQueries } from './queries.ts';

export interface LinkedArguments extends PageArguments {
  readonly level?: string | null;
  readonly region?: string | null;
  readonly includeReview?: boolean | null;
}

const LINKED_KEYS: KeyShape = ['string', 'string'];
const CATALOG_KEYS: KeyShape = ['number', 'string'];

/** The items linked up to an item; the links of all items of a page come in one statement. */
export const createLinkedItems = (queries: MatchQueries, release: number) => {
  const rowsOf = perArguments(({ filter, page }: { filter: LinkedFilter; page: Page }) =>
    groupLoader(
      (owners) => queries.linkedItems(release, filter, owners, page),
      (item) => item.owner,
    ),
  );
  const countOf = perArguments((filter: LinkedFilter) =>
    valueLoader(
      (owners) => queries.countLinked(release, filter, owners),
      (row) => row.key,
    ),
  );
  return async (owner: string, kind: EdgeKind, args: LinkedArguments): Promise<Connection<ItemCore>> => {
    const page = pageOf(args, release, LINKED_KEYS);
    const review = args.includeReview ?? false;
    const filter = { kind, level: args.level ?? undefined, region: regionRangeOf(args.region), review };
    const rows = await rowsOf(owner, { filter, page });
    const count = async () => (await countOf(owner, filter))?.count ?? 0;
    return connectionOf(rows, page, release, (item) => [item.regionCode, item.id], count);
  };
};

/** The items of a catalog in the order of its source; those of several catalogs come in one statement. */
export const createCatalogItems = (queries: IndexQueries, release: number) => {
  const rowsOf = perArguments((page: Page) =>
    groupLoader(
      (catalogs) => queries.ofCatalogs(release, catalogs, page),
      (item) => item.owner,
    ),
  );
  const counts = valueLoader(
    (catalogs) => queries.countOfCatalogs(release, catalogs),
    (row) => row.key,
  );
  return async (catalog: string, args: PageArguments): Promise<Connection<ItemCore>> => {
    const page = pageOf(args, release, CATALOG_KEYS);
    const rows = await rowsOf(catalog, page);
    const count = async () => (await counts.load(catalog))?.count ?? 0;
    return connectionOf(rows, page, release, (item) => [item.ordinal, item.id], count);
  };
};
