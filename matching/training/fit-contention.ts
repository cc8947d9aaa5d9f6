import { coverageAtPrecision } from '../evaluation/coverage-at-precision.ts';
import { bestPoint, precisionRecallCurve } from '../evaluation/precision-recall.ts';
import type { Contention } from '../model/item-model.ts';
import { type Competition, type Contest, fitCompetition } from './fit-item-model.ts';

/** Candidates of an item, and which of them would do as its answer beside the partner: the parts of a merged item. */
export interface FittedContest extends Contest {
  readonly answers: ReadonlySet<number>;
}

/** A sample with the precision its own answers taken without a person must have. */
export interface Sample {
  readonly contests: readonly FittedContest[];
  readonly precision: 0.99 | 0.995 | 0.999;
}

const scoredBy =
  ({ bias, scale }: Competition) =>
  ({ logits, answers }: FittedContest) => {
    const odds = logits.map((logit) => Math.exp(bias + scale * logit));
    const most = Math.max(0, ...odds);
    const score = most / (1 + odds.reduce((sum, one) => sum + one, 0));
    return { score, isPositive: answers.has(odds.indexOf(most)) };
  };

/** Most that a threshold may ask for: what is surer than this is as sure as the model can be. */
const SUREST = 0.9999;

/** Some 150 partners judged by hand assure no 0.99 by themselves: three mistakes among all items judged stood just below 0.98. */
const LEAST_BY_HAND = 0.985;

/** Lists that were written by rule assure less than they say: nothing is taken that is not nine times as likely as not. */
const LEAST_TAKEN = 0.9;

/**
 * F1 is best where what is shown is at least half as likely as F1 is high (Lipton, Elkan and Naryanaswamy 2014): 0.96
 * on average of the samples. What a sample finds below that is chance.
 */
const LEAST_SHOWN = 0.48;

/**
 * Learns how the candidates of some samples compete, each sample counting the same, and from which chance on an answer
 * is taken: AUTO where every sample has its precision and all together have 0.99 at a bound of 95 %; REVIEW where F1
 * of what is shown is best, on average. Merged items and parts take no part in the latter: they are answered by another chance.
 */
export function fitContention(samples: readonly Sample[]): Contention {
  const competition = fitCompetition(samples.map(({ contests }) => contests));
  const curveOf = (contests: readonly FittedContest[]) =>
    precisionRecallCurve(
      contests.map(scoredBy(competition)),
      contests.filter(({ answers }) => answers.size > 0).length,
    );
  const all = curveOf(samples.flatMap(({ contests }) => contests));
  const wanted = samples.map(
    ({ contests, precision }) =>
      coverageAtPrecision(curveOf(contests)).find(({ target }) => target === precision)?.observed?.threshold,
  );
  const assured = coverageAtPrecision(all).find(({ target }) => target === 0.99)?.assured?.threshold;
  const thresholds = [...wanted, assured].map((one) => one ?? SUREST);
  const whole = ({ partner, answers }: FittedContest): boolean => partner >= 0 || answers.size === 0;
  const best = samples.map(({ contests }) => bestPoint(curveOf(contests.filter(whole)))?.threshold ?? 0.5);
  const review = best.reduce((sum, one) => sum + one, 0) / best.length;
  const least = samples.some(({ precision }) => precision === 0.99) ? LEAST_BY_HAND : LEAST_TAKEN;
  const auto = Math.min(SUREST, Math.max(least, ...thresholds));
  return {
    ...competition,
    auto: rounded(auto),
    review: rounded(Math.min(Math.max(LEAST_SHOWN, review), auto)),
  };
}

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
