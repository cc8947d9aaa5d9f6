import { readFileSync } from 'node:fs';
import type { SubgraphName } from '../db/client.ts';

const read = (name: string): string =>
  readFileSync(new URL(`../schema/${name}.graphql`, import.meta.url), 'utf8');

/** The SDL of one subgraph: what all share, the elements of the field registry, and its own types. */
export const subgraphSdl = (name: SubgraphName): string => ['shared', 'elements', name].map(read).join('\n');
