import { judgeWithout } from './block/judge-without.ts';
import { MATCHER } from './block/matcher-judging.ts';
import { referenceList } from './block/reference-list.ts';
import type { MatchItem } from './item.ts';
import type { ItemJudgement } from './judgement.ts';

export interface Matcher {
  readonly match: (item: MatchItem) => ItemJudgement;
}

const NOBODY: ReadonlySet<string> = new Set();

/**
 * Makes the references ready; the result judges one item after the other against them, as a block of stored items
 * would be judged, but each item for itself: two may claim the same reference. Throws where two references share an id.
 */
export function createMatcher(references: readonly MatchItem[]): Matcher {
  const list = referenceList(MATCHER, references);
  return { match: (item) => judgeWithout(list, item, NOBODY) };
}
