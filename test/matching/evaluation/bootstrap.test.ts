import { describe, expect, test } from 'vitest';
import { bootstrapIntervals } from '../../../matching/evaluation/bootstrap.ts';

/** Gives the numbers over and over. */
const cycle = (numbers: readonly number[]) => {
  let place = 0;
  return () => numbers[place++ % numbers.length] ?? 0;
};

const mean = (sample: readonly number[]) => ({
  mean: sample.length === 0 ? null : sample.reduce((sum, one) => sum + one, 0) / sample.length,
});

describe('the cluster bootstrap', () => {
  test('draws whole groups', () => {
    // Draws: first and second, first twice, second twice, second and first.
    const random = cycle([0, 0.5, 0, 0, 0.5, 0.5, 0.5, 0]);
    const seen: string[] = [];
    bootstrapIntervals([['a', 'b'], ['c']], (sample) => ({ size: seen.push(sample.join('')) }), {
      resamples: 4,
      random,
    });
    expect(seen).toEqual(['abc', 'abc', 'abab', 'cc', 'cab']);
  });

  test('the interval holds the middle 95 of 100 values', () => {
    // Two groups, 0 and 1, drawn as 00, 01, 10, 11 over and over: means 0, 0.5, 0.5, 1.
    const random = cycle([0, 0, 0, 0.5, 0.5, 0, 0.5, 0.5]);
    expect(bootstrapIntervals([[0], [1]], mean, { resamples: 400, random })).toEqual({
      mean: { low: 0, high: 1 },
    });
    const steady = cycle([0, 0.5]);
    expect(bootstrapIntervals([[0], [1]], mean, { resamples: 400, random: steady })).toEqual({
      mean: { low: 0.5, high: 0.5 },
    });
  });

  test('a figure without a value has no interval, nor has a single group', () => {
    const random = cycle([0, 0.5]);
    expect(bootstrapIntervals([[1], [2]], () => ({ none: null }), { resamples: 10, random })).toEqual({
      none: null,
    });
    expect(bootstrapIntervals([[1, 2]], mean, { resamples: 10, random })).toEqual({ mean: null });
  });
});
