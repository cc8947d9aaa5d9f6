import { BANDS, type Band, type ItemJudgement, RELATIONS, type Relation } from '../judgement.ts';
import { type BootstrapOptions, bootstrapIntervals, type Interval } from './bootstrap.ts';
import { brierScore, calibrationError, type ReliabilityBin, reliabilityBins } from './calibration.ts';
import { type Confusion, confusionOf } from './confusion.ts';
import { type CoverageAtTarget, coverageAtPrecision } from './coverage-at-precision.ts';
import { familiesOf } from './families.ts';
import { type ItemTruth, isLink, isRight, trueRelation } from './item-truth.ts';
import type { Label } from './labels.ts';
import { exactSetShare } from './merged-sets.ts';
import {
  type AcceptedFigures,
  acceptedFigures,
  averagePrecision,
  bestPoint,
  type CurvePoint,
  precisionRecallCurve,
} from './precision-recall.ts';
import { recallAt } from './ranking.ts';
import { areaOfRisk, type RiskPoint, riskCoverage } from './risk-coverage.ts';
import { type Dimension, strataOf, worstStratum } from './strata.ts';

/** An item whose partners are known, and what the engine says of it. */
export interface JudgedItem {
  readonly label: Label;
  readonly truth: ItemTruth;
  readonly judgement: ItemJudgement;
}

/** The answers of one band: how many there are and how many of them are right. */
export interface BandFigures {
  readonly band: Band;
  readonly count: number;
  readonly share: number | null;
  /** Of REVIEW and AUTO: the share whose best candidate is a partner; of NONE: the share that has no partner. */
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
  /** The links the machine takes without a person. */
  readonly auto: AcceptedFigures;
  /** Those and the ones it proposes to a person. */
  readonly links: AcceptedFigures;
  readonly best: CurvePoint | null;
  readonly averagePrecision: number | null;
  readonly recallAt: { readonly 1: number | null; readonly 5: number | null; readonly 10: number | null };
  readonly coverage: readonly CoverageAtTarget[];
  readonly bands: readonly BandFigures[];
  readonly accuracy: number | null;
  readonly brier: number | null;
  readonly calibrationError: number | null;
  readonly bins: readonly ReliabilityBin[];
  readonly curve: readonly CurvePoint[];
  readonly riskCurve: readonly RiskPoint[];
  readonly areaOfRisk: number | null;
  /** Of the items that are answered with a partner, or with none. */
  readonly relations: Confusion<Relation>;
  /** Items with several partners whose set is met exactly. */
  readonly merged: { readonly count: number; readonly share: number | null };
  readonly intervals: Readonly<Record<string, Interval | null>>;
  readonly families: number;
  readonly strata: readonly ItemStratum[];
  readonly worstStratum: ItemStratum | null;
}

/** A candidate is named as a partner where it is more likely one than not. */
const NAMED = 0.5;

const hasPartner = ({ truth }: JudgedItem): boolean => truth.partners.size > 0;

const isTrueLink = ({ truth, judgement }: JudgedItem): boolean =>
  judgement.match !== null && truth.partners.has(judgement.match);

const isBestRight = ({ truth, judgement }: JudgedItem): boolean =>
  truth.partners.has(judgement.candidates[0]?.reference ?? '');

/** Whether a person who is shown the answer finds the partner, or that it is only related. */
const isWellPut = (item: JudgedItem): boolean => isBestRight(item) || isRight(item.truth, item.judgement);

/** Whether the relation can be held against the truth: not where the answer speaks of another reference. */
const hasKnownRelation = (item: JudgedItem): boolean =>
  item.judgement.match === null || !hasPartner(item) || isTrueLink(item);

const linkFigures = (items: readonly JudgedItem[], bands: readonly Band[]): AcceptedFigures => {
  const links = items.filter(({ judgement }) => isLink(judgement) && bands.includes(judgement.band));
  return acceptedFigures(links.filter(isTrueLink).length, links.length, items.filter(hasPartner).length);
};

const curveOf = (items: readonly JudgedItem[]): readonly CurvePoint[] =>
  precisionRecallCurve(
    items.flatMap((item) => {
      const best = item.judgement.candidates[0];
      return best === undefined ? [] : [{ score: best.confidence, isPositive: isBestRight(item) }];
    }),
    items.filter(hasPartner).length,
  );

const rankOf = ({ truth, judgement }: JudgedItem): number | null => {
  const place = judgement.candidates.findIndex(({ reference }) => truth.partners.has(reference));
  return place === -1 ? null : place + 1;
};

const recallOf = (items: readonly JudgedItem[], depth: number): number | null =>
  recallAt(items.filter(hasPartner).map(rankOf), depth);

const shareOf = <Thing>(things: readonly Thing[], holds: (thing: Thing) => boolean): number | null =>
  things.length === 0 ? null : things.filter(holds).length / things.length;

const accuracyOf = (items: readonly JudgedItem[]): number | null =>
  shareOf(items, ({ truth, judgement }) => isRight(truth, judgement));

const bandFigures = (items: readonly JudgedItem[]): readonly BandFigures[] =>
  BANDS.map((band) => {
    const members = items.filter(({ judgement }) => judgement.band === band);
    return {
      band,
      count: members.length,
      share: items.length === 0 ? null : members.length / items.length,
      precision: shareOf(members, band === 'NONE' ? (item) => !hasPartner(item) : isWellPut),
    };
  });

const mergedSets = (items: readonly JudgedItem[]) =>
  exactSetShare(
    items.map(({ truth, judgement: { match, candidates } }) => {
      const named = candidates.filter(({ confidence }) => confidence >= NAMED);
      const answer = [...(match === null ? [] : [match]), ...named.map(({ reference }) => reference)];
      return { truth: new Set(truth.partners.keys()), answer: new Set(answer) };
    }),
  );

const headline = (items: readonly JudgedItem[]) => {
  const curve = curveOf(items);
  const { precision, recall, f1 } = linkFigures(items, ['AUTO', 'REVIEW']);
  return {
    accuracy: accuracyOf(items),
    precision,
    recall,
    f1,
    bestF1: bestPoint(curve)?.f1 ?? null,
    averagePrecision: averagePrecision(curve),
    recallAt1: recallOf(items, 1),
    recallAt10: recallOf(items, 10),
  };
};

const strataRows = (items: readonly JudgedItem[]): readonly ItemStratum[] =>
  strataOf(items).map(({ dimension, value, members }) => ({
    dimension,
    value,
    count: members.length,
    accuracy: accuracyOf(members),
    links: linkFigures(members, ['AUTO', 'REVIEW']),
    recallAt1: recallOf(members, 1),
  }));

/** Measures judged items against what is known of their partners. */
export function itemQuality(items: readonly JudgedItem[], bootstrap: BootstrapOptions): ItemQuality {
  const curve = curveOf(items);
  const bins = reliabilityBins(
    items.map(({ truth, judgement }) => ({
      probability: judgement.confidence,
      isTrue: isRight(truth, judgement),
    })),
  );
  const riskCurve = riskCoverage(
    items.map(({ truth, judgement }) => ({
      confidence: judgement.confidence,
      isRight: isRight(truth, judgement),
    })),
  );
  const families = familiesOf(items, ({ truth }) => [
    `left ${truth.item.itemKey}`,
    ...[...truth.partners.keys(), ...truth.related].map((key) => `right ${key}`),
  ]);
  const strata = strataRows(items);
  return {
    count: items.length,
    withPartner: items.filter(hasPartner).length,
    auto: linkFigures(items, ['AUTO']),
    links: linkFigures(items, ['AUTO', 'REVIEW']),
    best: bestPoint(curve) ?? null,
    averagePrecision: averagePrecision(curve),
    recallAt: { 1: recallOf(items, 1), 5: recallOf(items, 5), 10: recallOf(items, 10) },
    coverage: coverageAtPrecision(curve),
    bands: bandFigures(items),
    accuracy: accuracyOf(items),
    brier: brierScore(
      items.map(({ truth, judgement }) => ({
        probability: judgement.confidence,
        isTrue: isRight(truth, judgement),
      })),
    ),
    calibrationError: calibrationError(bins),
    bins,
    curve,
    riskCurve,
    areaOfRisk: areaOfRisk(riskCurve),
    relations: confusionOf(
      items.filter(hasKnownRelation).map(({ truth, judgement }) => ({
        truth: trueRelation(truth, judgement.match),
        answer: judgement.relation,
      })),
      RELATIONS,
    ),
    merged: mergedSets(items),
    intervals: bootstrapIntervals(families, headline, bootstrap),
    families: families.length,
    strata,
    worstStratum: worstStratum(strata) ?? null,
  };
}
