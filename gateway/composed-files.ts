import { readFile, writeFile } from 'node:fs/promises';
import type { SUBGRAPHS } from '../subgraphs/index.ts';
import { subgraphSdl } from '../subgraphs/sdl.ts';
import { type Composition, composed, composeSupergraph } from './compose.ts';

const SCHEMA = new URL('../schema/', import.meta.url);

/** The subgraphs of the hub and the address each has when `zongheng subgraph` starts it with its usual port. */
export const SUBGRAPH_ADDRESSES = {
  reference: 'http://127.0.0.1:4001/graphql',
  county: 'http://127.0.0.1:4002/graphql',
  township: 'http://127.0.0.1:4003/graphql',
  guide: 'http://127.0.0.1:4004/graphql',
  matching: 'http://127.0.0.1:4005/graphql',
} as const satisfies Readonly<Record<keyof typeof SUBGRAPHS, string>>;

export type HubSubgraph = keyof typeof SUBGRAPHS;

export const HUB_SUBGRAPHS = Object.keys(SUBGRAPH_ADDRESSES) as HubSubgraph[];

/** Whether a supergraph with subgraphs of these names is the hub's. */
export const isHubSupergraph = (addresses: Readonly<Record<string, string>>): boolean =>
  HUB_SUBGRAPHS.every((name) => Object.hasOwn(addresses, name));

/** The committed file of each part of the composition, relative to `schema/`. */
const FILES = { supergraphSdl: 'supergraph.graphql', apiSdl: 'api.graphql' } as const;

/** Composes what `schema/` says now. A conflict is a bug of the checked-in contract, hence thrown. */
export function composeFiles(): Composition {
  const texts = Object.fromEntries(HUB_SUBGRAPHS.map((name) => [name, subgraphSdl(name)]));
  const result = composeSupergraph(texts, SUBGRAPH_ADDRESSES);
  if (!composed(result)) throw new Error(`schema/ does not compose:\n${result.errors.join('\n')}`);
  return result;
}

/** Names of the files of `folder` that differ from what `schema/` composes to; empty when nothing drifted. */
export async function compositionDrift(
  composition: Composition = composeFiles(),
  folder: URL = SCHEMA,
): Promise<readonly string[]> {
  const drifted = [];
  for (const part of ['supergraphSdl', 'apiSdl'] as const) {
    const committed = await readFile(new URL(FILES[part], folder), 'utf8').catch(absent);
    if (committed !== composition[part]) drifted.push(`schema/${FILES[part]}`);
  }
  return drifted;
}

/** Only a file that is not there is missing; one that cannot be read is nothing to write over in silence. */
function absent(cause: NodeJS.ErrnoException): undefined {
  if (cause.code !== 'ENOENT') throw new Error(`cannot read a composed file: ${cause.message}`, { cause });
}

/** Writes `schema/supergraph.graphql` and `schema/api.graphql`; returns the names of the files it changed. */
export async function writeComposedFiles(): Promise<readonly string[]> {
  const composition = composeFiles();
  const drifted = await compositionDrift(composition);
  for (const part of ['supergraphSdl', 'apiSdl'] as const) {
    if (drifted.includes(`schema/${FILES[part]}`))
      await writeFile(new URL(FILES[part], SCHEMA), composition[part]);
  }
  return drifted;
}

/** The committed supergraph of the hub. */
export const readSupergraph = (): Promise<string> => readFile(new URL(FILES.supergraphSdl, SCHEMA), 'utf8');
