import { expect, test } from 'vitest';
import { type FittedContest, fitContention } from '../../../matching/training/fit-contention.ts';

/** Items whose best candidate is right in `share` of 100, at these log-odds. */
const items = (logit: number, share: number): readonly FittedContest[] =>
  Array.from({ length: 100 }, (_, at) => {
    const isRight = at < share;
    return { logits: [logit, -6], partner: isRight ? 0 : -1, answers: new Set(isRight ? [0] : []) };
  });

const chance = ({ bias, scale }: { bias: number; scale: number }, logit: number): number => {
  const odds = Math.exp(bias + scale * logit);
  return odds / (1 + odds + Math.exp(bias - 6 * scale));
};

const sure = Array.from({ length: 5 }, () => items(6, 100)).flat();
const contests = [...sure, ...items(2, 90), ...items(-2, 10)];

test('chances come out as often as they are given', () => {
  const fitted = fitContention([{ contests, precision: 0.99 }]);
  expect(chance(fitted, 2)).toBeCloseTo(0.9, 1);
  expect(chance(fitted, -2)).toBeCloseTo(0.1, 1);
});

test('taken without a person is only what is right often enough', () => {
  const fitted = fitContention([{ contests, precision: 0.99 }]);
  expect(fitted.auto).toBeGreaterThan(chance(fitted, 2));
  expect(fitted.auto).toBeLessThanOrEqual(chance(fitted, 6));
  expect(fitted.review).toBeLessThanOrEqual(fitted.auto);
});

test('what is more likely wrong than right is not shown, though F1 of the sample gains by it', () => {
  const unsure = [...items(6, 100).slice(0, 10), ...items(1, 42)];
  const fitted = fitContention([{ contests: unsure, precision: 0.99 }]);
  expect(fitted.review).toBeGreaterThan(chance(fitted, 1) + 0.02);
});

test('too few right answers leave all to people', () => {
  expect(fitContention([{ contests: items(2, 90), precision: 0.99 }]).auto).toBe(0.9999);
});

test('a sample counts the same however many items it has', () => {
  const one = fitContention([
    { contests: items(2, 90), precision: 0.99 },
    { contests: items(2, 10), precision: 0.99 },
  ]);
  const other = fitContention([
    { contests: [...items(2, 90), ...items(2, 90), ...items(2, 90)], precision: 0.99 },
    { contests: items(2, 10), precision: 0.99 },
  ]);
  expect(one.bias).toBeCloseTo(other.bias, 3);
});
