import { expect, test } from 'vitest';
import { addDays } from '../../../catalog/calendar/days.ts';
import { addWorkingDays } from '../../../catalog/calendar/working-days.ts';
import { CHK_01_PROMISE_WITHIN_LEGAL } from '../../../catalog/rules/chk-01-promise-within-legal.ts';
import { aRecord, codesOf, limit } from './handling-record.ts';

// From 2026-03-02 ten working days end on 03-16, a month on 04-02; no holiday lies between.
test.each([
  ['shorter', '9w', '10w', []],
  ['equal', '10w', '10w', []],
  ['longer by one', '11w', '10w', ['CHK_01']],
  ['on the spot', '0w', '10w', []],
  ['on the spot against on the spot', '0w', '0d', []],
  ['a day against on the spot', '1w', '0w', ['CHK_01']],
  ['24 hours in a day', '24h', '1d', []],
  ['25 hours in a day', '25h', '1d', ['CHK_01']],
  ['a day in 23 hours', '1d', '23h', ['CHK_01']],
  ['12 months in a year', '12m', '1y', []],
  ['13 months in a year', '13m', '1y', ['CHK_01']],
  ['14 calendar days end with 10 working days', '14d', '10w', []],
  ['15 calendar days end a day later', '15d', '10w', ['CHK_01_COUNTED']],
  ['10 working days end with 14 calendar days', '10w', '14d', []],
  ['11 working days end later than 14 calendar days', '11w', '14d', ['CHK_01_COUNTED']],
  ['31 days end with the month from 2 March', '31d', '1m', []],
  ['32 days are longer than any month', '32d', '1m', ['CHK_01']],
  ['23 working days end on the day of the month', '23w', '1m', []],
  ['24 working days end on the day after', '24w', '1m', ['CHK_01_COUNTED']],
  ['20 days at most are less than 20 working days', '20d', '20w', []],
  ['10 working days may take 27 days', '27d', '10w', ['CHK_01_COUNTED']],
  ['28 days are more than 10 working days ever take', '28d', '10w', ['CHK_01']],
  ['12 working days never take more than 30 days', '12w', '30d', []],
  ['15 working days are more than 15 days', '15w', '15d', ['CHK_01']],
  ['15 days are within 15 working days', '15d', '15w', []],
  ['8 working days hold a day off', '8w', '8d', ['CHK_01']],
  ['7 working days may stand in a row', '7w', '7d', ['CHK_01_COUNTED']],
  ['days beyond all calendars', '60000000w', '100000000d', ['CHK_01_UNITS']],
  ['days beyond all calendars in one unit', '100000000d', '60000000d', ['CHK_01']],
  ['months beyond all calendars', '5w', '99999999m', ['CHK_01_UNITS']],
  ['31 working days are more than 30 days', '31w', '30d', ['CHK_01']],
  ['62 days are two months at most', '63d', '2m', ['CHK_01']],
  ['56 days are two months at least', '56d', '2m', []],
  ['two years in days', '745d', '2y', ['CHK_01']],
  ['8 hours against a working day', '8h', '1w', ['CHK_01_UNITS']],
  ['6 hours against a working day', '6h', '1w', []],
  ['a working day against 6 hours', '1w', '6h', ['CHK_01_UNITS']],
  ['two working days against 6 hours', '2w', '6h', ['CHK_01']],
  ['two working days against 7 hours', '2w', '7h', ['CHK_01_UNITS']],
  ['two months against 48 hours', '2m', '48h', ['CHK_01']],
  ['a year that ends with 365 days', '1y', '365d', []],
  ['a year against 364 days', '1y', '364d', ['CHK_01']],
  ['48 hours in a month', '48h', '1m', []],
  ['60 hours in a month', '60h', '1m', []],
  ['61 hours in a month', '61h', '1m', ['CHK_01_UNITS']],
  ['working days beyond the calendar', '300w', '1y', ['CALENDAR_MISSING']],
  ['a limit whose end lies beyond the calendar', '380d', '250w', ['CALENDAR_MISSING']],
  ['none promised', '无', '10w', []],
  ['no statute', '10w', '无', []],
  ['what could not be read', '尽快', '10w', []],
])('%s: %s against %s', (_label, promised, legal, expected) => {
  const item = { promisedLimit: limit(promised), statutoryLimit: limit(legal) };
  expect(codesOf(CHK_01_PROMISE_WITHIN_LEGAL, { item, itemType: 'CONFIRMATION' })).toEqual(expected);
});

test.each([
  ['20 working days of 20 days', 'LICENSING', '20w', '20d', []],
  ['21 working days of 20 days', 'LICENSING', '21w', '20d', ['CHK_01']],
  ['20 days of 10 working days', 'LICENSING', '20d', '10w', ['CHK_01_COUNTED']],
  ['5 months of 20 days', 'LICENSING', '5m', '20d', ['CHK_01']],
  ['9 working days of 10 hours', 'LICENSING', '9w', '10h', ['CHK_01']],
  ['24 working days of a month', 'LICENSING', '24w', '1m', ['CHK_01_COUNTED']],
  ['20 working days of 20 days', 'CONFIRMATION', '20w', '20d', ['CHK_01']],
])('%s for %s', (_label, itemType, promised, legal, expected) => {
  const item = { promisedLimit: limit(promised), statutoryLimit: limit(legal) };
  expect(codesOf(CHK_01_PROMISE_WITHIN_LEGAL, { item, itemType })).toEqual(expected);
});

test('a missing limit is no finding', () => {
  expect(codesOf(CHK_01_PROMISE_WITHIN_LEGAL, { item: { promisedLimit: limit('10w') } })).toEqual([]);
  expect(codesOf(CHK_01_PROMISE_WITHIN_LEGAL, { item: { statutoryLimit: limit('1w') } })).toEqual([]);
});

test('the finding tells both limits, and the days they end on where they were counted', () => {
  const find = (promised: string, today: string) => {
    const item = { promisedLimit: limit(promised), statutoryLimit: limit('10w') };
    return CHK_01_PROMISE_WITHIN_LEGAL.find(aRecord({ item, today }))[0];
  };
  const place = { field: 'promisedLimit', title: '承诺办结时限', other: '10 个工作日' };
  expect(find('12w', '2026-03-02')).toEqual({ code: 'CHK_01', ...place, value: '12 个工作日' });
  expect(find('15d', '2026-03-02')).toEqual({
    code: 'CHK_01_COUNTED',
    ...place,
    value: '15 日',
    detail: '自 2026-03-02 起算分别到 2026-03-17 和 2026-03-16 为止',
  });
  // National Day makes the same ten working days longer.
  expect(find('15d', '2026-09-29')).toBeUndefined();
  expect(find('15d', '2040-01-02')).toMatchObject({ code: 'CALENDAR_MISSING', detail: '2040' });
});

test('the working days of these years took no fewer and no more days than is taken for certain', () => {
  const wrong: string[] = [];
  for (let from = '2018-01-01'; from < '2026-08-01'; from = addDays(from, 3)) {
    for (const count of [1, 2, 7, 8, 10, 20, 60, 250]) {
      const end = addWorkingDays(from, count);
      if (typeof end === 'object') continue;
      if (end > addDays(from, Math.floor(count * 1.5 + 12))) wrong.push(`${from} ${count}`);
      if (end < addDays(from, count + Math.floor((count - 1) / 7))) wrong.push(`${from} ${count}`);
    }
  }
  expect(wrong).toEqual([]);
});
