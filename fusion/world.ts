import type { SubgraphName } from '../db/client.ts';
import { ITEMS, type SourceName } from './sources.ts';

/** What a statement may read, and where it finds the objects of each type. */
export interface World {
  readonly sourceOf: Readonly<Record<string, SourceName | undefined>>;
  /**
   * Types of which an id is believed, with the source whose id it is: where only what hangs on such an object is asked
   * (the guide of a county item, of the guide subgraph), no row of it is read.
   */
  readonly believed: Readonly<Record<string, SourceName | undefined>>;
  readonly readable: ReadonlySet<SourceName>;
}

const world = (
  sourceOf: World['sourceOf'],
  believed: World['believed'],
  more: readonly SourceName[] = [],
): World => ({
  sourceOf,
  believed,
  readable: new Set([...Object.values(sourceOf).filter((name) => name !== undefined), ...more]),
});

const itself = (...names: readonly SourceName[]): World['sourceOf'] =>
  Object.fromEntries(names.map((name) => [name, name]));

/** The index holds items of every type. */
const INDEXED = Object.fromEntries(ITEMS.map((type) => [type, 'IndexedItem' as const]));

const PLACES = ['Region', 'Organisation', 'Catalog'] as const;

/** All that the subgraphs show, as the gateway before them sees it. */
export const WHOLE: World = world(itself(...ITEMS, 'Match', 'Guide', ...PLACES), {}, ['IndexedItem']);

/** What each subgraph by itself reads. */
export const OF_SUBGRAPH: Readonly<Record<SubgraphName, World>> = {
  reference: world(itself('ReferenceItem', ...PLACES), {}),
  county: world(itself('CountyItem'), {}),
  township: world(itself('TownshipItem'), {}),
  guide: world(itself('Guide'), INDEXED),
  matching: world(
    {
      ...INDEXED,
      Match: 'Match',
      Catalog: 'PublishedCatalog',
    },
    { ...INDEXED, Catalog: 'PublishedCatalog' },
  ),
};
