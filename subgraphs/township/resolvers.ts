import { itemResolvers } from '../item-resolvers.ts';

/** How the township subgraph answers. */
export const townshipResolvers = itemResolvers('townshipItem', 'TownshipItem');
