import type { ItemJudgement, Relation } from '../judgement.ts';

/** The partners of one item: all that are true, and all that were answered. */
export interface PartnerSet {
  readonly truth: ReadonlySet<string>;
  readonly answer: ReadonlySet<string>;
}

/**
 * The share of items with several partners whose answer names all of them and no other; null where no item has
 * several.
 */
export function exactSetShare(sets: readonly PartnerSet[]): {
  readonly count: number;
  readonly share: number | null;
} {
  const merged = sets.filter(({ truth }) => truth.size > 1);
  const exact = merged.filter(
    ({ truth, answer }) => truth.size === answer.size && [...truth].every((one) => answer.has(one)),
  );
  return { count: merged.length, share: merged.length === 0 ? null : exact.length / merged.length };
}

/** What an item is made of by the truth, and by the answer: its parts, or the one it is said to be broader than. */
export const partsOf = (
  partners: ReadonlyMap<string, Relation>,
  { match, relation, parts }: Pick<ItemJudgement, 'match' | 'relation' | 'parts'>,
): PartnerSet => {
  const one = match === null || relation !== 'BROADER' ? [] : [match];
  return {
    truth: new Set([...partners].flatMap(([id, known]) => (known === 'BROADER' ? [id] : []))),
    answer: new Set(parts?.map(({ reference }) => reference) ?? one),
  };
};
