import { openSubgraph, type Subgraph, type SubgraphOptions } from '../open-subgraph.ts';
import { prepareMatching } from './loaders.ts';
import { matchingResolvers } from './resolvers.ts';

/** Opens the matching subgraph: the index of all items, search, and the links between levels and lists. */
export const openMatching = (options: SubgraphOptions): Subgraph =>
  openSubgraph(
    { name: 'matching', resolvers: matchingResolvers, prepare: prepareMatching, plansByValue: true },
    options,
  );
