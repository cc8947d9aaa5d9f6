import type { GraphQLResolveInfo } from 'graphql';
import type { PageArguments } from '../connection.ts';
import type { SubgraphContext } from '../context.ts';
import { CORE_FIELDS, coreItemFields, sharedItemTypes } from '../item-fields.ts';
import { asksFor, asksOnlyForId } from '../selection.ts';
import type { ItemsArguments } from './items.ts';
import type { LinkedArguments } from './links.ts';
import type { MatchingLoaders } from './loaders.ts';
import type { AdoptedVersionRow, MatchRow } from './match-queries.ts';

type Context = SubgraphContext<MatchingLoaders>;
type Id = { readonly id: string };

/** An item by its id; one of which only the id is asked for is not read. */
const itemAt = (id: string, { loaders }: Context, info: GraphQLResolveInfo) =>
  asksOnlyForId(info) ? { id } : loaders.item.load(id);

// The gateway knows that the item exists: a row is read only for the fields that come from it.
const __resolveReference = ({ id }: Id, { loaders }: Context, info: GraphQLResolveInfo) =>
  asksFor(info, CORE_FIELDS) ? loaders.item.load(id) : { id };

const referenceMatch = ({ id }: Id, _args: unknown, { loaders }: Context) => loaders.bestUp(id, 'REFERENCE');

const basedOn = ({ id }: Id, _args: unknown, { loaders }: Context) => loaders.adoptedVersion.load(id);

/** How the matching subgraph answers. */
export const matchingResolvers = {
  ...sharedItemTypes,
  Query: {
    items: (_root: unknown, args: ItemsArguments, { loaders, today }: Context) => loaders.items(args, today),
    node: (_root: unknown, { id }: Id, { loaders }: Context) => loaders.node(id),
  },
  ReferenceItem: {
    ...coreItemFields,
    __resolveReference,
    localItems: ({ id }: Id, args: LinkedArguments, { loaders }: Context) =>
      loaders.linkedItems(id, 'REFERENCE', args),
  },
  CountyItem: {
    ...coreItemFields,
    __resolveReference,
    referenceMatch,
    basedOn,
    townshipItems: ({ id }: Id, args: PageArguments, { loaders }: Context) =>
      loaders.linkedItems(id, 'SOURCE', args),
    counterparts: ({ id }: Id, _args: unknown, { loaders }: Context) => loaders.counterparts.load(id),
  },
  TownshipItem: {
    ...coreItemFields,
    __resolveReference,
    referenceMatch,
    basedOn,
    sourceItem: async ({ id }: Id, _args: unknown, context: Context, info: GraphQLResolveInfo) => {
      const link = await context.loaders.bestUp(id, 'SOURCE');
      return link && itemAt(link.rightId, context, info);
    },
  },
  ReferenceVersion: {
    item: ({ referenceId }: AdoptedVersionRow, _args: unknown, context: Context, info: GraphQLResolveInfo) =>
      itemAt(referenceId, context, info),
  },
  Match: {
    __resolveReference: ({ id }: Id, { loaders }: Context) => loaders.match.load(id),
    left: ({ leftId }: MatchRow, _args: unknown, context: Context, info: GraphQLResolveInfo) =>
      itemAt(leftId, context, info),
    right: ({ rightId }: MatchRow, _args: unknown, context: Context, info: GraphQLResolveInfo) =>
      itemAt(rightId, context, info),
  },
  Catalog: {
    items: ({ id }: Id, args: PageArguments, { loaders }: Context) => loaders.catalogItems(id, args),
  },
};
