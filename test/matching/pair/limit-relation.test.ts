import { expect, test } from 'vitest';
import type { Limit } from '../../../matching/name/analyse.ts';
import { limitRelations } from '../../../matching/pair/limit-relation.ts';

/** 甲1: the first word of set 甲. */
const limits = (text: string): readonly Limit[] =>
  text === '' ? [] : text.split(' ').map((one) => ({ set: one.charAt(0), place: Number(one.slice(1)) }));

test.each([
  ['', '', [0, 0, 0, 0]],
  ['甲1', '甲1', [0, 0, 0, 1]],
  ['甲1 甲1', '甲1', [0, 0, 0, 1]],
  ['甲1', '甲2', [1, 0, 0, 0]],
  ['甲1 甲2', '甲2 甲3', [1, 0, 0, 0]],
  ['甲1', '', [0, 1, 0, 0]],
  ['', '甲1', [0, 0, 1, 0]],
  // Of two lists the shorter is the narrower.
  ['甲1 甲2', '甲1', [0, 0, 1, 0]],
  ['甲1', '甲1 甲2', [0, 1, 0, 0]],
  ['甲1 乙1 丙1', '甲2 丙1 丁1', [1, 1, 1, 1]],
])('%s and %s: %j', (left, right, [contrast, leftOnly, rightOnly, equal]) =>
  expect(limitRelations(limits(left), limits(right))).toEqual({ contrast, leftOnly, rightOnly, equal }),
);
