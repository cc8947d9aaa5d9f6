import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayInChina, momentInChina } from '../../catalog/day-in-china.ts';

const SHANGHAI = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

test('is the day that calendars of Shanghai show, at every moment since 1992', () => {
  const moments = fc.date({
    min: new Date('1992-01-01T00:00:00Z'),
    max: new Date('2199-12-31T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(moments, (moment) => dayInChina(moment) === SHANGHAI.format(moment)),
    { numRuns: 2_000 },
  );
});

test.each([
  ['2026-02-28T15:59:59.999Z', '2026-02-28'],
  ['2026-02-28T16:00:00.000Z', '2026-03-01'],
  ['2023-12-31T16:00:00.000Z', '2024-01-01'],
])('%s is %s', (moment, day) => {
  expect(dayInChina(new Date(moment))).toBe(day);
});

test.each([
  ['2026-02-28T16:00:00.000Z', '2026-03-01T00:00:00+08:00'],
  ['2026-07-01T08:00:00.123456Z', '2026-07-01T16:00:00+08:00'],
  ['2023-12-31T23:59:59Z', '2024-01-01T07:59:59+08:00'],
])('%s is %s, the same moment', (moment, shown) => {
  expect(momentInChina(moment)).toBe(shown);
  expect(Date.parse(shown)).toBe(Math.floor(Date.parse(moment) / 1000) * 1000);
});
