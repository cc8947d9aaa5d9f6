import { describe, expect, test } from 'vitest';
import { chanceOfAtLeast, lowerBound } from '../../../matching/evaluation/proportion-bound.ts';

describe('the chance of at least so many successes', () => {
  test.each([
    ['both of two', 2, 2, 0.5, 0.25],
    ['one of two', 1, 2, 0.5, 0.75],
    // 1 − 0.9³ − 3·0.1·0.9² of the failures' side: successes 2 or 3 of 3.
    ['two of three', 2, 3, 0.9, 0.9 ** 3 + 3 * 0.9 ** 2 * 0.1],
    ['none asked for', 0, 5, 0.1, 1],
    ['impossible', 1, 5, 0, 0],
    ['certain', 5, 5, 1, 1],
  ])('%s', (_, successes, trials, probability, expected) => {
    expect(chanceOfAtLeast(successes, trials, probability)).toBeCloseTo(expected, 12);
  });

  test('stays a number for samples whose terms are too small for one', () => {
    expect(chanceOfAtLeast(99_000, 100_000, 0.99)).toBeGreaterThan(0.4);
    expect(chanceOfAtLeast(99_000, 100_000, 0.99)).toBeLessThan(0.6);
  });
});

describe('the one-sided lower bound', () => {
  test.each([
    // All right: the bound is 0.05 to the power of 1/n.
    [10, 10, 0.05 ** (1 / 10)],
    [299, 299, 0.05 ** (1 / 299)],
    // The published value for 8 of 10 at 90 % two-sided.
    [8, 10, 0.4931],
    [0, 10, 0],
  ])('%i of %i', (successes, trials, expected) => {
    expect(lowerBound(successes, trials)).toBeCloseTo(expected, 4);
  });

  test('has no value without trials', () => expect(lowerBound(0, 0)).toBeNull());
});
