const DAY_IN_MILLISECONDS = 86_400_000;

const moment = (day: string): number => Date.parse(`${day}T00:00:00Z`);

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The day `count` calendar days after `day` (YYYY-MM-DD), or before it where `count` is negative. */
export const addDays = (day: string, count: number): string =>
  dayOf(moment(day) + count * DAY_IN_MILLISECONDS);

/**
 * The day of the same number `count` months later, or the last of that month where it has no such day
 * (民法典第二百零二条).
 */
export const addMonths = (day: string, count: number): string => {
  const start = new Date(moment(day));
  const first = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + count, 1);
  const last = new Date(first);
  const days = new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth() + 1, 0)).getUTCDate();
  return dayOf(first + (Math.min(start.getUTCDate(), days) - 1) * DAY_IN_MILLISECONDS);
};

/** Whether a day (YYYY-MM-DD) is a Saturday or a Sunday. */
export const isWeekend = (day: string): boolean => [0, 6].includes(new Date(moment(day)).getUTCDay());

/** The year of a day (YYYY-MM-DD). */
export const yearOf = (day: string): number => Number(day.slice(0, 4));

/** Whether a text is a day (YYYY-MM-DD) that the calendar has, from the year 1 on: JavaScript would turn 31 February into 3 March. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/u.test(text) &&
  text >= '0001' &&
  !Number.isNaN(moment(text)) &&
  dayOf(moment(text)) === text;
