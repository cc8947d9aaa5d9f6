import type { SubgraphName } from '../db/client.ts';
import type { SourceName } from './sources.ts';

/** What a statement may read, and where it finds the objects of each type. */
export interface World {
  readonly sourceOf: Readonly<Record<string, SourceName | undefined>>;
  /** Types of which an id is believed: only what hangs on such an object is read. */
  readonly believed: ReadonlySet<string>;
  readonly readable: ReadonlySet<SourceName>;
}

const world = (
  sourceOf: World['sourceOf'],
  believed: readonly string[],
  more: readonly SourceName[] = [],
): World => ({
  sourceOf,
  believed: new Set(believed),
  readable: new Set([...Object.values(sourceOf).filter((name) => name !== undefined), ...more]),
});

const itself = (...names: readonly SourceName[]): World['sourceOf'] =>
  Object.fromEntries(names.map((name) => [name, name]));

const ITEMS = ['ReferenceItem', 'CountyItem', 'TownshipItem'] as const;
const PLACES = ['Region', 'Organisation', 'Catalog'] as const;

/** All that the subgraphs show, as the gateway before them sees it. */
export const WHOLE: World = world(itself(...ITEMS, 'Match', 'Guide', ...PLACES), [], ['IndexedItem']);

/** What each subgraph by itself reads. */
export const OF_SUBGRAPH: Readonly<Record<SubgraphName, World>> = {
  reference: world(itself('ReferenceItem', ...PLACES), []),
  county: world(itself('CountyItem'), []),
  township: world(itself('TownshipItem'), []),
  guide: world(itself('Guide'), ITEMS),
  matching: world(
    {
      ...Object.fromEntries(ITEMS.map((type) => [type, 'IndexedItem'])),
      Match: 'Match',
      Catalog: 'PublishedCatalog',
    },
    [...ITEMS, 'Catalog'],
  ),
};
