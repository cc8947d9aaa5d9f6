import type { MatchItem } from './item.ts';
import type { PairJudgement } from './judgement.ts';
import { PAIR_MODEL } from './model/pair-model.ts';
import { explain } from './pair/explain.ts';
import { PAIR_CLASSES, scorePair } from './pair/score-pair.ts';
import { prepareItem } from './prepared-item.ts';

/**
 * Judges two items side by side: the same service, one a part of the other (or both overlapping), or different ones.
 * The chances are 0 to 1 and sum to 1; the evidence is what speaks for the same against the rest.
 */
export function judgePair(left: MatchItem, right: MatchItem): PairJudgement {
  const pair = scorePair(prepareItem(left), prepareItem(right), PAIR_MODEL);
  const probabilities = { same: pair.same, partial: pair.partial, different: pair.different };
  const relation = PAIR_CLASSES.reduce((best, one) =>
    probabilities[one] > probabilities[best] ? one : best,
  );
  return { relation, probabilities, evidence: explain(pair, PAIR_MODEL) };
}
