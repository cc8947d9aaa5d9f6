import { addDays, isWeekend, yearOf } from './days.ts';
import { HOLIDAY_NOTICES } from './holidays.ts';

/** The State Council's notice for this year is not among the calendar's, so its working days are not known. */
export interface NoCalendar {
  readonly kind: 'NO_CALENDAR';
  readonly year: number;
}

const YEARS: ReadonlySet<number> = new Set(HOLIDAY_NOTICES.map(({ year }) => year));

/** Whether a day is worked that differs from what the week says; a later notice overrules an earlier one. */
const ARRANGED = new Map<string, boolean>();
for (const { daysOff, workedWeekends } of HOLIDAY_NOTICES) {
  for (const [first, last] of daysOff) {
    for (let day = first; day <= last; day = addDays(day, 1)) ARRANGED.set(day, false);
  }
  for (const day of workedWeekends) ARRANGED.set(day, true);
}

/**
 * Whether a day (YYYY-MM-DD) is a working day: 周一至周五 but for holidays, and the weekends worked in exchange.
 * `NO_CALENDAR` for a year without a notice. Source: 国务院办公厅关于部分节假日安排的通知 of each year.
 */
export const isWorkingDay = (day: string): boolean | NoCalendar => {
  const year = yearOf(day);
  if (!YEARS.has(year)) return { kind: 'NO_CALENDAR', year };
  return ARRANGED.get(day) ?? !isWeekend(day);
};

/**
 * The day on which `count` working days from `from` are over; counting begins on the day after `from`
 * (行政许可法第八十二条; 收件次日起算). Zero gives `from` itself. `NO_CALENDAR` names the first year that is not known.
 */
export const addWorkingDays = (from: string, count: number): string | NoCalendar => {
  let day = from;
  for (let counted = 0; counted < count; ) {
    day = addDays(day, 1);
    const working = isWorkingDay(day);
    if (typeof working === 'object') return working;
    if (working) counted += 1;
  }
  return day;
};

/** How many working days lie after `from` up to and including `to`; none where `to` is not later. */
export const workingDaysBetween = (from: string, to: string): number | NoCalendar => {
  let counted = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    const working = isWorkingDay(day);
    if (typeof working === 'object') return working;
    if (working) counted += 1;
  }
  return counted;
};
