import { openSubgraph, type Subgraph, type SubgraphOptions } from '../open-subgraph.ts';
import { prepareCounty } from './loaders.ts';
import { countyResolvers } from './resolvers.ts';

/** Opens the county subgraph: city and county lists. */
export const openCounty = (options: SubgraphOptions): Subgraph =>
  openSubgraph({ name: 'county', resolvers: countyResolvers, prepare: prepareCounty }, options);
