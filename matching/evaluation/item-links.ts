import type { Band, ItemJudgement, Relation } from '../judgement.ts';
import { type ItemTruth, isLink } from './item-truth.ts';
import {
  type AcceptedFigures,
  acceptedFigures,
  averagePrecision,
  bestPoint,
  type CurvePoint,
  precisionRecallCurve,
} from './precision-recall.ts';
import { recallAt } from './ranking.ts';

/** What the engine says of an item whose partners are known. */
export interface JudgedTruth {
  readonly truth: ItemTruth;
  readonly judgement: ItemJudgement;
}

/** Which relations make a reference a partner: any in which it answers the item, or only the same service. */
export interface LinkKind {
  readonly name: 'PARTNER' | 'EQUIVALENT';
  readonly counts: (relation: Relation | undefined) => boolean;
  /** The reference the engine offers and how sure it is of it, accepted or not. */
  readonly offer: (
    judgement: ItemJudgement,
  ) => { readonly reference: string; readonly score: number } | undefined;
}

const firstCandidate: LinkKind['offer'] = ({ candidates }) => {
  const best = candidates[0];
  return best === undefined ? undefined : { reference: best.reference, score: best.confidence };
};

/** Any partner counts; the offer is the match, and the best candidate where there is none. */
export const PARTNER: LinkKind = {
  name: 'PARTNER',
  counts: (relation) => relation !== undefined,
  offer: (judgement) => {
    const { match, confidence } = judgement;
    return match !== null && isLink(judgement)
      ? { reference: match, score: confidence }
      : firstCandidate(judgement);
  },
};

/** Only the same service counts; candidates carry the chance of just that. */
export const EQUIVALENT: LinkKind = {
  name: 'EQUIVALENT',
  counts: (relation) => relation === 'EQUIVALENT',
  offer: firstCandidate,
};

/** How well links of one kind are found. */
export interface LinkFigures {
  /** The links the machine takes without a person. */
  readonly auto: AcceptedFigures;
  /** Those and the ones it proposes to a person. */
  readonly proposed: AcceptedFigures;
  readonly best: CurvePoint | null;
  readonly averagePrecision: number | null;
}

/** Whether a reference is a partner of the item. */
export const isPartner = (kind: LinkKind, { partners }: ItemTruth, reference: string | undefined): boolean =>
  reference !== undefined && partners.has(reference) && kind.counts(partners.get(reference));

/** Whether the list has a partner of the item. */
export const hasPartner =
  (kind: LinkKind) =>
  ({ truth }: JudgedTruth): boolean =>
    [...truth.partners.values()].some(kind.counts);

/**
 * Whether a link is right. What the machine takes by itself nobody looks at again: there the relation must be right as
 * well; to what it proposes a person still says what it is.
 */
const isRightLink = (kind: LinkKind, { truth, judgement }: JudgedTruth): boolean => {
  const { match, band, relation } = judgement;
  if (!isPartner(kind, truth, match ?? undefined)) return false;
  return band !== 'AUTO' || truth.partners.get(match ?? '') === relation;
};

/** P, R and F1 of the links in some bands. */
export const acceptedLinks = (
  kind: LinkKind,
  items: readonly JudgedTruth[],
  bands: readonly Band[],
): AcceptedFigures => {
  const links = items.filter(
    ({ judgement }) => isLink(judgement) && kind.counts(judgement.relation) && bands.includes(judgement.band),
  );
  const right = links.filter((item) => isRightLink(kind, item));
  return acceptedFigures(right.length, links.length, items.filter(hasPartner(kind)).length);
};

/** The precision-recall curve of what is offered, from the surest on. */
export const linkCurve = (kind: LinkKind, items: readonly JudgedTruth[]): readonly CurvePoint[] =>
  precisionRecallCurve(
    items.flatMap(({ truth, judgement }) => {
      const offer = kind.offer(judgement);
      if (offer === undefined) return [];
      return [{ score: offer.score, isPositive: isPartner(kind, truth, offer.reference) }];
    }),
    items.filter(hasPartner(kind)).length,
  );

/** The figures of one kind of link. */
export const linkFigures = (kind: LinkKind, items: readonly JudgedTruth[]): LinkFigures => {
  const curve = linkCurve(kind, items);
  return {
    auto: acceptedLinks(kind, items, ['AUTO']),
    proposed: acceptedLinks(kind, items, ['AUTO', 'REVIEW']),
    best: bestPoint(curve) ?? null,
    averagePrecision: averagePrecision(curve),
  };
};

/** The share of items with a partner that have one among the first `depth` candidates. */
export const candidateRecall = (items: readonly JudgedTruth[], depth: number): number | null =>
  recallAt(
    items.filter(hasPartner(PARTNER)).map(({ truth, judgement }) => {
      const place = judgement.candidates.findIndex(({ reference }) => truth.partners.has(reference));
      return place === -1 ? null : place + 1;
    }),
    depth,
  );
