import { itemResolvers } from '../item-resolvers.ts';

/** How the county subgraph answers. */
export const countyResolvers = itemResolvers('countyItem', 'CountyItem');
