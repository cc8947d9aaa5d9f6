import { describe, expect, test } from 'vitest';
import {
  acceptedFigures,
  averagePrecision,
  bestPoint,
  precisionRecallCurve,
  type Scored,
} from '../../../matching/evaluation/precision-recall.ts';

/** `+0.9 -0.8`: scores with whether accepting them would be right. */
const scored = (text: string): readonly Scored[] =>
  text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => ({ score: Number(word.slice(1)), isPositive: word.startsWith('+') }));

describe('figures of accepted answers', () => {
  test.each([
    ['right', 3, 4, 6, 0.75, 0.5, 0.6],
    ['all wrong', 0, 4, 6, 0, 0, 0],
    ['nothing accepted', 0, 0, 6, null, 0, 0],
    ['nothing to find', 0, 4, 0, 0, null, 0],
    ['nothing at all', 0, 0, 0, null, null, null],
  ])('%s', (_, right, accepted, positives, precision, recall, f1) => {
    expect(acceptedFigures(right, accepted, positives)).toEqual({ accepted, right, precision, recall, f1 });
  });
});

describe('the curve', () => {
  test('has a point for each distinct score, equal ones accepted together', () => {
    const curve = precisionRecallCurve(scored('-0.5 +0.9 +0.5 -0.8'), 2);
    expect(curve.map(({ threshold, accepted, right }) => [threshold, accepted, right])).toEqual([
      [0.9, 1, 1],
      [0.8, 2, 1],
      [0.5, 4, 2],
    ]);
  });

  test('does not depend on the order of the answers', () => {
    const curve = precisionRecallCurve(scored('+0.9 -0.8 +0.5 -0.5'), 2);
    expect(precisionRecallCurve(scored('-0.5 +0.5 -0.8 +0.9'), 2)).toEqual(curve);
  });

  test('recall counts what no answer offers', () => {
    expect(precisionRecallCurve(scored('+0.9'), 4).at(-1)?.recall).toBe(0.25);
  });
});

describe('average precision', () => {
  test.each([
    ['perfect', '+0.9 +0.8 -0.3', 2, 1],
    // Recall 1/2 gained at precision 1, the other half at 2/3.
    ['one wrong between', '+0.9 -0.8 +0.7', 2, 0.5 + 0.5 * (2 / 3)],
    ['wrong first', '-0.9 +0.8', 1, 0.5],
    ['half is never offered', '+0.9', 2, 0.5],
  ])('%s', (_, answers, positives, expected) => {
    expect(averagePrecision(precisionRecallCurve(scored(answers), positives))).toBeCloseTo(expected, 12);
  });

  test('has no value where nothing was answered or nothing is to be found', () => {
    expect(averagePrecision([])).toBeNull();
    expect(averagePrecision(precisionRecallCurve(scored('-0.9'), 0))).toBeNull();
  });
});

describe('the best point', () => {
  test('has the highest F1, of equal ones the highest score', () => {
    // F1: 2/3 at 0.9, 1/2 at 0.8, 4/5 at 0.7, 2/3 at 0.6.
    expect(bestPoint(precisionRecallCurve(scored('+0.9 -0.8 +0.7 -0.6'), 2))).toMatchObject({
      threshold: 0.7,
      f1: 0.8,
    });
    expect(bestPoint(precisionRecallCurve(scored('-0.9 -0.8'), 2))?.threshold).toBe(0.9);
    expect(bestPoint([])).toBeUndefined();
  });
});
