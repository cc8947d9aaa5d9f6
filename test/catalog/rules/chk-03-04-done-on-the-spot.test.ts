import { describe, expect, test } from 'vitest';
import { CHK_03_IMMEDIATE_AGREES } from '../../../catalog/rules/chk-03-immediate-agrees.ts';
import { CHK_04_IMMEDIATE_WITHIN_A_DAY } from '../../../catalog/rules/chk-04-immediate-within-a-day.ts';
import { aRecord, codesOf, limit } from './handling-record.ts';

describe('CHK-03', () => {
  test.each([
    ['all three on the spot', '0w', 'IMMEDIATE', 'REVIEWED_AT_ONCE', []],
    ['none on the spot', '5w', 'PROMISED', 'REVIEWED_BEHIND_COUNTER', []],
    ['received in front, decided behind', '5w', 'PROMISED', 'ACCEPTED_IN_FRONT_APPROVED_BEHIND', []],
    ['limit 0, case promised', '0w', 'PROMISED', undefined, ['CHK_03']],
    ['limit 0, case promised, reviewed at once', '0w', 'PROMISED', 'REVIEWED_AT_ONCE', ['CHK_03']],
    ['case on the spot, reviewed behind', '0w', 'IMMEDIATE', 'REVIEWED_BEHIND_COUNTER', ['CHK_03']],
    ['case promised, reviewed at once', '5w', 'PROMISED', 'REVIEWED_AT_ONCE', ['CHK_03']],
    ['without a limit', undefined, 'PROMISED', 'REVIEWED_AT_ONCE', ['CHK_03']],
    ['one working day on the spot, the older way', '1w', 'IMMEDIATE', 'REVIEWED_AT_ONCE', ['CHK_03_ONE_DAY']],
    ['24 hours on the spot', '24h', 'IMMEDIATE', undefined, ['CHK_03_ONE_DAY']],
    ['more than a day is CHK-04', '2w', 'IMMEDIATE', 'REVIEWED_AT_ONCE', []],
    ['no case type, limit 0, reviewed at once', '0w', undefined, 'REVIEWED_AT_ONCE', []],
    ['no case type, limit 0, reviewed behind', '0w', undefined, 'REVIEWED_BEHIND_COUNTER', ['CHK_03']],
    ['no case type, a day, reviewed at once', '1w', undefined, 'REVIEWED_AT_ONCE', []],
    ['no case type, two days, reviewed at once', '2w', undefined, 'REVIEWED_AT_ONCE', ['CHK_03']],
    ['no case type, two days, reviewed behind', '2w', undefined, 'REVIEWED_BEHIND_COUNTER', []],
    ['a joint case on the spot', '0w', 'JOINT', 'REVIEWED_BEHIND_COUNTER', []],
    ['the limit alone', '0w', undefined, undefined, []],
    ['the case type alone', undefined, 'IMMEDIATE', undefined, []],
    ['the review alone', undefined, undefined, 'REVIEWED_AT_ONCE', []],
  ])('%s', (_label, promised, caseType, reviewType, expected) => {
    const item = { caseType, reviewType, ...(promised ? { promisedLimit: limit(promised) } : {}) };
    expect(codesOf(CHK_03_IMMEDIATE_AGREES, { item })).toEqual(expected);
  });

  test.each([
    [
      { caseType: 'PROMISED', promisedLimit: limit('0w') },
      ['caseType', '办件类型', '承诺件', '承诺办结时限', '即办'],
    ],
    [
      { caseType: 'IMMEDIATE', reviewType: 'REVIEWED_BEHIND_COUNTER' },
      ['caseType', '办件类型', '即办件', '事项审查类型', '前审后批'],
    ],
    [
      { reviewType: 'REVIEWED_AT_ONCE', promisedLimit: limit('3w') },
      ['promisedLimit', '承诺办结时限', '3 个工作日', '事项审查类型', '即审即办'],
    ],
  ])('the finding names what disagrees: %o', (item, expected) => {
    const [found] = CHK_03_IMMEDIATE_AGREES.find(aRecord({ item }));
    expect([found?.field, found?.title, found?.value, found?.detail, found?.other]).toEqual(expected);
  });
});

describe('CHK-04', () => {
  test.each([
    ['on the spot', '0w', []],
    ['one working day', '1w', []],
    ['one day', '1d', []],
    ['24 hours', '24h', []],
    ['two working days', '2w', ['CHK_04']],
    ['two days', '2d', ['CHK_04']],
    ['25 hours', '25h', ['CHK_04']],
    ['a month', '1m', ['CHK_04']],
    ['a year', '1y', ['CHK_04']],
    ['无', '无', []],
  ])('即办件 within %s', (_label, promised, expected) => {
    const item = { caseType: 'IMMEDIATE', promisedLimit: limit(promised) };
    expect(codesOf(CHK_04_IMMEDIATE_WITHIN_A_DAY, { item })).toEqual(expected);
  });

  test.each([
    ['申请人提交材料。窗口当场办结。', '2w', ['CHK_04_FLOW']],
    ['材料齐全，即时办结', '5w', ['CHK_04_FLOW']],
    ['即来即办', '3d', ['CHK_04_FLOW']],
    ['审核通过后现场发证', '48h', ['CHK_04_FLOW']],
    ['窗口当场办结', '1w', []],
    ['材料齐全的当场受理，不齐全的当场一次性告知补正', '5w', []],
    ['能够当场办结的，当场办结；其他的五日内办结', '5w', []],
    ['符合条件的当场办结', '5w', []],
    ['不能当场办结，出具受理通知书', '5w', []],
    ['受理。审核。办结', '5w', []],
    ['', '5w', []],
  ])('%s within %s', (handleFlow, promised, expected) => {
    const item = { caseType: 'PROMISED', promisedLimit: limit(promised) };
    expect(codesOf(CHK_04_IMMEDIATE_WITHIN_A_DAY, { item, guide: { handleFlow } })).toEqual(expected);
  });

  test('a step may say it as well, and the finding quotes it', () => {
    const item = { promisedLimit: limit('2w') };
    const blocks = { steps: [{ name: '受理' }, { name: '窗口当场办结' }] };
    const found = CHK_04_IMMEDIATE_WITHIN_A_DAY.find(aRecord({ item, blocks }));
    const place = { field: 'promisedLimit', title: '承诺办结时限' };
    expect(found).toEqual([{ code: 'CHK_04_FLOW', ...place, value: '2 个工作日', other: '当场办结' }]);
    expect(codesOf(CHK_04_IMMEDIATE_WITHIN_A_DAY, { blocks })).toEqual([]);
  });
});
