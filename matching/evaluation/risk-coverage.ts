/** An answer, how sure the engine was of it, and whether it is right. */
export interface Answer {
  readonly confidence: number;
  readonly isRight: boolean;
}

/** Answering only what is at least as sure as this: the share that is answered, and how much of it is wrong. */
export interface RiskPoint {
  readonly confidence: number;
  readonly coverage: number;
  readonly risk: number;
}

/** The risk–coverage curve, the surest answers first, one point for each distinct confidence. */
export function riskCoverage(answers: readonly Answer[]): readonly RiskPoint[] {
  const sorted = answers.toSorted((one, other) => other.confidence - one.confidence);
  const points: RiskPoint[] = [];
  let wrong = 0;
  for (const [index, { confidence, isRight }] of sorted.entries()) {
    if (!isRight) wrong += 1;
    if (sorted[index + 1]?.confidence === confidence) continue;
    points.push({ confidence, coverage: (index + 1) / sorted.length, risk: wrong / (index + 1) });
  }
  return points;
}

/** The mean risk over all coverages (area under the curve); null without answers. */
export function areaOfRisk(curve: readonly RiskPoint[]): number | null {
  if (curve.length === 0) return null;
  let area = 0;
  let before = 0;
  for (const { coverage, risk } of curve) {
    area += (coverage - before) * risk;
    before = coverage;
  }
  return area;
}
