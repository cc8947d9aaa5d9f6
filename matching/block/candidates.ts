import { bestDocuments } from '../index/best-documents.ts';
import type { ItemJudgement } from '../judgement.ts';
import type { Prepared } from './judging.ts';
import type { ReferenceList } from './reference-list.ts';

/** Everything an answer rests on, so that a later run can tell whether it still stands. */
export interface Found {
  /** What was searched for; empty where namesakes were enough. */
  readonly core: string;
  readonly keys: readonly string[];
  /** Ids of the references looked at, the most alike in wording first. */
  readonly candidates: readonly string[];
  /** The last reference the search let in, and its score; undefined where it had room for more. */
  readonly last: Last | undefined;
  readonly judgement: ItemJudgement;
}

export interface Last {
  readonly id: string;
  readonly score: number;
}

/** Stands where namesakes alone decided: no wording is so alike that it would have let in another. */
export const NAMESAKES_ONLY: Last = { id: '', score: 2 };

/** A code, or a name, that more references share says nothing about any of them. */
const MOST_SHARING = 64;
/** References looked at for what they share beside their wording: the most alike of them. */
const BY_KEY = 8;

const similar = bestDocuments();
const sharing = bestDocuments();

export interface Chosen {
  /** Places in the list of references. */
  readonly places: readonly number[];
  readonly scores: Float64Array;
  readonly last: Last | undefined;
}

/**
 * The references worth judging: the `limit` most alike in wording, and those that share the exact name or a code.
 * Better score first, equal ones by id; the choice depends on no other reference than those that pass one of the two.
 */
export function chooseCandidates<Item extends Prepared>(
  references: ReferenceList<Item>,
  { core, keys }: Pick<Found, 'core' | 'keys'>,
  barred: ReadonlySet<string> = new Set(),
): Chosen {
  const { limit } = references;
  const index = references.index();
  const found = index.search(core, limit);
  const count = found.count();
  const least = count - 1;
  const last =
    count < limit
      ? undefined
      : {
          id: references.ids[found.documents[least] as number] as string,
          score: found.scores[least] as number,
        };
  similar.begin(limit + BY_KEY);
  for (let at = 0; at < count; at += 1) {
    const place = found.documents[at] as number;
    similar.offer(place, index.scoreOf(place));
  }
  if (addSharing(references, keys)) {
    for (let at = 0; at < sharing.count(); at += 1) {
      const place = sharing.documents[at] as number;
      if (!similar.documents.subarray(0, similar.count()).includes(place)) {
        similar.offer(place, sharing.scores[at] as number);
      }
    }
  }
  const places = Array.from(similar.documents.subarray(0, similar.count()));
  const scores = similar.scores;
  if (barred.size === 0) return { places, scores, last };
  const free = [...places.keys()].filter((at) => !barred.has(references.ids[places[at] as number] as string));
  return {
    places: free.map((at) => places[at] as number),
    scores: Float64Array.from(free, (at) => scores[at] as number),
    last,
  };
}

/**
 * Places of the references that share the item's exact name or a code with it, ascending; none where no name is
 * shared, or so many that wording must choose among them.
 */
export function namesakesOf<Item extends Prepared>(
  references: ReferenceList<Item>,
  { exact }: Prepared,
  keys: readonly string[],
  barred: ReadonlySet<string>,
): readonly number[] {
  if (exact === '') return NOBODY;
  const named = references.sharing(keys[0] as string);
  if (named.length === 0) return NOBODY;
  let places = named;
  if (keys.length > 1) {
    const seen = new Set(named);
    for (const key of keys) for (const place of references.sharing(key)) seen.add(place);
    places = [...seen].sort((one, other) => one - other);
  }
  if (barred.size > 0) places = places.filter((place) => !barred.has(references.ids[place] as string));
  const isNamesake = (place: number): boolean => references.prepared(place).exact === exact;
  return places.length <= BY_KEY && places.some(isNamesake) ? places : NOBODY;
}

const NOBODY: readonly number[] = [];

const addSharing = <Item extends Prepared>(
  references: ReferenceList<Item>,
  keys: readonly string[],
): boolean => {
  const index = references.index();
  const seen = new Set<number>();
  for (const key of keys) {
    const places = references.sharing(key);
    if (places.length <= MOST_SHARING) for (const place of places) seen.add(place);
  }
  sharing.begin(BY_KEY);
  for (const place of seen) sharing.offer(place, index.scoreOf(place));
  return seen.size > 0;
};
