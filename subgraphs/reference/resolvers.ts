import type { GraphQLResolveInfo } from 'graphql';
import type { PageArguments } from '../connection.ts';
import type { Reference, SubgraphContext } from '../context.ts';
import { itemFields, sharedItemTypes } from '../item-fields.ts';
import type { Item } from '../item-row.ts';
import { asksOnlyForId } from '../selection.ts';
import type { RegionRow } from './list-queries.ts';
import type { CatalogArguments, RegionArguments } from './lists.ts';
import type { ReferenceLoaders, ReleaseRef } from './loaders.ts';

type Context = SubgraphContext<ReferenceLoaders>;
type ItemKeys = {
  readonly id: string;
  readonly basicCode: string;
  readonly catalog: { readonly id: string };
};
type Id = { readonly id: string };

const Query = {
  release: (
    _root: unknown,
    { asOf }: { asOf?: ReleaseRef | null },
    { loaders }: Context,
    info: GraphQLResolveInfo,
  ) => loaders.release(asOf, info),
  releases: (_root: unknown, args: PageArguments, { loaders }: Context) => loaders.releases(args),
  regions: (_root: unknown, args: RegionArguments, { loaders }: Context) => loaders.regions(args),
  catalogs: (_root: unknown, args: CatalogArguments, { loaders }: Context) => loaders.catalogs(args),
  referenceItem: (
    _root: unknown,
    { code, catalog }: { code: string; catalog?: string | null },
    { loaders }: Context,
    info: GraphQLResolveInfo,
  ) => loaders.itemByCode(code, catalog, info),
};

// Other subgraphs only point at these three; here they live, so the gateway expects their fields at once.
const placeOf = {
  catalog: async ({ catalogId: id }: Item, _args: unknown, { loaders }: Context, info: GraphQLResolveInfo) =>
    asksOnlyForId(info) ? { id } : ((await loaders.catalog.load(id)) ?? { id }),
  region: async (
    { regionCode: id }: { regionCode: string },
    _args: unknown,
    { loaders }: Context,
    info: GraphQLResolveInfo,
  ) => (asksOnlyForId(info) ? { id } : ((await loaders.region.load(id)) ?? { id })),
  organisation: (
    { organisationId: id }: Item,
    _args: unknown,
    { loaders }: Context,
    info: GraphQLResolveInfo,
  ) => (id === null || asksOnlyForId(info) ? id && { id } : loaders.organisation.load(id)),
};

/** How the reference subgraph answers. */
export const referenceResolvers = {
  ...sharedItemTypes,
  Query,
  Release: {
    __resolveReference: ({ number }: { number: number }, { loaders }: Context) =>
      loaders.releaseByNumber.load(String(number)),
  },
  Region: {
    __resolveReference: ({ id }: Id, { loaders }: Context) => loaders.region.load(id),
    parent: ({ parentCode }: RegionRow, _args: unknown, { loaders }: Context) =>
      parentCode && loaders.region.load(parentCode),
    children: ({ id }: RegionRow, args: PageArguments, { loaders }: Context) => loaders.children(id, args),
  },
  Organisation: {
    __resolveReference: ({ id }: Id, { loaders }: Context) => loaders.organisation.load(id),
    region: placeOf.region,
  },
  Catalog: {
    __resolveReference: ({ id }: Id, { loaders }: Context) => loaders.catalog.load(id),
    region: placeOf.region,
  },
  ReferenceItem: {
    ...itemFields,
    ...placeOf,
    __resolveReference: (keys: Reference<ItemKeys>, { loaders }: Context, info: GraphQLResolveInfo) =>
      keys.id === undefined
        ? loaders.itemByCode(keys.basicCode ?? '', keys.catalog?.id, info)
        : loaders.byId(keys.id, info),
  },
};
