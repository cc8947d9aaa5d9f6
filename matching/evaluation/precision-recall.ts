/** An answer with the score it was given; positive: accepting it would be right. */
export interface Scored {
  readonly score: number;
  readonly isPositive: boolean;
}

/** Shares of accepted answers; null where nothing was accepted, or there was nothing to find. */
export interface AcceptedFigures {
  readonly accepted: number;
  readonly right: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

/** The figures of accepting every answer of at least a score. */
export interface CurvePoint extends AcceptedFigures {
  readonly threshold: number;
}

/** P, R and F1 of `right` out of `accepted` answers, where `positives` could have been found. */
export function acceptedFigures(right: number, accepted: number, positives: number): AcceptedFigures {
  const precision = accepted === 0 ? null : right / accepted;
  const recall = positives === 0 ? null : right / positives;
  const f1 = accepted + positives === 0 ? null : (2 * right) / (accepted + positives);
  return { accepted, right, precision, recall, f1 };
}

/**
 * The precision-recall curve, one point for each distinct score, highest first. `positives` counts what could be
 * found, also where no answer offers it.
 */
export function precisionRecallCurve(scored: readonly Scored[], positives: number): readonly CurvePoint[] {
  const sorted = scored.toSorted((one, other) => other.score - one.score);
  const points: CurvePoint[] = [];
  let right = 0;
  for (const [index, { score, isPositive }] of sorted.entries()) {
    if (isPositive) right += 1;
    if (sorted[index + 1]?.score === score) continue;
    points.push({ threshold: score, ...acceptedFigures(right, index + 1, positives) });
  }
  return points;
}

/** Precision averaged over the recall gained at each point; null where there is nothing to find. */
export function averagePrecision(curve: readonly CurvePoint[]): number | null {
  let sum = 0;
  let before = 0;
  for (const { precision, recall } of curve) {
    if (recall === null || precision === null) return null;
    sum += (recall - before) * precision;
    before = recall;
  }
  return curve.length === 0 ? null : sum;
}

/** The point of the highest F1, of equal ones that of the highest score; undefined for an empty curve. */
export function bestPoint(curve: readonly CurvePoint[]): CurvePoint | undefined {
  let best: CurvePoint | undefined;
  for (const point of curve) if (best === undefined || (point.f1 ?? 0) > (best.f1 ?? 0)) best = point;
  return best;
}
