import type { MatchItem } from './item.ts';
import type { Evidence, PairJudgement } from './judgement.ts';
import { PAIR_MODEL } from './model/pair-model.ts';
import { explain } from './pair/explain.ts';
import { areOpposed, isNameless } from './pair/opposed.ts';
import { PAIR_CLASSES, type PairScore, scorePair } from './pair/score-pair.ts';
import { prepareItem } from './prepared-item.ts';

type Chances = PairJudgement['probabilities'];

/** Most that two names may be the same that say opposite things: where they do, words that are alike are no proof. */
const MOST_OF_OPPOSED = 0.2;
/** A name that names nothing is the same as nothing. */
const NAMELESS: Chances = { same: 0.01, partial: 0.01, different: 0.98 };

/**
 * Judges two items side by side: the same service, one a part of the other (or both overlapping), or different ones.
 * The chances are 0 to 1 and sum to 1; the evidence is what speaks for the same against the rest.
 */
export function judgePair(left: MatchItem, right: MatchItem): PairJudgement {
  const pair = scorePair(prepareItem(left), prepareItem(right), PAIR_MODEL);
  const probabilities = chancesOf(pair);
  const relation = PAIR_CLASSES.reduce((best, one) =>
    probabilities[one] > probabilities[best] ? one : best,
  );
  const evidence = explain(pair, PAIR_MODEL);
  if (probabilities.same === pair.same) return { relation, probabilities, evidence };
  return { relation, probabilities, evidence: [opposition(pair, probabilities), ...evidence] };
}

const chancesOf = ({ same, partial, different, comparison }: PairScore): Chances => {
  const { leftName, rightName } = comparison;
  if (isNameless(leftName) || isNameless(rightName)) return NAMELESS;
  if (same <= MOST_OF_OPPOSED || !areOpposed(comparison)) return { same, partial, different };
  const others = Math.max(1 - same, Number.EPSILON);
  const share = (1 - MOST_OF_OPPOSED) / others;
  const whole = partial * share;
  return { same: MOST_OF_OPPOSED, partial: whole, different: 1 - MOST_OF_OPPOSED - whole };
};

/** The reason that is no part of the model, in the bits by which it moves what the model says. */
const opposition = (
  { same, comparison: { leftName, rightName } }: PairScore,
  chances: Chances,
): Evidence => ({
  feature: 'opposed',
  bits: Math.round((oddsOf(chances.same) - oddsOf(same)) * 1e4) / 1e4,
  note:
    isNameless(leftName) || isNameless(rightName)
      ? '有一边的名称没有写明是什么事项'
      : '两边写明的数目、范围、正反或先后不同',
});

const oddsOf = (chance: number): number => Math.log2(chance / Math.max(1 - chance, Number.EPSILON));
