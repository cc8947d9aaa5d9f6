import { expect, test } from 'vitest';
import { CHK_02_PROMISE_WITHIN_HALF } from '../../../catalog/rules/chk-02-promise-within-half.ts';
import { aRecord, codesOf, limit } from './handling-record.ts';

test.each([
  ['exactly half', '10w', '20w', []],
  ['less than half', '9w', '20w', []],
  ['one over half', '11w', '20w', ['CHK_02']],
  ['as long as the law allows', '20w', '20w', ['CHK_02']],
  ['longer than the law allows is another check', '21w', '20w', []],
  ['half of an odd number, rounded down', '2w', '5w', []],
  ['half of an odd number, rounded up', '3w', '5w', ['CHK_02']],
  ['on the spot', '0w', '1w', []],
  ['a day of one day cannot be halved', '1w', '1w', []],
  ['two days of two', '2w', '2w', ['CHK_02']],
  ['a day is half of two', '1w', '2w', []],
  ['hours of days', '25h', '2d', ['CHK_02']],
  ['24 hours of two days', '24h', '2d', []],
  ['months of years', '7m', '1y', ['CHK_02']],
  ['six months of a year', '6m', '1y', []],
  ['units without a scale', '15d', '20w', []],
  ['no statute', '15w', '无', []],
])('%s: %s of %s', (_label, promised, legal, expected) => {
  const item = { promisedLimit: limit(promised), statutoryLimit: limit(legal) };
  expect(codesOf(CHK_02_PROMISE_WITHIN_HALF, { item })).toEqual(expected);
});

test('a case done on the spot is not measured by its limit', () => {
  const item = { promisedLimit: limit('20w'), statutoryLimit: limit('20w') };
  expect(codesOf(CHK_02_PROMISE_WITHIN_HALF, { item: { ...item, caseType: 'IMMEDIATE' } })).toEqual([]);
  expect(codesOf(CHK_02_PROMISE_WITHIN_HALF, { item: { ...item, caseType: 'PROMISED' } })).toEqual([
    'CHK_02',
  ]);
});

test.each([
  ['3w', '5w', ' 2 个工作日以内'],
  ['20d', '30d', ' 15 日以内'],
  ['7m', '1y', '即办'],
])('the finding for %s of %s says what half is', (promised, legal, detail) => {
  const item = { promisedLimit: limit(promised), statutoryLimit: limit(legal) };
  expect(CHK_02_PROMISE_WITHIN_HALF.find(aRecord({ item }))[0]).toMatchObject({ detail });
});
