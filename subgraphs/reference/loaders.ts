import type { GraphQLResolveInfo } from 'graphql';
import type { Sql } from '../../db/client.ts';
import { perProjection, valueLoader } from '../batch.ts';
import { codeKeyOf, createItemLoaders } from '../item-loaders.ts';
import type { Item } from '../item-row.ts';
import { refusal } from '../refusal.ts';
import { asksFor } from '../selection.ts';
import { createCatalogLists, createRegionLists } from './list-queries.ts';
import { createCatalogPages, createRegionPages, createReleasePages } from './lists.ts';
import { type AskedCode, createReferenceQueries, type ReferenceQueries } from './queries.ts';
import { createReleaseQueries, type ReleaseQueries, type ReleaseRow } from './release-queries.ts';

/** A release as a caller names it: by its number or by an instant. */
export interface ReleaseRef {
  readonly number?: number | null;
  readonly at?: string | null;
}

const keyOf = ({ codeKey, catalogId }: AskedCode): string => JSON.stringify([codeKey, catalogId]);

const askedOf = (key: string): AskedCode => {
  const [codeKey, catalogId] = JSON.parse(key);
  return { codeKey, catalogId };
};

const createCodeLoader = (queries: ReferenceQueries, release: number) => {
  const load = perProjection((projection) =>
    valueLoader(
      (keys) => queries.itemsByCode(release, keys.map(askedOf), projection),
      (item) => keyOf(item.asked),
    ),
  );
  return (
    code: string,
    catalogId: string | null | undefined,
    info: GraphQLResolveInfo,
  ): Promise<Item | null> =>
    load(keyOf({ codeKey: codeKeyOf(code), catalogId: catalogId ?? null }), queries.items.projection(info));
};

const ROW_FIELDS = ['publishedAt', 'note', 'catalogKeys', 'added', 'changed', 'removed', 'trailHead'];

/**
 * The gateway has made an `asOf` the request's release already; a subgraph asked directly finds it here. The bare
 * number of the request's own release, which the gateway asks for before every request, is known without a statement.
 */
const createReleaseFinder =
  (queries: ReleaseQueries, release: number) =>
  async (
    asOf: ReleaseRef | null | undefined,
    info: GraphQLResolveInfo,
  ): Promise<ReleaseRow | Pick<ReleaseRow, 'number'>> => {
    if (asOf == null && !asksFor(info, ROW_FIELDS)) return { number: release };
    const { number, at } = asOf ?? {};
    if (asOf != null && (number == null) === (at == null)) throw refusal('BAD_USER_INPUT', 'AS_OF_AMBIGUOUS');
    const rows =
      at == null
        ? await queries.byNumbers(release, [String(number ?? release)])
        : await queries.at(release, at);
    if (rows[0] === undefined) throw refusal('RELEASE_NOT_FOUND');
    return rows[0];
  };

/** Prepares the statements once; the result makes the loaders of a request. */
export const prepareReference = (sql: Sql) => {
  const queries = createReferenceQueries(sql);
  const releases = createReleaseQueries(sql);
  const regionLists = createRegionLists(sql);
  const catalogLists = createCatalogLists(sql);
  return (release: number) => ({
    ...createItemLoaders(queries.items, release),
    ...createRegionPages(regionLists, release),
    ...createCatalogPages(catalogLists, release),
    ...createReleasePages(releases, release),
    release: createReleaseFinder(releases, release),
    itemByCode: createCodeLoader(queries, release),
    releaseByNumber: valueLoader(
      (numbers) => releases.byNumbers(release, numbers),
      (row) => String(row.number),
    ),
    region: valueLoader(
      (codes) => queries.regions(release, codes),
      (region) => region.id,
    ),
    catalog: valueLoader(
      (ids) => queries.catalogs(release, ids),
      (catalog) => catalog.id,
    ),
    organisation: valueLoader(
      (ids) => queries.organisations(release, ids),
      (organisation) => organisation.id,
    ),
  });
};

export type ReferenceLoaders = ReturnType<ReturnType<typeof prepareReference>>;
