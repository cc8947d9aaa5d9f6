import { describe, expect, test } from 'vitest';
import {
  compareLimits,
  inOneScale,
  isOverOneDay,
  type KnownLimit,
  limitOf,
  limitText,
  pairInOneScale,
  sumText,
} from '../../../catalog/rules/limit-order.ts';
import { limit } from './handling-record.ts';

const known = (text: string) => limit(text) as unknown as KnownLimit;

test.each([
  [
    'a whole one',
    { amount: 5, unit: 'DAY', raw: '5日' },
    { kind: 'LIMIT', amount: 5, unit: 'DAY', raw: '5日' },
  ],
  ['without raw text', { amount: 5, unit: 'DAY' }, { kind: 'LIMIT', amount: 5, unit: 'DAY', raw: '' }],
  ['without a unit', { amount: 5, raw: '5' }, undefined],
  ['without an amount', { unit: 'DAY', raw: '日' }, undefined],
  ['none', { raw: ' 无。' }, { kind: 'NONE', raw: ' 无。' }],
  ['nothing', undefined, undefined],
  ['an empty value', {}, undefined],
  ['null', null, undefined],
])('%s is read', (_label, value, expected) => expect(limitOf(value)).toEqual(expected));

test.each([
  ['0w', '即办'],
  ['5h', '5 小时'],
  ['5d', '5 日'],
  ['5w', '5 个工作日'],
  ['5m', '5 个月'],
  ['5y', '5 年'],
])('%s in words is %s', (text, words) => expect(limitText(known(text))).toBe(words));

test.each([
  [
    ['1d', '12h'],
    [24, 12],
  ],
  [
    ['1y', '6m'],
    [12, 6],
  ],
  [
    ['2w', '3w'],
    [2, 3],
  ],
  [
    ['2w', '0d'],
    [2, 0],
  ],
  [['2w', '1d'], undefined],
  [['1m', '1d'], undefined],
  [[], []],
])('%j in one scale: %j', (texts, expected) => {
  const limits = texts.map(known);
  expect(inOneScale(limits)).toEqual(expected);
  const [left, right] = limits;
  if (left === undefined || right === undefined) return;
  const pair = expected && { left: expected[0], right: expected[1] };
  expect(pairInOneScale(left, right)).toEqual(pair);
});

test('a sum is told in the smallest unit, nothing as on the spot', () => {
  expect(sumText(36, [known('1d'), known('12h')])).toBe('36 小时');
  expect(sumText(48, [known('1d'), known('1d')])).toBe('2 日');
  expect(sumText(0, [known('0d'), known('0m')])).toBe('即办');
});

const TODAY = '2026-03-02';

describe.each([
  ['1d', '24h', 'EQUAL'],
  ['23h', '1d', 'SHORTER'],
  ['25h', '1d', 'LONGER'],
  ['1y', '12m', 'EQUAL'],
  ['0w', '0m', 'EQUAL'],
  ['0w', '1m', 'SHORTER'],
  // Working days of six hours at least.
  ['12h', '2w', 'SHORTER'],
  ['3w', '12h', 'LONGER'],
  // 10 working days take 32 calendar days at most, 20 take at least 20.
  ['10w', '2m', 'SHORTER'],
  ['32d', '10w', 'LONGER'],
  ['10d', '20w', 'SHORTER'],
  ['20d', '20w', 'SHORTER'],
  ['32d', '1m', 'LONGER'],
  ['28d', '1m', 'SHORTER'],
  ['48h', '1m', 'SHORTER'],
  ['2m', '48h', 'LONGER'],
  ['1y', '300d', 'LONGER'],
] as const)('%s against %s', (left, right, order) => {
  test(`is ${order}`, () => {
    const found = compareLimits(known(left), known(right), TODAY);
    expect('order' in found && found.order).toBe(order);
  });
});

test.each([
  ['13h', '2w'],
  ['2w', '12h'],
  ['2w', '13h'],
  ['400h', '1m'],
])('nobody says how %s and %s compare', (left, right) =>
  expect(compareLimits(known(left), known(right), TODAY)).toEqual({ kind: 'INCOMPARABLE' }),
);

test.each([
  ['5w', '7d', 'EQUAL', '2026-03-09', '2026-03-09'],
  ['5w', '8d', 'SHORTER', '2026-03-09', '2026-03-10'],
  ['6w', '7d', 'LONGER', '2026-03-10', '2026-03-09'],
  ['1m', '30d', 'LONGER', '2026-04-02', '2026-04-01'],
  ['22w', '1m', 'SHORTER', '2026-04-01', '2026-04-02'],
])('%s and %s are counted from the day: %s', (left, right, order, leftEnd, rightEnd) =>
  expect(compareLimits(known(left), known(right), TODAY)).toEqual({
    kind: 'COUNTED',
    order,
    ends: { left: leftEnd, right: rightEnd },
  }),
);

test('a year without a calendar is named, on either side', () => {
  const missing = { kind: 'NO_CALENDAR', year: 2031 };
  expect(compareLimits(known('5w'), known('7d'), '2031-03-03')).toEqual(missing);
  expect(compareLimits(known('7d'), known('5w'), '2031-03-03')).toEqual(missing);
});

test.each([
  ['24h', false],
  ['25h', true],
  ['1d', false],
  ['2d', true],
  ['1w', false],
  ['2w', true],
  ['0m', false],
  ['1m', true],
  ['0y', false],
  ['1y', true],
])('%s is over one day: %s', (text, expected) => expect(isOverOneDay(known(text))).toBe(expected));
