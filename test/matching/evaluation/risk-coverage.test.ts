import { describe, expect, test } from 'vitest';
import { areaOfRisk, riskCoverage } from '../../../matching/evaluation/risk-coverage.ts';

const answers = [
  { confidence: 0.5, isRight: false },
  { confidence: 0.9, isRight: true },
  { confidence: 0.7, isRight: true },
  { confidence: 0.7, isRight: false },
];

describe('risk and coverage', () => {
  test('the surest are answered first, equally sure ones together', () => {
    expect(riskCoverage(answers)).toEqual([
      { confidence: 0.9, coverage: 0.25, risk: 0 },
      { confidence: 0.7, coverage: 0.75, risk: 1 / 3 },
      { confidence: 0.5, coverage: 1, risk: 0.5 },
    ]);
  });

  test('the area is the risk averaged over the coverage', () => {
    expect(areaOfRisk(riskCoverage(answers))).toBeCloseTo(0.25 * 0 + 0.5 * (1 / 3) + 0.25 * 0.5, 12);
  });

  test('nothing answered has no curve and no area', () => {
    expect(riskCoverage([])).toEqual([]);
    expect(areaOfRisk([])).toBeNull();
  });
});
