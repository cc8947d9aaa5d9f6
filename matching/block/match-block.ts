import type { MatchItem } from '../item.ts';
import type { BlockItem, BlockJudgement } from './block-item.ts';
import type { BlockState, ItemState, ReferenceState } from './block-state.ts';
import type { Found } from './candidates.ts';
import { contentFingerprint } from './fingerprint.ts';
import { judgeAnew } from './judge-anew.ts';
import type { Judging, Prepared } from './judging.ts';
import { referenceChanges } from './reference-changes.ts';
import { inOrder, type ReferenceList } from './reference-list.ts';
import { settleClaims } from './settle-claims.ts';

export interface BlockInput<Item extends Prepared> {
  readonly references: ReferenceList<Item>;
  /** The items of one list, or of several lists of one place, in any order, each id once. */
  readonly items: readonly BlockItem[];
  /** What the last run left; answers of another version of the matcher are not used. */
  readonly previous?: BlockState | undefined;
}

export interface BlockResult {
  /** In the order of the items' ids. */
  readonly judgements: readonly BlockJudgement[];
  readonly state: BlockState;
  readonly counts: { readonly judged: number; readonly reused: number };
}

/** Contents remembered of one list of references, some 6 KB each; forgetting them changes no answer. */
const MOST_REMEMBERED = 10_000;

/**
 * Judges the items of a block. With the state of an earlier run only items are judged whose own content has changed or
 * whose answer may be touched by a changed reference; the result is, byte for byte, that of a run from nothing.
 */
export function matchBlock<Item extends Prepared>({
  references,
  items,
  previous,
}: BlockInput<Item>): BlockResult {
  const version = `${references.judging.version}/${references.limit}`;
  const usable = previous?.version === version ? previous : undefined;
  const known = new Map(usable?.items.map((item) => [item.id, item]));
  const stands = usable === undefined ? () => false : referenceChanges(usable.references, references);
  const sorted = inOrder(items);
  let reused = 0;
  const states = sorted.map((item): ItemState => {
    const fingerprint = contentFingerprint(item);
    const before = known.get(item.id);
    if (before?.fingerprint === fingerprint && stands(before.found)) {
      reused += 1;
      return before;
    }
    return { id: item.id, fingerprint, found: find(references, item, fingerprint) };
  });
  return {
    judgements: settleClaims(references, sorted, states),
    state: { version, references: referenceStates(references, usable?.references), items: states },
    counts: { judged: sorted.length - reused, reused },
  };
}

const stated = new WeakMap<
  object,
  { readonly previous: unknown; readonly states: readonly ReferenceState[] }
>();

/**
 * What is known of a reference that has not changed is kept, so that it need not be made ready for nothing; the blocks
 * of a run share what is said of their references.
 */
const referenceStates = <Item extends Prepared>(
  references: ReferenceList<Item>,
  previous: readonly ReferenceState[] | undefined,
): readonly ReferenceState[] => {
  const own = stated.get(references);
  if (own !== undefined && own.previous === previous) return own.states;
  const { ids, fingerprints, keys } = references;
  const known = new Map(previous?.map((reference) => [reference.id, reference]));
  const states = ids.map((id, place) => {
    const fingerprint = fingerprints[place] as string;
    const before = known.get(id);
    return before?.fingerprint === fingerprint ? before : { id, fingerprint, keys: keys(place) };
  });
  stated.set(references, { previous, states });
  return states;
};

/** The answer for one item, its own or that of an item of the same content before it. */
const find = <Item extends Prepared>(
  references: ReferenceList<Item>,
  item: MatchItem,
  fingerprint: string,
): Found => {
  const { remembered, judging } = references;
  // What a fingerprint stands for is known before the item is made ready, but seldom returns: places differ.
  if (judging.contentKey === undefined) {
    const known = remembered.get(fingerprint);
    if (known !== undefined) return renamed(known, item.id);
  }
  const prepared = judging.prepareItem(item);
  const content = contentOf(judging, prepared, fingerprint);
  const alike = remembered.get(content);
  if (alike !== undefined) return renamed(alike, item.id);
  const found = judgeAnew(references, prepared);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(content, found);
  return found;
};

/** What an item is told apart by, and what candidates are found by. */
const contentOf = <Item extends Prepared>(
  { contentKey }: Judging<Item>,
  prepared: Item,
  fingerprint: string,
): string => {
  if (contentKey === undefined) return fingerprint;
  const { exact, codeKeys } = prepared;
  return `${contentKey(prepared)}\u0000${exact}\u0000${codeKeys.join('\u0000')}`;
};

const renamed = (found: Found, id: string): Found =>
  found.judgement.item === id ? found : { ...found, judgement: { ...found.judgement, item: id } };
