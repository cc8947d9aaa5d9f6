import { buildGramIndex } from '../index/gram-index.ts';
import { BACKGROUND } from '../model/background.ts';
import type { ListedItem } from './listed-item.ts';
import { type NameFit, nameFit } from './name-fit.ts';
import { type Neighbour, segmentsOf } from './neighbours.ts';

/** A main item that may head an item. */
export interface Candidate extends NameFit {
  /** Its place among the main items. */
  readonly main: number;
}

/** Main items looked at for an item's own wording. */
const BY_WORDING = 12;
/** Of what its neighbours' wording found, so many each. */
const BY_NEIGHBOUR = 3;

const fitOf = ({ wording, acts }: NameFit): number => wording + acts;

const better = (one: Candidate, other: Candidate): number =>
  fitOf(other) - fitOf(one) || one.main - other.main;

/** What a list's codes and its own words say of main items before any wording is compared. */
export interface Leads {
  /** Main items by the segment of their own codes. */
  readonly heads: ReadonlyMap<string, readonly number[]>;
  /** The main item of each item that states it. */
  readonly stated: readonly (number | undefined)[];
}

/** Main items each item may stand below: alike in wording, or found or stated for its neighbours. */
export function candidatesOf(
  items: readonly ListedItem[],
  mains: readonly ListedItem[],
  neighbours: readonly (readonly Neighbour[])[],
  { heads, stated }: Leads,
): readonly (readonly Candidate[])[] {
  const index = buildGramIndex(
    mains.map(({ prepared }) => prepared.core),
    BACKGROUND,
  );
  const compare = ({ prepared }: ListedItem, places: Iterable<number>): readonly Candidate[] =>
    [...places].map((main) => ({ main, ...nameFit(prepared, mains[main] as ListedItem) })).sort(better);
  const worded = items.map((item) => {
    const { documents, count } = index.search(item.prepared.core, BY_WORDING);
    return compare(item, documents.slice(0, count()));
  });
  return items.map((item, place) => {
    const own = worded[place] as readonly Candidate[];
    const seen = new Set(own.map(({ main }) => main));
    const more = new Set(segmentsOf(item).flatMap((segment) => heads.get(segment) ?? []));
    const said = stated[place];
    if (said !== undefined) more.add(said);
    for (const near of neighbours[place] ?? []) {
      const told = stated[near.place];
      if (told !== undefined) more.add(told);
      else if (near.coded)
        for (const { main } of (worded[near.place] ?? []).slice(0, BY_NEIGHBOUR)) more.add(main);
    }
    return [
      ...own,
      ...compare(
        item,
        [...more].filter((main) => !seen.has(main)),
      ),
    ];
  });
}
