import { expect, test } from 'vitest';
import { CHK_05_NO_LIMIT_EXPLAINED } from '../../../catalog/rules/chk-05-no-limit-explained.ts';
import { aRecord, codesOf, limit } from './handling-record.ts';

const NOTE = ['statutoryLimitNote'];

test.each([
  ['无', ['CHK_05']],
  ['无法定时限', ['CHK_05']],
  ['法律未规定', ['CHK_05']],
  ['暂无规定。', ['CHK_05']],
  ['没有规定', ['CHK_05']],
  ['不涉及', ['CHK_05']],
  [' 无 ', ['CHK_05']],
  ['法律法规未作规定', ['CHK_05']],
  // A stroke fills a cell; what cannot be read has been flagged; a limit needs no word.
  ['-', []],
  ['/', []],
  ['', []],
  ['按年度计划办理', []],
  ['无明确要求', []],
  ['期限另行公告，无统一规定', []],
  ['未到规定年龄的除外', []],
  ['确无', []],
  ['20w', []],
])('legal limit 「%s」 without a note', (legal, expected) => {
  const item = { statutoryLimit: limit(legal) };
  expect(codesOf(CHK_05_NO_LIMIT_EXPLAINED, { item, columns: NOTE })).toEqual(expected);
});

test.each([
  ['a note', { statutoryLimitNote: '法律、法规未规定办理期限' }, NOTE, []],
  ['an empty note', { statutoryLimitNote: '' }, NOTE, ['CHK_05']],
  ['a note that says nothing', { statutoryLimitNote: '无' }, NOTE, ['CHK_05']],
  ['a list without notes', {}, [], []],
])('none with %s', (_label, more, columns, expected) => {
  const item = { statutoryLimit: limit('无'), ...more };
  expect(codesOf(CHK_05_NO_LIMIT_EXPLAINED, { item, columns })).toEqual(expected);
});

test.each([
  ['none promised where no statute sets a limit', '无', '无', ['CHK_05_PROMISE']],
  ['none promised where a statute does', '20w', '无', ['CHK_05_PROMISE']],
  ['a promise where no statute sets a limit', '无', '5w', []],
  ['a promise that could not be read', '无', '尽快', []],
  ['an empty promise is left to completeness', '无', '', []],
])('%s', (_label, legal, promised, expected) => {
  const item = { statutoryLimit: limit(legal), promisedLimit: limit(promised) };
  expect(codesOf(CHK_05_NO_LIMIT_EXPLAINED, { item })).toEqual(expected);
});

test.each(['publicService', undefined] as const)('limits are optional in family %s', (family) => {
  const item = { statutoryLimit: limit('无'), promisedLimit: limit('无') };
  expect(codesOf(CHK_05_NO_LIMIT_EXPLAINED, { item, family, columns: NOTE })).toEqual([]);
});

test('the findings quote what the cells say', () => {
  const item = { statutoryLimit: limit('法律未规定'), promisedLimit: limit('暂无') };
  expect(CHK_05_NO_LIMIT_EXPLAINED.find(aRecord({ item, columns: NOTE }))).toEqual([
    { code: 'CHK_05', field: 'statutoryLimit', title: '法定办结时限', value: '法律未规定' },
    { code: 'CHK_05_PROMISE', field: 'promisedLimit', title: '承诺办结时限', value: '暂无' },
  ]);
});
