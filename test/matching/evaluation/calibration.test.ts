import { describe, expect, test } from 'vitest';
import {
  brierScore,
  calibrationError,
  type Forecast,
  reliabilityBins,
} from '../../../matching/evaluation/calibration.ts';

const forecast = (probability: number, isTrue: boolean): Forecast => ({ probability, isTrue });

describe('the Brier score', () => {
  test.each<[string, readonly Forecast[], number | null]>([
    ['sure and right', [forecast(1, true), forecast(0, false)], 0],
    ['sure and wrong', [forecast(1, false), forecast(0, true)], 1],
    ['undecided', [forecast(0.5, true)], 0.25],
    ['mixed', [forecast(0.8, true), forecast(0.4, false)], (0.04 + 0.16) / 2],
    ['nothing', [], null],
  ])('%s', (_, forecasts, expected) => {
    const score = brierScore(forecasts);
    if (expected === null) expect(score).toBeNull();
    else expect(score).toBeCloseTo(expected, 12);
  });
});

describe('reliability', () => {
  test('a border belongs to the interval above, 1 to the last', () => {
    const bins = reliabilityBins(
      [0, 0.25, 0.5, 1].map((probability) => forecast(probability, true)),
      4,
    );
    expect(bins.map(({ from, to, count }) => [from, to, count])).toEqual([
      [0, 0.25, 1],
      [0.25, 0.5, 1],
      [0.5, 0.75, 1],
      [0.75, 1, 1],
    ]);
  });

  test('an interval says the mean probability and the share that came true', () => {
    const bins = reliabilityBins([forecast(0.6, true), forecast(0.8, false)], 2);
    expect(bins[1]).toEqual({ from: 0.5, to: 1, count: 2, meanProbability: 0.7, shareTrue: 0.5 });
    expect(bins[0]).toMatchObject({ count: 0, meanProbability: null, shareTrue: null });
  });

  test('there are 15 intervals', () => expect(reliabilityBins([])).toHaveLength(15));
});

describe('the expected calibration error', () => {
  test('weighs each interval by its forecasts', () => {
    // Three forecasts of 0.9 of which two come true (0.2333 off), one of 0.1 that does not (0.1 off).
    const forecasts = [forecast(0.9, true), forecast(0.9, true), forecast(0.9, false), forecast(0.1, false)];
    const expected = (3 * (0.9 - 2 / 3) + 0.1) / 4;
    expect(calibrationError(reliabilityBins(forecasts))).toBeCloseTo(expected, 12);
  });

  test('has no value without forecasts', () => expect(calibrationError(reliabilityBins([]))).toBeNull());
});
