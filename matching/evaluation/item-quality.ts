import { BANDS, type Band, RELATIONS, type Relation } from '../judgement.ts';
import { type BootstrapOptions, bootstrapIntervals, type Interval } from './bootstrap.ts';
import { brierScore, calibrationError, type ReliabilityBin, reliabilityBins } from './calibration.ts';
import { type Confusion, confusionOf } from './confusion.ts';
import { type CoverageAtTarget, coverageAtPrecision } from './coverage-at-precision.ts';
import { familiesOf } from './families.ts';
import {
  acceptedLinks,
  candidateRecall,
  EQUIVALENT,
  hasPartner,
  isPartner,
  type JudgedTruth,
  type LinkFigures,
  linkCurve,
  linkFigures,
  PARTNER,
} from './item-links.ts';
import { isRight, trueRelation } from './item-truth.ts';
import type { Label } from './labels.ts';
import { exactSetShare, partsOf } from './merged-sets.ts';
import { type AcceptedFigures, averagePrecision, bestPoint, type CurvePoint } from './precision-recall.ts';
import { areaOfRisk, type RiskPoint, riskCoverage } from './risk-coverage.ts';
import { type Dimension, strataOf, worstStratum } from './strata.ts';

/** An item whose partners are known, what the engine says of it, and the label that gives its strata. */
export interface JudgedItem extends JudgedTruth {
  readonly label: Label;
}

/** The answers of one band: how many there are and how many of them are right. */
export interface BandFigures {
  readonly band: Band;
  readonly count: number;
  readonly share: number | null;
  /** Of AUTO: the share whose match and relation are right; of REVIEW: whose proposal is a partner; of NONE: the share that has no partner. */
  readonly precision: number | null;
}

export interface ItemStratum {
  readonly dimension: Dimension;
  readonly value: string;
  readonly count: number;
  /** The share of items whose match and relation are right. */
  readonly accuracy: number | null;
  readonly links: AcceptedFigures;
  readonly recallAt1: number | null;
}

/** Everything that is measured of items against a list. */
export interface ItemQuality {
  readonly count: number;
  readonly withPartner: number;
  /** Links to any partner. */
  readonly links: LinkFigures;
  /** Links to the same service alone. */
  readonly equivalents: LinkFigures;
  readonly recallAt: { readonly 1: number | null; readonly 5: number | null; readonly 10: number | null };
  readonly coverage: readonly CoverageAtTarget[];
  readonly bands: readonly BandFigures[];
  /** The share of items whose match and relation are right, as the next four figures take it. */
  readonly accuracy: number | null;
  readonly brier: number | null;
  readonly calibrationError: number | null;
  readonly bins: readonly ReliabilityBin[];
  readonly riskCurve: readonly RiskPoint[];
  readonly areaOfRisk: number | null;
  readonly curve: readonly CurvePoint[];
  /** Of the items that are answered with a partner, or with none. */
  readonly relations: Confusion<Relation>;
  /** Items with several partners whose set is met exactly. */
  readonly merged: { readonly count: number; readonly share: number | null };
  readonly intervals: Readonly<Record<string, Interval | null>>;
  readonly families: number;
  readonly strata: readonly ItemStratum[];
  readonly worstStratum: ItemStratum | null;
}

const isRightAnswer = ({ truth, judgement }: JudgedItem): boolean => isRight(truth, judgement);

/** Whether a person who is shown the answer finds the partner, or that it is only related. */
const isWellPut = (item: JudgedItem): boolean =>
  isPartner(PARTNER, item.truth, PARTNER.offer(item.judgement)?.reference) || isRightAnswer(item);

/** Whether the relation can be held against the truth: not where the answer speaks of another reference. */
const hasKnownRelation = ({ truth, judgement }: JudgedItem): boolean =>
  judgement.match === null || truth.partners.size === 0 || truth.partners.has(judgement.match);

const shareOf = <Thing>(things: readonly Thing[], holds: (thing: Thing) => boolean): number | null =>
  things.length === 0 ? null : things.filter(holds).length / things.length;

const bandFigures = (items: readonly JudgedItem[]): readonly BandFigures[] =>
  BANDS.map((band) => {
    const members = items.filter(({ judgement }) => judgement.band === band);
    const isWithout = (item: JudgedItem): boolean => !hasPartner(PARTNER)(item);
    return {
      band,
      count: members.length,
      share: items.length === 0 ? null : members.length / items.length,
      precision: shareOf(members, band === 'NONE' ? isWithout : band === 'AUTO' ? isRightAnswer : isWellPut),
    };
  });

const mergedSets = (items: readonly JudgedItem[]) =>
  exactSetShare(items.map(({ truth, judgement }) => partsOf(truth.partners, judgement)));

const relationConfusion = (items: readonly JudgedItem[]): Confusion<Relation> =>
  confusionOf(
    items.filter(hasKnownRelation).map(({ truth, judgement }) => ({
      truth: trueRelation(truth, judgement.match),
      answer: judgement.relation,
    })),
    RELATIONS,
  );

/** The figures that get intervals. */
const headline = (items: readonly JudgedItem[]) => {
  const curve = linkCurve(PARTNER, items);
  const { precision, recall, f1 } = acceptedLinks(PARTNER, items, ['AUTO', 'REVIEW']);
  return {
    accuracy: shareOf(items, isRightAnswer),
    precision,
    recall,
    f1,
    bestF1: bestPoint(curve)?.f1 ?? null,
    averagePrecision: averagePrecision(curve),
    recallAt1: candidateRecall(items, 1),
    recallAt10: candidateRecall(items, 10),
  };
};

const strataRows = (items: readonly JudgedItem[]): readonly ItemStratum[] =>
  strataOf(items).map(({ dimension, value, members }) => ({
    dimension,
    value,
    count: members.length,
    accuracy: shareOf(members, isRightAnswer),
    links: acceptedLinks(PARTNER, members, ['AUTO', 'REVIEW']),
    recallAt1: candidateRecall(members, 1),
  }));

/** How far the stated chance that an answer is right can be trusted. */
const trustFigures = (items: readonly JudgedItem[]) => {
  const forecasts = items.map((item) => ({
    probability: item.judgement.confidence,
    isTrue: isRightAnswer(item),
  }));
  const bins = reliabilityBins(forecasts);
  const riskCurve = riskCoverage(
    forecasts.map(({ probability, isTrue }) => ({ confidence: probability, isRight: isTrue })),
  );
  return {
    brier: brierScore(forecasts),
    calibrationError: calibrationError(bins),
    bins,
    riskCurve,
    areaOfRisk: areaOfRisk(riskCurve),
  };
};

/** Measures judged items against what is known of their partners. */
export function itemQuality(items: readonly JudgedItem[], bootstrap: BootstrapOptions): ItemQuality {
  const curve = linkCurve(PARTNER, items);
  const families = familiesOf(items, ({ truth }) => [
    `left ${truth.item.itemKey}`,
    ...[...truth.partners.keys(), ...truth.related].map((key) => `right ${key}`),
  ]);
  const strata = strataRows(items);
  return {
    count: items.length,
    withPartner: items.filter(hasPartner(PARTNER)).length,
    links: linkFigures(PARTNER, items),
    equivalents: linkFigures(EQUIVALENT, items),
    recallAt: { 1: candidateRecall(items, 1), 5: candidateRecall(items, 5), 10: candidateRecall(items, 10) },
    // What is accepted without a person must be the same service: a part of it would be wrong.
    coverage: coverageAtPrecision(linkCurve(EQUIVALENT, items)),
    bands: bandFigures(items),
    accuracy: shareOf(items, isRightAnswer),
    ...trustFigures(items),
    curve,
    relations: relationConfusion(items),
    merged: mergedSets(items),
    intervals: bootstrapIntervals(families, headline, bootstrap),
    families: families.length,
    strata,
    worstStratum: worstStratum(strata) ?? null,
  };
}
