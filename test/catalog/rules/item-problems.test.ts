import { expect, test } from 'vitest';
import type { Check } from '../../../catalog/rules/check.ts';
import { CHECKS } from '../../../catalog/rules/checks.ts';
import { itemProblems } from '../../../catalog/rules/item-problems.ts';
import { aRecord, limit } from './handling-record.ts';

const WRONG = aRecord({
  item: {
    promisedLimit: limit('30w'),
    statutoryLimit: limit('20w'),
    unrecognised: [{ element: 'visits', raw: '-1' }],
    resultName: '许可证',
    resultTypes: ['OTHER'],
    planCancelDate: '2020-01-01',
    state: 'IN_FORCE',
  },
});

test('what the checks find is told in sentences, in the order of the checks', () => {
  const found = itemProblems(WRONG);
  const codes = (CHECKS as readonly Check[]).flatMap((check) => check.find(WRONG)).map(({ code }) => code);
  expect(found.map(({ code }) => code)).toEqual(codes);
  expect(codes.slice(0, 3)).toEqual(['CHK_01', 'CHK_10', 'CHK_15']);
  expect(found[0]).toMatchObject({
    code: 'CHK_01',
    severity: 'ERROR',
    field: 'promisedLimit',
    value: '30 个工作日',
    message: '承诺办结时限（30 个工作日）长于法定办结时限（20 个工作日）。请把承诺时限改为不超过法定时限。',
  });
});

test('a record without faults has no problems', () => expect(itemProblems(aRecord({}))).toEqual([]));
