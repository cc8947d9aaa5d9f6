import type { GraphQLResolveInfo } from 'graphql';
import type { Reference, SubgraphContext } from '../context.ts';
import { itemFields, sharedItemTypes } from '../item-fields.ts';
import type { CountyLoaders } from './loaders.ts';

type Context = SubgraphContext<CountyLoaders>;
type Keys = { readonly id: string; readonly implementationCode: string };

/** How the county subgraph answers. */
export const countyResolvers = {
  ...sharedItemTypes,
  Query: {
    countyItem: (
      _root: unknown,
      { code }: { code: string },
      { loaders }: Context,
      info: GraphQLResolveInfo,
    ) => loaders.byCode(code, info),
  },
  CountyItem: {
    ...itemFields,
    __resolveReference: (
      { id, implementationCode }: Reference<Keys>,
      { loaders }: Context,
      info: GraphQLResolveInfo,
    ) => (id === undefined ? loaders.byCode(implementationCode ?? '', info) : loaders.byId(id, info)),
  },
};
