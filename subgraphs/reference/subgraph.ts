import { type ReleaseWatch, watchReleases } from '../../db/release-watch.ts';
import { openSubgraph, type Subgraph, type SubgraphOptions } from '../open-subgraph.ts';
import { prepareReference } from './loaders.ts';
import { referenceResolvers } from './resolvers.ts';

/**
 * Opens the reference subgraph: reference catalogs, and the regions, organisations and lists of the whole hub. It
 * watches the releases from the first time it is asked to.
 */
export const openReference = (options: SubgraphOptions): Subgraph => {
  const subgraph = openSubgraph(
    { name: 'reference', resolvers: referenceResolvers, prepare: prepareReference },
    options,
  );
  let watch: ReleaseWatch | undefined;
  return {
    ...subgraph,
    releaseWatch: () => {
      watch ??= watchReleases(options.url);
      return watch;
    },
    close: async () => {
      await Promise.all([subgraph.close(), watch?.close()]);
    },
  };
};
