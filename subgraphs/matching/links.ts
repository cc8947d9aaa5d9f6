import type { CursorKeys } from '../../catalog/cursor.ts';
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
import type { EdgeKind, MatchRow } from './match-row.ts';
import type { IndexQueries } from './queries.ts';

export interface LinkedArguments extends PageArguments {
  readonly level?: string | null;
  readonly region?: string | null;
  readonly includeReview?: boolean | null;
  readonly relation?: readonly string[] | null;
}

const LINKED_KEYS: KeyShape = ['string', 'string'];
const CATALOG_KEYS: KeyShape = ['number', 'string'];

const filterOf = (
  kind: EdgeKind,
  { level, region, includeReview, relation }: LinkedArguments,
): LinkedFilter => ({
  kind,
  level: level ?? undefined,
  region: regionRangeOf(region),
  review: includeReview ?? false,
  relations: relation ?? undefined,
});

type Linked<Row> = (owner: string, kind: EdgeKind, args: LinkedArguments) => Promise<Connection<Row>>;
type LoadRows<Row> = (filter: LinkedFilter, owners: readonly string[], page: Page) => Promise<readonly Row[]>;

/** A list of what is linked up to an item; the rows of all items of a page come in one statement. */
const createLinked = <Row extends { readonly owner: string }>(
  queries: MatchQueries,
  release: number,
  load: LoadRows<Row>,
  keysOf: (row: Row) => CursorKeys,
): Linked<Row> => {
  const rowsOf = perArguments(({ filter, page }: { filter: LinkedFilter; page: Page }) =>
    groupLoader(
      (owners) => load(filter, owners, page),
      (row) => row.owner,
    ),
  );
  const countOf = perArguments((filter: LinkedFilter) =>
    valueLoader(
      (owners) => queries.countLinked(release, filter, owners),
      (row) => row.key,
    ),
  );
  return async (owner, kind, args) => {
    const page = pageOf(args, release, LINKED_KEYS);
    const filter = filterOf(kind, args);
    const rows = await rowsOf(owner, { filter, page });
    const count = async () => (await countOf(owner, filter))?.count ?? 0;
    return connectionOf(rows, page, release, keysOf, count);
  };
};

/** The items linked up to an item. */
export const createLinkedItems = (queries: MatchQueries, release: number): Linked<ItemCore> =>
  createLinked(
    queries,
    release,
    (filter, owners, page) => queries.linkedItems(release, filter, owners, page),
    (item) => [item.regionCode, item.id],
  );

/** The links up to an item. */
export const createLocalMatches = (queries: MatchQueries, release: number): Linked<MatchRow> =>
  createLinked(
    queries,
    release,
    (filter, owners, page) => queries.localMatches(release, filter, owners, page),
    (link) => [link.leftRegionCode, link.leftId],
  );

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
