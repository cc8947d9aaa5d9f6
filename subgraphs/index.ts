import type { SubgraphName } from '../db/client.ts';
import { openCounty } from './county/subgraph.ts';
import { openGuide } from './guide/subgraph.ts';
import { openMatching } from './matching/subgraph.ts';
import type { Subgraph, SubgraphOptions } from './open-subgraph.ts';
import { openReference } from './reference/subgraph.ts';
import { openTownship } from './township/subgraph.ts';

/** The five subgraphs, each opened over a database by its name. The one place that lists them. */
export const SUBGRAPHS: Readonly<Record<SubgraphName, (options: SubgraphOptions) => Subgraph>> = {
  reference: openReference,
  county: openCounty,
  township: openTownship,
  guide: openGuide,
  matching: openMatching,
};
