import type { GraphQLResolveInfo } from 'graphql';
import type { Reference, SubgraphContext } from './context.ts';
import { itemFields, sharedItemTypes } from './item-fields.ts';
import type { ItemLoaders } from './item-loaders.ts';

type Context = SubgraphContext<ItemLoaders>;
type Keys = { readonly id: string; readonly implementationCode: string };

/** How a subgraph of one kind of item answers: by the query field that takes a code, and as an entity by either key. */
export const itemResolvers = (queryField: string, type: string) => ({
  ...sharedItemTypes,
  Query: {
    [queryField]: (
      _root: unknown,
      { code }: { code: string },
      { loaders }: Context,
      info: GraphQLResolveInfo,
    ) => loaders.byCode(code, info),
  },
  [type]: {
    ...itemFields,
    __resolveReference: (
      { id, implementationCode }: Reference<Keys>,
      { loaders }: Context,
      info: GraphQLResolveInfo,
    ) => (id === undefined ? loaders.byCode(implementationCode ?? '', info) : loaders.byId(id, info)),
  },
});
