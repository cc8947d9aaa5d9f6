import type { Level } from '../../catalog/levels.ts';
import type { Authority, BasedOn } from '../../comparison/authority.ts';
import { rowsOf } from '../../comparison/compare-lists.ts';
import type { ComparedItem, ComparedLink, ComparedList } from '../../comparison/compared-item.ts';
import { mainItemsOf } from '../../comparison/main-items.ts';
import { codesOf, placesOf } from './coverage-codes.ts';

/** A reference catalog as many authorities are held against it. */
export interface Measure {
  readonly catalog: ComparedList;
  readonly items: ReadonlyMap<string, ComparedItem>;
  readonly places: ReadonlyMap<string, number>;
  readonly subsOf: (mainId: string) => readonly ComparedItem[];
  readonly earlierVersions: (referenceId: string) => readonly BasedOn[];
  /** How the items stand at a list of a level that has none of them. */
  readonly bare: (level: Level, list: ComparedList) => Uint8Array;
}

const NONE: readonly never[] = [];

/** What is read of an authority to tell its standings. */
export type StandingAuthority = Pick<Authority, 'regionCode' | 'level' | 'lists' | 'item' | 'basedOn'> & {
  readonly linksTo: (referenceId: string) => readonly ComparedLink[];
};

/** An authority of which no more is known than tells its standings. */
export const authorityBeside = (
  { catalog, items, earlierVersions }: Pick<Measure, 'catalog' | 'items' | 'earlierVersions'>,
  { linksTo, item, ...read }: StandingAuthority,
  today: string,
): Authority => ({
  ...read,
  today,
  references: [catalog],
  sources: NONE,
  links: { from: () => NONE, to: (_kind, id) => linksTo(id) },
  item: (id) => item(id) ?? items.get(id),
  earlierVersions,
  peers: () => NONE,
  levelsOffering: () => NONE,
});

/** Prepares a catalog to be held against many lists. */
export const measureOf = (catalog: ComparedList, earlierVersions: Measure['earlierVersions']): Measure => {
  const items = new Map(catalog.items.map((item) => [item.id, item]));
  const mains = mainItemsOf(catalog);
  const subs = Map.groupBy(
    catalog.items.flatMap((item) => mains.of(item).map((main) => ({ main, item }))),
    ({ main }) => main.id,
  );
  const bares = new Map<string, Uint8Array>();
  const readBare = (level: Level, list: ComparedList): Uint8Array => {
    const bare = { ...list, items: NONE, nilReturns: NONE };
    const read = { regionCode: list.regionCode, level, lists: [bare], linksTo: () => NONE };
    const unknown = { item: () => undefined, basedOn: () => undefined };
    const authority = authorityBeside({ catalog, items, earlierVersions }, { ...read, ...unknown }, '');
    return codesOf(catalog, [{ rows: rowsOf(authority, bare, catalog) }]);
  };
  return {
    catalog,
    items,
    places: placesOf(catalog),
    subsOf: (id) => subs.get(id)?.map(({ item }) => item) ?? NONE,
    earlierVersions,
    bare: (level, list) => {
      const key = `${level} ${list.kind}`;
      const found = bares.get(key) ?? readBare(level, list);
      bares.set(key, found);
      return found;
    },
  };
};
