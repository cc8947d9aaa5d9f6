import { buildGramIndex } from '../index/gram-index.ts';
import type { ReferenceState } from './block-state.ts';
import { type Found, NAMESAKES_ONLY } from './candidates.ts';
import type { Prepared } from './judging.ts';
import { type ReferenceList, searchText } from './reference-list.ts';

/** Whether an answer given before rests on nothing that has changed. */
export type StillStands = (found: Found) => boolean;

/**
 * Compares the references of the last run with those of this one. An answer falls when a reference it looked at has
 * changed or gone, when a changed one shares its name or a code, before or now, or when a changed one now scores at
 * least as high as the last one the search let in. The changed ones are searched in an index of their own.
 */
export function referenceChanges<Item extends Prepared>(
  before: readonly ReferenceState[],
  references: ReferenceList<Item>,
): StillStands {
  // The blocks of a run ask about the same two lists.
  const compared = known.get(references) ?? new WeakMap<readonly ReferenceState[], StillStands>();
  known.set(references, compared);
  const stands = compared.get(before) ?? comparison(before, references);
  compared.set(before, stands);
  return stands;
}

const known = new WeakMap<object, WeakMap<readonly ReferenceState[], StillStands>>();

const comparison = <Item extends Prepared>(
  before: readonly ReferenceState[],
  references: ReferenceList<Item>,
): StillStands => {
  const { changed, keys } = changesBetween(before, references);
  if (changed.size === 0) return () => true;
  const arrived = [...changed].filter((id) => references.placeOf(id) !== undefined).sort();
  const texts = arrived.map((id) =>
    searchText(references.judging, references.prepared(references.placeOf(id) as number)),
  );
  const index = buildGramIndex(texts, references.judging.weights);
  return ({ core, keys: own, candidates, last }) => {
    for (const id of candidates) if (changed.has(id)) return false;
    for (const key of own) if (keys.has(key)) return false;
    if (last?.score === NAMESAKES_ONLY.score) return true;
    const best = index.search(core, 1);
    if (best.count() === 0) return true;
    if (last === undefined) return false;
    const score = best.scores[0] as number;
    return (
      score < last.score ||
      (score === last.score && (arrived[best.documents[0] as number] as string) > last.id)
    );
  };
};

const changesBetween = <Item extends Prepared>(
  before: readonly ReferenceState[],
  references: ReferenceList<Item>,
) => {
  const changed = new Set<string>();
  const keys = new Set<string>();
  const were = new Map(before.map((reference) => [reference.id, reference]));
  for (const [place, id] of references.ids.entries()) {
    const was = were.get(id);
    if (was?.fingerprint === references.fingerprints[place]) continue;
    changed.add(id);
    for (const key of references.keys(place)) keys.add(key);
  }
  for (const { id, fingerprint, keys: old } of before) {
    const place = references.placeOf(id);
    if (place !== undefined && references.fingerprints[place] === fingerprint) continue;
    changed.add(id);
    for (const key of old) keys.add(key);
  }
  return { changed, keys };
};
