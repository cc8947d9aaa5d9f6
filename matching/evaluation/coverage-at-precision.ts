import type { CurvePoint } from './precision-recall.ts';
import { BOUND_LEVEL, chanceOfAtLeast, lowerBound } from './proportion-bound.ts';

/** The precisions at which answers are accepted without a person. */
export const PRECISION_TARGETS = [0.99, 0.995, 0.999] as const;

/** How much can be accepted at a precision. */
export interface Coverage {
  readonly target: number;
  readonly threshold: number;
  readonly accepted: number;
  readonly precision: number;
  /** One-sided 95 % bound of the precision. */
  readonly bound: number;
  /** Share of what could be found that is rightly accepted. */
  readonly coverage: number;
}

export interface CoverageAtTarget {
  readonly target: number;
  /** The most that reaches the target in this sample; null where nothing does. */
  readonly observed: Coverage | null;
  /** The most whose bound reaches it; null where the sample is too small or too wrong to say so. */
  readonly assured: Coverage | null;
}

const coverageOf = (target: number, point: CurvePoint): Coverage => ({
  target,
  threshold: point.threshold,
  accepted: point.accepted,
  precision: point.precision ?? 0,
  bound: lowerBound(point.right, point.accepted) ?? 0,
  coverage: point.recall ?? 0,
});

/** The largest coverage of a precision-recall curve at each target. */
export function coverageAtPrecision(curve: readonly CurvePoint[]): readonly CoverageAtTarget[] {
  return PRECISION_TARGETS.map((target) => {
    const reached = curve.filter(({ precision, right }) => right > 0 && (precision ?? 0) >= target);
    const observed = reached.at(-1);
    // lowerBound ≥ target says the same, at fifty times the cost.
    const assured = reached.findLast(
      ({ right, accepted }) => chanceOfAtLeast(right, accepted, target) <= 1 - BOUND_LEVEL,
    );
    return {
      target,
      observed: observed === undefined ? null : coverageOf(target, observed),
      assured: assured === undefined ? null : coverageOf(target, assured),
    };
  });
}
