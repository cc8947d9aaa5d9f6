import { describe, expect, test } from 'vitest';
import type { LabelRelation } from '../../../matching/evaluation/labels.ts';
import { type JudgedPair, pairQuality } from '../../../matching/evaluation/pair-quality.ts';
import { pairErrors } from '../../../matching/evaluation/quality-errors.ts';

const bootstrap = { resamples: 20, random: () => 0.3 };

let pairs = 0;
const pair = (
  relation: LabelRelation,
  [same, partial, different]: readonly [number, number, number],
  stratum: readonly string[] = [],
): JudgedPair => {
  pairs += 1;
  const item = (key: string) => ({ itemKey: key, name: key, codes: [], laws: [] });
  const answers = { same, partial, different };
  const best = (['same', 'partial', 'different'] as const).reduce((one, other) =>
    answers[other] > answers[one] ? other : one,
  );
  return {
    label: {
      line: pairs,
      pairId: `p${pairs}`,
      left: item(`l${pairs}`),
      right: item(`r${pairs}`),
      relation,
      stratum,
    },
    judgement: { relation: best, probabilities: answers, evidence: [] },
  };
};

describe('pairs', () => {
  const judged = [
    pair('EQUIVALENT', [0.9, 0.1, 0], ['x']),
    pair('EQUIVALENT', [0.3, 0.6, 0.1], ['x', 'y']),
    pair('NARROWER', [0.2, 0.7, 0.1], ['y']),
    pair('BROADER', [0.8, 0.1, 0.1]),
    pair('OVERLAP', [0.1, 0.8, 0.1]),
    pair('RELATED_SERVICE', [0.4, 0.1, 0.5]),
    pair('DIFFERENT', [0.1, 0.1, 0.8]),
  ];
  const quality = pairQuality(judged, bootstrap);

  test('relations fall into three classes', () => {
    expect(quality.confusion.counts).toEqual([
      [1, 1, 0],
      [1, 2, 0],
      [0, 0, 2],
    ]);
    expect(quality.confusion.accuracy).toBe(5 / 7);
    expect(quality.confusion.macroF1).toBeCloseTo((1 / 2 + 2 / 3 + 1) / 3, 12);
  });

  test('“same” is measured as decided, at its best and over all thresholds', () => {
    expect(quality.same.decided).toEqual({ accepted: 2, right: 1, precision: 0.5, recall: 0.5, f1: 0.5 });
    // By descending chance of same: + − − + − …: F1 2/3 at 0.9 and 4/6 at 0.3.
    expect(quality.same.best).toMatchObject({ threshold: 0.9, f1: 2 / 3 });
    expect(quality.same.averagePrecision).toBeCloseTo(0.5 * 1 + 0.5 * 0.5, 12);
  });

  test('different and partial pairs are told from same ones apart', () => {
    // 0.9 beats 0.4 and 0.1, 0.3 beats 0.1 alone; against partial 0.2, 0.8, 0.1: 3 + 2 of 6.
    expect(quality.sameOrDifferent.areaUnderCurve).toBe(3 / 4);
    expect(quality.samePartialAreaUnderCurve).toBe(5 / 6);
    expect(quality.sameOrDifferent.decided).toMatchObject({ accepted: 1, right: 1, precision: 1 });
  });

  test('the Brier scores are of the chance of same and of all three', () => {
    const same = (0.01 + 0.49 + 0.04 + 0.64 + 0.01 + 0.16 + 0.01) / 7;
    expect(quality.brier).toBeCloseTo(same, 12);
    const rest = [0.01, 0.36 + 0.01, 0.09 + 0.01, 0.81 + 0.01, 0.04 + 0.01, 0.01 + 0.25, 0.01 + 0.04];
    expect(quality.brierOfThree).toBeCloseTo(same + rest.reduce((sum, one) => sum + one, 0) / 7, 12);
  });

  test('a pair of several strata counts in each; a stratum without all classes has no mean F1', () => {
    expect(
      quality.strata.map(({ value, count, accuracy, macroF1 }) => [value, count, accuracy, macroF1]),
    ).toEqual([
      ['x', 2, 0.5, null],
      ['y', 2, 0.5, null],
    ]);
    expect(quality.worstStratum).toBeNull();
  });

  test('the worst stratum is that of the lowest share of right answers among those of ten pairs', () => {
    const many = (relation: LabelRelation, count: number, stratum: string) =>
      Array.from({ length: count }, () => pair(relation, [0.9, 0.1, 0], [stratum]));
    const strata = [...many('EQUIVALENT', 10, 'good'), ...many('DIFFERENT', 10, 'bad')];
    const { worstStratum } = pairQuality([...strata, ...many('DIFFERENT', 9, 'rare')], bootstrap);
    expect(worstStratum).toMatchObject({ value: 'bad', accuracy: 0 });
  });

  test('errors come surest first, each with truth and answer', () => {
    expect(pairErrors(judged).map(({ left, truth, answer }) => [left, truth, answer])).toEqual([
      ['l4', 'partial', 'same'],
      ['l2', 'same', 'partial'],
    ]);
  });
});
