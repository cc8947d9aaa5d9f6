import { openSubgraph, type Subgraph, type SubgraphOptions } from '../open-subgraph.ts';
import { prepareGuide } from './loaders.ts';
import { guideResolvers } from './resolvers.ts';

/** Opens the guide subgraph. */
export const openGuide = (options: SubgraphOptions): Subgraph =>
  openSubgraph({ name: 'guide', resolvers: guideResolvers, prepare: prepareGuide }, options);
