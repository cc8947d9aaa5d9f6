import { describe, expect, test } from 'vitest';
import { areaUnderCurve, recallAt } from '../../../matching/evaluation/ranking.ts';

describe('area under the curve: the chance that a positive beats a negative', () => {
  test.each<[string, number[], number[], number | null]>([
    ['always', [0.9, 0.8], [0.2, 0.1], 1],
    ['never', [0.1], [0.2, 0.9], 0],
    ['ties count half', [0.5], [0.5, 0.5], 0.5],
    // Of six comparisons: 0.9 wins 3, 0.4 wins 1 and ties 1.
    ['mixed', [0.9, 0.4], [0.1, 0.4, 0.6], 4.5 / 6],
    ['equal positives are each compared', [0.5, 0.5], [0.5, 0.1], 1.5 / 2],
    ['no positive', [], [0.1], null],
    ['no negative', [0.1], [], null],
  ])('%s', (_, positives, negatives, expected) => {
    expect(areaUnderCurve(positives, negatives)).toBe(expected);
    expect(areaUnderCurve(positives.toReversed(), negatives.toReversed())).toBe(expected);
  });
});

describe('recall of candidates', () => {
  const ranks = [1, 3, null, 10, 11];
  test.each([
    [1, 0.2],
    [5, 0.4],
    [10, 0.6],
  ])('at %i', (depth, expected) => expect(recallAt(ranks, depth)).toBe(expected));

  test('has no value without items', () => expect(recallAt([], 1)).toBeNull());
});
