import { expect, test } from 'vitest';
import type { BlockItem } from '../../../matching/block/block-item.ts';
import { matchBlock } from '../../../matching/block/match-block.ts';
import { referenceList } from '../../../matching/block/reference-list.ts';
import { plainJudging } from './plain-judging.ts';

const REFERENCES = [
  { id: 'r1', name: '甲乙丙丁' },
  { id: 'r2', name: '甲乙丙丁戊' },
  { id: 'r3', name: '子丑寅卯' },
];

const settled = (...items: BlockItem[]) =>
  matchBlock({ references: referenceList(plainJudging(), REFERENCES), items }).judgements.map(
    ({ match, band, duplicateClaim }) => [match, band, duplicateClaim ?? false],
  );

test('two items of one list, place and department do not both get a reference: the loser takes its next best', () => {
  expect(settled({ id: 'a', name: '甲乙丙丁' }, { id: 'b', name: '甲乙丙丁' })).toEqual([
    ['r1', 'AUTO', false],
    ['r2', 'AUTO', true],
  ]);
});

test('a loser whose next best is not good enough is left to a person, with the reference it claimed', () => {
  expect(settled({ id: 'a', name: '子丑寅' }, { id: 'b', name: '子丑寅卯' })).toEqual([
    ['r3', 'REVIEW', true],
    ['r3', 'AUTO', false],
  ]);
});

test('a loser does not take what another item has', () => {
  expect(
    settled({ id: 'a', name: '甲乙丙丁' }, { id: 'b', name: '甲乙丙丁' }, { id: 'c', name: '甲乙丙丁戊' }),
  ).toEqual([
    ['r1', 'AUTO', false],
    ['r1', 'REVIEW', true],
    ['r2', 'AUTO', false],
  ]);
});

test.each([
  ['other departments', { department: '民政局' }, { department: '教育局' }],
  ['other places', { region: '一村' }, { region: '二村' }],
  ['other lists', { list: 'power' }, { list: 'public' }],
])('items of %s may have the same reference', (_case, one, other) => {
  expect(settled({ id: 'a', name: '子丑寅卯', ...one }, { id: 'b', name: '子丑寅卯', ...other })).toEqual([
    ['r3', 'AUTO', false],
    ['r3', 'AUTO', false],
  ]);
});

test('an item a person must look at anyway claims nothing', () => {
  expect(settled({ id: 'a', name: '子丑' }, { id: 'b', name: '子丑寅卯' })).toEqual([
    ['r3', 'REVIEW', false],
    ['r3', 'AUTO', false],
  ]);
});
