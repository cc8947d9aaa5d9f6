import { openSubgraph, type Subgraph, type SubgraphOptions } from '../open-subgraph.ts';
import { prepareTownship } from './loaders.ts';
import { townshipResolvers } from './resolvers.ts';

/** Opens the township subgraph: township and village lists. */
export const openTownship = (options: SubgraphOptions): Subgraph =>
  openSubgraph({ name: 'township', resolvers: townshipResolvers, prepare: prepareTownship }, options);
