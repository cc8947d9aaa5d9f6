import type { GraphQLResolveInfo } from 'graphql';
import type { Reference, SubgraphContext } from '../context.ts';
import { itemFields, sharedItemTypes } from '../item-fields.ts';
import type { TownshipLoaders } from './loaders.ts';

type Context = SubgraphContext<TownshipLoaders>;
type Keys = { readonly id: string; readonly implementationCode: string };

/** How the township subgraph answers. */
export const townshipResolvers = {
  ...sharedItemTypes,
  Query: {
    townshipItem: (
      _root: unknown,
      { code }: { code: string },
      { loaders }: Context,
      info: GraphQLResolveInfo,
    ) => loaders.byCode(code, info),
  },
  TownshipItem: {
    ...itemFields,
    __resolveReference: (
      { id, implementationCode }: Reference<Keys>,
      { loaders }: Context,
      info: GraphQLResolveInfo,
    ) => (id === undefined ? loaders.byCode(implementationCode ?? '', info) : loaders.byId(id, info)),
  },
};
