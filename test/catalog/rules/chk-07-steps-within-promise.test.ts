import { expect, test } from 'vitest';
import { CHK_07_STEPS_WITHIN_PROMISE } from '../../../catalog/rules/chk-07-steps-within-promise.ts';
import { aRecord, codesOf, limit } from './handling-record.ts';

const NAMES = ['受理', '审查', '决定', '送达'];
const steps = (limits: readonly string[]) =>
  limits.map((each, index) => ({ name: NAMES[index], ...(each === '?' ? {} : { timeLimit: limit(each) }) }));

test.each([
  ['equal', '5w', ['1w', '3w', '1w'], []],
  ['longer', '5w', ['1w', '4w', '1w'], ['CHK_07']],
  ['shorter', '5w', ['1w', '2w', '1w'], ['CHK_07_LESS']],
  ['a step on the spot', '5w', ['0w', '4w', '1w'], []],
  ['delivery is not held against the promise', '5w', ['1w', '3w', '1w', '3w'], []],
  ['delivery may fill the promise', '5w', ['1w', '2w', '1w', '1w'], []],
  ['delivery does not hide steps that are too long', '5w', ['1w', '4w', '1w', '0w'], ['CHK_07']],
  ['hours and days', '2d', ['24h', '12h', '12h'], []],
  ['hours and days, too long', '2d', ['24h', '12h', '13h'], ['CHK_07']],
  ['all on the spot', '0w', ['0w', '0w'], []],
  ['a day where the promise is on the spot', '0w', ['0w', '1w'], ['CHK_07']],
  ['a step without a limit', '5w', ['1w', '?', '9w'], []],
  ['a step that could not be read', '5w', ['1w', '尽快', '9w'], []],
  ['units that do not add up', '5w', ['1w', '9d'], []],
  ['none promised', '无', ['1w', '9w'], []],
  ['no steps', '5w', [], []],
])('%s: %s for %j', (_label, promised, limits, expected) => {
  const item = { promisedLimit: limit(promised) };
  expect(codesOf(CHK_07_STEPS_WITHIN_PROMISE, { item, blocks: { steps: steps(limits) } })).toEqual(expected);
});

test.each([
  ['5w', ['1w', '4w', '1w'], '6 个工作日', '5 个工作日'],
  ['2d', ['24h', '25h'], '49 小时', '2 日'],
  ['1d', ['1d', '1d'], '2 日', '1 日'],
  ['1m', ['1m', '1y'], '13 个月', '1 个月'],
  ['0w', ['2w'], '2 个工作日', '即办'],
  ['9w', ['0h', '8w'], '8 个工作日', '9 个工作日'],
  ['1d', ['0m', '25h'], '25 小时', '1 日'],
  ['3w', ['0w'], '即办', '3 个工作日'],
])('the finding for %s with %j gives the sum as %s', (promised, limits, other, value) => {
  const item = { promisedLimit: limit(promised) };
  const [found] = CHK_07_STEPS_WITHIN_PROMISE.find(aRecord({ item, blocks: { steps: steps(limits) } }));
  expect(found).toMatchObject({ field: 'promisedLimit', value, other });
});

test('a record without steps or without a promise has nothing to add up', () => {
  expect(codesOf(CHK_07_STEPS_WITHIN_PROMISE, { item: { promisedLimit: limit('5w') } })).toEqual([]);
  expect(codesOf(CHK_07_STEPS_WITHIN_PROMISE, { blocks: { steps: steps(['9w']) } })).toEqual([]);
});
