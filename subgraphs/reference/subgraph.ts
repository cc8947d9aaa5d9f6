import { openSubgraph, type Subgraph, type SubgraphOptions } from '../open-subgraph.ts';
import { prepareReference } from './loaders.ts';
import { referenceResolvers } from './resolvers.ts';

/** Opens the reference subgraph: reference catalogs, and the regions, organisations and lists of the whole hub. */
export const openReference = (options: SubgraphOptions): Subgraph =>
  openSubgraph({ name: 'reference', resolvers: referenceResolvers, prepare: prepareReference }, options);
