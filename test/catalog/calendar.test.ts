import { describe, expect, test } from 'vitest';
import { addDays, addMonths, isWeekend } from '../../catalog/calendar/days.ts';
import { HOLIDAY_NOTICES } from '../../catalog/calendar/holidays.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../../catalog/calendar/working-days.ts';

describe('days', () => {
  test.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-01-01', 0, '2026-01-01'],
  ])('%s and %i days is %s', (day, count, expected) => expect(addDays(day, count)).toBe(expected));

  test.each([
    ['2026-01-15', 1, '2026-02-15'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2025-12-01', 12, '2026-12-01'],
    ['2026-03-31', 0, '2026-03-31'],
  ])('%s and %i months is %s', (day, count, expected) => expect(addMonths(day, count)).toBe(expected));

  test.each([
    ['2026-03-06', false],
    ['2026-03-07', true],
    ['2026-03-08', true],
    ['2026-03-09', false],
  ])('%s is a weekend: %s', (day, expected) => expect(isWeekend(day)).toBe(expected));
});

describe('the notices', () => {
  test('there is one for each year from 2018 on, in the order of their issue', () => {
    const years = [...new Set(HOLIDAY_NOTICES.map(({ year }) => year))];
    expect(years).toEqual(Array.from({ length: years.length }, (_, index) => 2018 + index));
    expect(years.at(-1)).toBeGreaterThanOrEqual(2026);
    const issued = HOLIDAY_NOTICES.map((notice) => notice.issued);
    expect(issued).toEqual(issued.toSorted());
  });

  test.each(HOLIDAY_NOTICES)('$number of $year is consistent', ({ number, year, issued, ...arranged }) => {
    expect(number).toMatch(/^国办发明电〔\d{4}〕\d+号$/u);
    expect(issued).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
    expect(number).toContain(issued.slice(0, 4));
    for (const [first, last] of arranged.daysOff) {
      expect(first <= last).toBe(true);
      expect(last.startsWith(String(year))).toBe(true);
    }
    // What is worked in exchange is a weekend: a slip of a digit would most often show here.
    for (const day of arranged.workedWeekends) expect([day, isWeekend(day)]).toEqual([day, true]);
  });

  // 365 days less 104 of weekends and 11 of holidays (13 from 2025), give or take those that fall on weekends.
  test.each([
    [2018, 250],
    [2019, 250],
    [2020, 249],
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i working days', (year, expected) => {
    const days = Array.from({ length: 366 }, (_, index) => addDays(`${year}-01-01`, index));
    const within = days.filter((day) => day.startsWith(String(year)));
    expect(within.filter((day) => isWorkingDay(day) === true)).toHaveLength(expected);
  });
});

describe('working days', () => {
  test.each([
    ['an ordinary Monday', '2026-03-02', true],
    ['an ordinary Saturday', '2026-03-07', false],
    ['National Day', '2026-10-01', false],
    ['the day after the holiday', '2026-10-08', true],
    ['a Saturday worked in exchange', '2026-10-10', true],
    ['a Sunday worked in exchange', '2026-09-20', true],
    ['the last day of 2018, off by the notice for 2019', '2018-12-31', false],
    ['a Saturday of 2018 worked by the notice for 2019', '2018-12-29', true],
    ['a day off by the later notice of 2019', '2019-05-03', false],
    ['a day the later notice of 2020 took back', '2020-02-01', false],
    ['the first day after the longer Spring Festival', '2020-02-03', true],
  ])('%s (%s): %s', (_label, day, expected) => expect(isWorkingDay(day)).toBe(expected));

  test.each(['2017-12-29', '2031-01-02'])('%s has no calendar', (day) =>
    expect(isWorkingDay(day)).toEqual({ kind: 'NO_CALENDAR', year: Number(day.slice(0, 4)) }),
  );

  test.each([
    ['counting begins on the day after', '2026-03-02', 1, '2026-03-03'],
    ['the weekend between is not counted', '2026-03-06', 1, '2026-03-09'],
    ['five days from a Monday', '2026-03-02', 5, '2026-03-09'],
    ['over Spring Festival with both Saturdays worked', '2026-02-13', 3, '2026-02-25'],
    ['none', '2026-03-07', 0, '2026-03-07'],
    ['over the turn of the year', '2025-12-31', 1, '2026-01-04'],
  ])('%s: %s and %i is %s', (_label, from, count, expected) => {
    expect(addWorkingDays(from, count)).toBe(expected);
    if (count > 0) expect(workingDaysBetween(from, expected)).toBe(count);
  });

  test.each([
    ['the same day', '2026-03-02', '2026-03-02', 0],
    ['an earlier day', '2026-03-03', '2026-03-02', 0],
    ['the end is counted, the start is not', '2026-03-02', '2026-03-03', 1],
    ['a weekend', '2026-03-06', '2026-03-08', 0],
    ['National Day week', '2026-09-30', '2026-10-07', 0],
  ])('%s: from %s to %s there are %i', (_label, from, to, expected) =>
    expect(workingDaysBetween(from, to)).toBe(expected),
  );

  test('a count that leaves the calendar says which year is missing', () => {
    const last = Math.max(...HOLIDAY_NOTICES.map(({ year }) => year));
    const missing = { kind: 'NO_CALENDAR', year: last + 1 };
    expect(addWorkingDays(`${last}-12-31`, 1)).toEqual(missing);
    expect(workingDaysBetween(`${last}-12-31`, `${last + 1}-01-05`)).toEqual(missing);
    expect(workingDaysBetween(`${last}-12-31`, `${last}-12-31`)).toBe(0);
  });
});
