import type { GraphQLResolveInfo } from 'graphql';
import type { PageArguments } from '../connection.ts';
import type { SubgraphContext } from '../context.ts';
import { CORE_FIELDS, coreItemFields, sharedItemTypes } from '../item-fields.ts';
import { asksFor } from '../selection.ts';
import { comparisonResolvers } from './comparison-resolvers.ts';
import { decisionResolvers } from './decision-resolvers.ts';
import { impactResolvers } from './impact-resolvers.ts';
import { indicatorResolvers } from './indicator-resolvers.ts';
import { type Id, type IncludeReview, itemAt } from './item-at.ts';
import type { ItemsArguments } from './items.ts';
import type { LinkedArguments } from './links.ts';
import type { MatchingLoaders } from './loaders.ts';
import type { AdoptedVersionRow } from './match-queries.ts';
import { matchResolvers, shownCandidates } from './match-resolvers.ts';
import { proposalResolvers } from './proposal-resolvers.ts';
import { qualityResolvers } from './quality-resolvers.ts';

type Context = SubgraphContext<MatchingLoaders>;

// The gateway knows that the item exists: a row is read only for the fields that come from it.
const __resolveReference = ({ id }: Id, { loaders }: Context, info: GraphQLResolveInfo) =>
  asksFor(info, CORE_FIELDS) ? loaders.item.load(id) : { id };

const referenceMatch = ({ id }: Id, _args: unknown, { loaders }: Context) =>
  loaders.bestUp(id, { kind: 'REFERENCE', review: true });

const candidates = async ({ id }: Id, args: { best?: number | null }, { loaders }: Context) =>
  shownCandidates(await loaders.explanationsUp(id, 'REFERENCE'), args.best);

const basedOn = ({ id }: Id, _args: unknown, { loaders }: Context) => loaders.adoptedVersion.load(id);

/** How the matching subgraph answers. */
export const matchingResolvers = {
  ...sharedItemTypes,
  ...comparisonResolvers,
  ...impactResolvers,
  ...matchResolvers,
  ...qualityResolvers,
  ...decisionResolvers,
  ...proposalResolvers,
  ...indicatorResolvers,
  Query: {
    ...comparisonResolvers.Query,
    ...impactResolvers.Query,
    ...matchResolvers.Query,
    ...qualityResolvers.Query,
    ...decisionResolvers.Query,
    ...proposalResolvers.Query,
    ...indicatorResolvers.Query,
    items: (_root: unknown, args: ItemsArguments, { loaders, today }: Context) => loaders.items(args, today),
    node: (_root: unknown, { id }: Id, { loaders }: Context) => loaders.node(id),
  },
  Mutation: {
    ...decisionResolvers.Mutation,
    ...proposalResolvers.Mutation,
    ...qualityResolvers.Mutation,
  },
  ReferenceItem: {
    ...coreItemFields,
    __resolveReference,
    localItems: ({ id }: Id, args: LinkedArguments, { loaders }: Context) =>
      loaders.linkedItems(id, 'REFERENCE', args),
    localMatches: ({ id }: Id, args: LinkedArguments, { loaders }: Context) =>
      loaders.localMatches(id, 'REFERENCE', args),
  },
  CountyItem: {
    ...coreItemFields,
    __resolveReference,
    referenceMatch,
    candidates,
    basedOn,
    townshipItems: ({ id }: Id, args: PageArguments & IncludeReview, { loaders }: Context) =>
      loaders.linkedItems(id, 'SOURCE', args),
    counterparts: ({ id }: Id, { includeReview }: IncludeReview, { loaders }: Context) =>
      loaders.counterparts(id, includeReview ?? false),
  },
  TownshipItem: {
    ...coreItemFields,
    __resolveReference,
    referenceMatch,
    candidates,
    basedOn,
    sourceItem: async ({ id }: Id, _args: unknown, context: Context, info: GraphQLResolveInfo) => {
      const link = await context.loaders.bestUp(id, { kind: 'SOURCE', review: false });
      return link && itemAt(link.rightId, context, info);
    },
    sourceMatch: ({ id }: Id, _args: unknown, { loaders }: Context) =>
      loaders.bestUp(id, { kind: 'SOURCE', review: true }),
  },
  ReferenceVersion: {
    item: ({ referenceId }: AdoptedVersionRow, _args: unknown, context: Context, info: GraphQLResolveInfo) =>
      itemAt(referenceId, context, info),
  },
  Catalog: {
    items: ({ id }: Id, args: PageArguments, { loaders }: Context) => loaders.catalogItems(id, args),
  },
};
