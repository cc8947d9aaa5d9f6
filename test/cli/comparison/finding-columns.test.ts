import { expect, test } from 'vitest';
import { percentOf } from '../../../cli/comparison/finding-columns.ts';

test.each([
  [1, '100%'],
  [0.999999999, '99.9%'],
  [0.9994, '99.9%'],
  [0.987, '98.7%'],
  [0.5999, '59.9%'],
  [0.57, '57%'],
  [0.29, '29%'],
  [0, '0%'],
])('a confidence of %d is never rounded up: %s', (confidence, words) => {
  expect(percentOf(confidence)).toBe(words);
});
