import { describe, expect, test } from 'vitest';
import { coverageAtPrecision } from '../../../matching/evaluation/coverage-at-precision.ts';
import { precisionRecallCurve } from '../../../matching/evaluation/precision-recall.ts';

/** `right` right answers at 0.9, one wrong one at 0.8, `more` right ones at 0.7. */
const curve = (right: number, more: number, positives: number) =>
  precisionRecallCurve(
    [
      ...Array.from({ length: right }, () => ({ score: 0.9, isPositive: true })),
      { score: 0.8, isPositive: false },
      ...Array.from({ length: more }, () => ({ score: 0.7, isPositive: true })),
    ],
    positives,
  );

describe('coverage at precision', () => {
  test('reaches as far down as the precision holds', () => {
    // 199 of 200 at 0.7 is 0.995: it meets the first two targets and not the third.
    const coverages = coverageAtPrecision(curve(100, 99, 398));
    expect(
      coverages.map(({ target, observed }) => [target, observed?.threshold, observed?.coverage]),
    ).toEqual([
      [0.99, 0.7, 0.5],
      [0.995, 0.7, 0.5],
      [0.999, 0.9, 100 / 398],
    ]);
  });

  test('is assured only where the bound reaches the target: 0.99 takes 299 right ones without an error', () => {
    const assured = (right: number) => coverageAtPrecision(curve(right, 0, right))[0]?.assured;
    expect(assured(298)).toBeNull();
    expect(assured(299)).toMatchObject({ threshold: 0.9, accepted: 299, precision: 1, coverage: 1 });
    expect(assured(299)?.bound).toBeGreaterThanOrEqual(0.99);
  });

  test('is nothing where every answer is wrong', () => {
    const wrong = precisionRecallCurve([{ score: 0.9, isPositive: false }], 3);
    for (const { observed, assured } of coverageAtPrecision(wrong)) {
      expect([observed, assured]).toEqual([null, null]);
    }
  });
});
