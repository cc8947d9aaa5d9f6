import { buildGramIndex, fromShared, type GramIndex, type SharedGramIndex } from '../index/gram-index.ts';
import type { MatchItem } from '../item.ts';
import type { Found } from './candidates.ts';
import { contentFingerprint, keyFingerprint } from './fingerprint.ts';
import type { Judging, Prepared } from './judging.ts';

/** The references of one or many blocks, in the order of their ids; what costs time is made when first asked for. */
export interface ReferenceList<Item extends Prepared> {
  readonly judging: Judging<Item>;
  /** References looked at for an item's wording. */
  readonly limit: number;
  readonly ids: readonly string[];
  readonly fingerprints: readonly string[];
  readonly placeOf: (id: string) => number | undefined;
  readonly prepared: (place: number) => Item;
  /** Fingerprints of the exact form and of each code. */
  readonly keys: (place: number) => readonly string[];
  readonly index: () => GramIndex;
  /** Places of the references that have the key, ascending. */
  readonly sharing: (key: string) => readonly number[];
  /** Answers already given to other items of the same content. */
  readonly remembered: Map<string, Found>;
}

export interface ReferenceListOptions {
  /** References looked at for an item's wording; 10 when missing. */
  readonly candidates?: number;
  /** The index another thread has built of the same references. */
  readonly shared?: SharedGramIndex | undefined;
}

const CANDIDATES = 10;

export const searchText = <Item extends Prepared>(judging: Judging<Item>, item: Item): string =>
  judging.searchText?.(item) ?? item.core;

const [EXACT, CODE] = [1, 2] as const;

/** What a judgement may be found by beside its wording; two keys that meet by chance cost no more than a look. */
export const keysOf = ({ exact, codeKeys }: Prepared): readonly string[] => [
  ...(exact === '' ? [] : [keyFingerprint(EXACT, exact)]),
  ...codeKeys.map((key) => keyFingerprint(CODE, key)),
];

export const questionText = <Item extends Prepared>(judging: Judging<Item>, item: Item): string =>
  judging.questionText?.(item) ?? searchText(judging, item);

/** What an item is looked for by. */
export const questionOf = <Item extends Prepared>(
  judging: Judging<Item>,
  item: Item,
): Pick<Found, 'core' | 'keys'> => ({
  core: questionText(judging, item),
  keys: keysOf(item),
});

/** Comparison that is the same on every machine, unlike that of a locale. */
export const byId = (left: { readonly id: string }, right: { readonly id: string }): number =>
  left.id < right.id ? -1 : left.id > right.id ? 1 : 0;

/** Items in the order of their ids; throws where two have the same. */
export const inOrder = <T extends { readonly id: string }>(items: readonly T[]): readonly T[] => {
  const sorted = [...items].sort(byId);
  for (const [at, { id }] of sorted.entries()) {
    if (id === sorted[at + 1]?.id) throw new Error(`two items of one list have the id ${id}`);
  }
  return sorted;
};

/** References in any order, each id once; throws otherwise. */
export function referenceList<Item extends Prepared>(
  judging: Judging<Item>,
  references: readonly MatchItem[],
  { candidates = CANDIDATES, shared }: ReferenceListOptions = {},
): ReferenceList<Item> {
  const sorted = inOrder(references);
  const places = new Map(sorted.map(({ id }, place) => [id, place]));
  const ready: Item[] = new Array(sorted.length);
  const prepared = (place: number): Item => {
    ready[place] ??= judging.prepareItem(sorted[place] as MatchItem);
    return ready[place] as Item;
  };
  const all = (): readonly Item[] => sorted.map((_item, place) => prepared(place));
  const ownKeys: (readonly string[])[] = new Array(sorted.length);
  const keys = (place: number): readonly string[] => {
    ownKeys[place] ??= keysOf(prepared(place));
    return ownKeys[place] as readonly string[];
  };
  const index = once(() =>
    shared === undefined
      ? buildGramIndex(
          all().map((item) => searchText(judging, item)),
          judging.weights,
        )
      : fromShared(shared, judging.weights),
  );
  const table = once(() => placesByKey(sorted.map((_item, place) => keys(place))));
  return {
    judging,
    limit: candidates,
    ids: sorted.map(({ id }) => id),
    fingerprints: sorted.map(contentFingerprint),
    placeOf: (id) => places.get(id),
    prepared,
    keys,
    index,
    sharing: (key) => table().get(key) ?? [],
    remembered: new Map(),
  };
}

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

const placesByKey = (keys: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> => {
  const table = new Map<string, number[]>();
  for (const [place, own] of keys.entries()) {
    for (const key of new Set(own)) {
      const places = table.get(key);
      if (places === undefined) table.set(key, [place]);
      else places.push(place);
    }
  }
  return table;
};
