import { expect, test } from 'vitest';
import { exactSetShare } from '../../../matching/evaluation/merged-sets.ts';

const set = (truth: string, answer: string) => ({ truth: new Set(truth), answer: new Set(answer) });

test.each([
  ['all partners and no other', [set('ab', 'ba')], 1, 1],
  ['one missing', [set('ab', 'a')], 1, 0],
  ['one too many', [set('ab', 'abc')], 1, 0],
  ['another of the same number', [set('ab', 'ac')], 1, 0],
  ['items with one partner do not count', [set('a', 'b'), set('ab', 'ab'), set('cd', '')], 2, 0.5],
  ['no item with several', [set('a', 'a')], 0, null],
])('%s', (_, sets, count, share) => {
  expect(exactSetShare(sets)).toEqual({ count, share });
});
