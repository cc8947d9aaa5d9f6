import type { PairJudgement } from '../judgement.ts';
import { type BootstrapOptions, bootstrapIntervals, type Interval } from './bootstrap.ts';
import {
  brierScore,
  calibrationError,
  type Forecast,
  type ReliabilityBin,
  reliabilityBins,
} from './calibration.ts';
import { type Confusion, confusionOf } from './confusion.ts';
import { type CoverageAtTarget, coverageAtPrecision } from './coverage-at-precision.ts';
import { familiesOf } from './families.ts';
import type { Label, LabelledItem, LabelRelation } from './labels.ts';
import {
  type AcceptedFigures,
  acceptedFigures,
  averagePrecision,
  bestPoint,
  type CurvePoint,
  precisionRecallCurve,
  type Scored,
} from './precision-recall.ts';
import { areaUnderCurve } from './ranking.ts';
import { areaOfRisk, type RiskPoint, riskCoverage } from './risk-coverage.ts';
import { type Dimension, strataOf, worstStratum } from './strata.ts';

export const PAIR_CLASSES = ['same', 'partial', 'different'] as const;
export type PairClass = PairJudgement['relation'];

/** A label of two items and what the engine says of them. */
export interface JudgedPair {
  readonly label: Label & { readonly right: LabelledItem };
  readonly judgement: PairJudgement;
}

const CLASS_OF: Readonly<Record<Exclude<LabelRelation, 'NONE'>, PairClass>> = {
  EQUIVALENT: 'same',
  NARROWER: 'partial',
  BROADER: 'partial',
  OVERLAP: 'partial',
  RELATED_SERVICE: 'different',
  DIFFERENT: 'different',
};

/** The class a label's relation belongs to. */
export const truthOf = ({ label }: JudgedPair): PairClass =>
  label.relation === 'NONE' ? 'different' : CLASS_OF[label.relation];

/** How well “same” is told from other classes by its probability. */
export interface SameFigures {
  /** As the engine decides. */
  readonly decided: AcceptedFigures;
  readonly best: CurvePoint | null;
  readonly averagePrecision: number | null;
}

export interface PairStratum {
  readonly dimension: Dimension;
  readonly value: string;
  readonly count: number;
  readonly accuracy: number | null;
  /** Null where not all three classes are there. */
  readonly macroF1: number | null;
  readonly same: AcceptedFigures;
}

/** Everything that is measured of pairs. */
export interface PairQuality {
  readonly count: number;
  readonly confusion: Confusion<PairClass>;
  /** Against all other pairs. */
  readonly same: SameFigures;
  /** Against different pairs only, partial ones left out. */
  readonly sameOrDifferent: SameFigures & { readonly areaUnderCurve: number | null };
  readonly samePartialAreaUnderCurve: number | null;
  readonly coverage: readonly CoverageAtTarget[];
  /** Of the probability of “same”. */
  readonly brier: number | null;
  /** Of all three probabilities, 0 to 2. */
  readonly brierOfThree: number | null;
  readonly calibrationError: number | null;
  readonly bins: readonly ReliabilityBin[];
  readonly curve: readonly CurvePoint[];
  readonly riskCurve: readonly RiskPoint[];
  readonly areaOfRisk: number | null;
  readonly intervals: Readonly<Record<string, Interval | null>>;
  readonly families: number;
  readonly strata: readonly PairStratum[];
  readonly worstStratum: PairStratum | null;
}

const isSame = (pair: JudgedPair): boolean => truthOf(pair) === 'same';
const scoreOf = (pair: JudgedPair): number => pair.judgement.probabilities.same;

const scored = (pairs: readonly JudgedPair[]): readonly Scored[] =>
  pairs.map((pair) => ({ score: scoreOf(pair), isPositive: isSame(pair) }));

const decidedFigures = (pairs: readonly JudgedPair[]): AcceptedFigures => {
  const accepted = pairs.filter(({ judgement }) => judgement.relation === 'same');
  return acceptedFigures(accepted.filter(isSame).length, accepted.length, pairs.filter(isSame).length);
};

const sameFigures = (pairs: readonly JudgedPair[], curve: readonly CurvePoint[]): SameFigures => ({
  decided: decidedFigures(pairs),
  best: bestPoint(curve) ?? null,
  averagePrecision: averagePrecision(curve),
});

const curveOf = (pairs: readonly JudgedPair[]): readonly CurvePoint[] =>
  precisionRecallCurve(scored(pairs), pairs.filter(isSame).length);

const areaBetween = (pairs: readonly JudgedPair[], other: PairClass): number | null =>
  areaUnderCurve(
    pairs.filter(isSame).map(scoreOf),
    pairs.filter((pair) => truthOf(pair) === other).map(scoreOf),
  );

const confusion = (pairs: readonly JudgedPair[]): Confusion<PairClass> =>
  confusionOf(
    pairs.map((pair) => ({ truth: truthOf(pair), answer: pair.judgement.relation })),
    PAIR_CLASSES,
  );

const brierOfThree = (pairs: readonly JudgedPair[]): number | null => {
  const scores = PAIR_CLASSES.map((name) =>
    brierScore(
      pairs.map((pair) => ({
        probability: pair.judgement.probabilities[name],
        isTrue: truthOf(pair) === name,
      })),
    ),
  );
  return scores.reduce<number | null>((sum, one) => (one === null ? null : (sum ?? 0) + one), null);
};

/** The figures that get intervals. */
const headline = (pairs: readonly JudgedPair[]) => {
  const { accuracy, macroF1 } = confusion(pairs);
  const curve = curveOf(pairs);
  return {
    accuracy,
    macroF1,
    f1: decidedFigures(pairs).f1,
    bestF1: bestPoint(curve)?.f1 ?? null,
    averagePrecision: averagePrecision(curve),
    areaUnderCurve: areaBetween(pairs, 'different'),
  };
};

const strataRows = (pairs: readonly JudgedPair[]): readonly PairStratum[] =>
  strataOf(pairs).map(({ dimension, value, members }) => {
    const { accuracy, macroF1, perClass } = confusion(members);
    const same = decidedFigures(members);
    // A stratum of one class would owe its mean to the classes that are not in it.
    const isMixed = perClass.every(({ count }) => count > 0);
    return { dimension, value, count: members.length, accuracy, macroF1: isMixed ? macroF1 : null, same };
  });

/** Measures judged pairs against their labels. */
export function pairQuality(pairs: readonly JudgedPair[], bootstrap: BootstrapOptions): PairQuality {
  const curve = curveOf(pairs);
  const forecasts: readonly Forecast[] = pairs.map((pair) => ({
    probability: scoreOf(pair),
    isTrue: isSame(pair),
  }));
  const bins = reliabilityBins(forecasts);
  const riskCurve = riskCoverage(
    pairs.map((pair) => ({
      confidence: pair.judgement.probabilities[pair.judgement.relation],
      isRight: pair.judgement.relation === truthOf(pair),
    })),
  );
  const families = familiesOf(pairs, ({ label }) => [label.left.itemKey, label.right.itemKey]);
  const clear = pairs.filter((pair) => truthOf(pair) !== 'partial');
  const strata = strataRows(pairs);
  return {
    count: pairs.length,
    confusion: confusion(pairs),
    same: sameFigures(pairs, curve),
    sameOrDifferent: {
      ...sameFigures(clear, curveOf(clear)),
      areaUnderCurve: areaBetween(pairs, 'different'),
    },
    samePartialAreaUnderCurve: areaBetween(pairs, 'partial'),
    coverage: coverageAtPrecision(curve),
    brier: brierScore(forecasts),
    brierOfThree: brierOfThree(pairs),
    calibrationError: calibrationError(bins),
    bins,
    curve,
    riskCurve,
    areaOfRisk: areaOfRisk(riskCurve),
    intervals: bootstrapIntervals(families, headline, bootstrap),
    families: families.length,
    strata,
    worstStratum: worstStratum(strata) ?? null,
  };
}
