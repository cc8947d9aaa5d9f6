import { addDays, addMonths } from '../calendar/days.ts';
import { addWorkingDays, type NoCalendar } from '../calendar/working-days.ts';
import type { TimeUnit } from '../time-limits.ts';

/** A time limit as a check reads it from a record. */
export type Limit =
  | { readonly kind: 'LIMIT'; readonly amount: number; readonly unit: TimeUnit; readonly raw: string }
  /** 「无」, 「法律未规定」: the source states that there is none. */
  | { readonly kind: 'NONE'; readonly raw: string };

export type KnownLimit = Extract<Limit, { kind: 'LIMIT' }>;

export type LimitOrder =
  | { readonly kind: 'ORDER'; readonly order: 'SHORTER' | 'EQUAL' | 'LONGER' }
  /** Found by counting both from a day: another day may give another order where holidays fall between. */
  | { readonly kind: 'COUNTED'; readonly order: 'SHORTER' | 'EQUAL' | 'LONGER'; readonly ends: Ends }
  | { readonly kind: 'INCOMPARABLE' }
  | NoCalendar;

/** The last days of two limits, YYYY-MM-DD. */
export interface Ends {
  readonly left: string;
  readonly right: string;
}

/** A stroke or a dash fills a cell without stating anything. */
const STATES_NONE = /^(?:无|没有|暂无|不涉及)$|^(?:无|没有|暂无|未|法律未|法律法规未).*(?:时限|期限|规定)$/u;

/**
 * The time limit in an element's value `{amount, unit, immediate, raw}`. Undefined where the source says nothing, and
 * where reading could not make it out and has said so.
 */
export const limitOf = (value: unknown): Limit | undefined => {
  const { amount, unit, raw = '' } = (value ?? {}) as Partial<KnownLimit>;
  if (Number.isFinite(amount) && amount !== undefined && unit !== undefined)
    return { kind: 'LIMIT', amount, unit, raw };
  return STATES_NONE.test(raw.replace(/[\s。]/gu, '')) ? { kind: 'NONE', raw } : undefined;
};

/** The limit of an element where it is a number with a unit. */
export const knownLimit = (value: unknown): KnownLimit | undefined => {
  const limit = limitOf(value);
  return limit?.kind === 'LIMIT' ? limit : undefined;
};

const UNIT_WORDS: Readonly<Record<TimeUnit, string>> = {
  HOUR: '小时',
  DAY: '日',
  WORKING_DAY: '个工作日',
  MONTH: '个月',
  YEAR: '年',
};

/** A limit in words: 即办, 5 个工作日, 3 个月. */
export const limitText = ({ amount, unit }: Pick<KnownLimit, 'amount' | 'unit'>): string =>
  amount === 0 ? '即办' : `${amount} ${UNIT_WORDS[unit]}`;

/** Units that stand in a fixed proportion: an hour is a 24th of a day, a year has twelve months. */
const SCALES: Readonly<Record<TimeUnit, { readonly base: string; readonly size: number }>> = {
  HOUR: { base: 'DAY', size: 1 },
  DAY: { base: 'DAY', size: 24 },
  WORKING_DAY: { base: 'WORKING_DAY', size: 1 },
  MONTH: { base: 'MONTH', size: 1 },
  YEAR: { base: 'MONTH', size: 12 },
};

/**
 * Limits in one scale, each as a number: hours with days, months with years, working days among themselves. Zero is
 * zero in each. Undefined where they have no scale in common without a calendar.
 */
export const inOneScale = (limits: readonly KnownLimit[]): readonly number[] | undefined => {
  const bases = new Set(limits.filter(({ amount }) => amount > 0).map(({ unit }) => SCALES[unit].base));
  return bases.size > 1 ? undefined : limits.map(({ amount, unit }) => amount * SCALES[unit].size);
};

/** A sum of limits in their scale, in words of the smallest of their units. */
export const sumText = (sum: number, limits: readonly KnownLimit[]): string => {
  const units = limits.filter(({ amount }) => amount > 0).map(({ unit }) => unit);
  const [unit = 'WORKING_DAY'] = units.toSorted((left, right) => SCALES[left].size - SCALES[right].size);
  return limitText({ amount: sum / SCALES[unit].size, unit });
};

/** Two limits in one scale, or undefined where they have none in common. */
export const pairInOneScale = (left: KnownLimit, right: KnownLimit) => {
  const [first = 0, second = 0] = inOneScale([left, right]) ?? [Number.NaN, Number.NaN];
  return Number.isNaN(first) ? undefined : { left: first, right: second };
};

const orderOf = <Value extends string | number>(left: Value, right: Value) =>
  left === right ? 'EQUAL' : left < right ? 'SHORTER' : 'LONGER';

/** A working day of an office has six hours at least. */
const OFFICE_HOURS = 6;

/** With weekends worked in exchange, no more than seven working days ever stood in a row. */
const leastOfWorkingDays = (amount: number): number => amount + Math.max(0, Math.floor((amount - 1) / 7));

/** A year has some 249 working days, and the longest holiday may fall in between; from 2018 on it was always less. */
const mostOfWorkingDays = (amount: number): number => amount * 1.5 + 12;

/** The least and the most calendar days a limit can take, however holidays fall; hours may be meant as office hours. */
const spanOf = ({ amount, unit }: KnownLimit): readonly [least: number, most: number] => {
  switch (unit) {
    case 'HOUR':
      return [amount / 24, mostOfWorkingDays(Math.ceil(amount / OFFICE_HOURS))];
    case 'DAY':
      return [amount, amount];
    case 'WORKING_DAY':
      return [leastOfWorkingDays(amount), mostOfWorkingDays(amount)];
    default: {
      const months = unit === 'YEAR' ? amount * 12 : amount;
      const [years, rest] = [Math.floor(months / 12), months % 12];
      return [years * 365 + rest * 28, years * 366 + rest * 31];
    }
  }
};

/** The order of limits in different units where it is the same on every day; undefined where it is not certain. */
const certainOrder = (left: KnownLimit, right: KnownLimit): 'SHORTER' | 'LONGER' | undefined => {
  // Hours against working days: both in working days of the shortest kind.
  if (left.unit === 'HOUR' && right.unit === 'WORKING_DAY') {
    return Math.ceil(left.amount / OFFICE_HOURS) <= right.amount ? 'SHORTER' : undefined;
  }
  if (left.unit === 'WORKING_DAY' && right.unit === 'HOUR') {
    return left.amount > Math.ceil(right.amount / OFFICE_HOURS) ? 'LONGER' : undefined;
  }
  const [leftLeast, leftMost] = spanOf(left);
  const [rightLeast, rightMost] = spanOf(right);
  if (leftMost <= rightLeast) return 'SHORTER';
  return leftLeast > rightMost ? 'LONGER' : undefined;
};

/** Beyond some 27 years a number is a slip of the pen, and the end of the days a calendar can name is near. */
const MOST_DAYS = 10_000;

/** The last day of a limit counted from a day; hours have none. */
const lastDay = ({ amount, unit }: KnownLimit, from: string): string | NoCalendar | undefined => {
  if (unit === 'HOUR') return undefined;
  if (unit === 'WORKING_DAY') return addWorkingDays(from, amount);
  if (unit === 'DAY') return addDays(from, amount);
  return addMonths(from, unit === 'YEAR' ? amount * 12 : amount);
};

/**
 * How two limits compare. Units that share a scale are compared as numbers, others as far as the order is certain on
 * every day, and else by the last day of each, counted from `today` with the calendar (标准汇编第六章：换算须依节假日历).
 * INCOMPARABLE where hours stand against days of work, for nobody says how many of them a day has, and in different
 * units beyond 10,000 days.
 */
export const compareLimits = (left: KnownLimit, right: KnownLimit, today: string): LimitOrder => {
  const pair = pairInOneScale(left, right);
  if (pair !== undefined) return { kind: 'ORDER', order: orderOf(pair.left, pair.right) };
  if ([left, right].some((limit) => spanOf(limit)[1] > MOST_DAYS)) return { kind: 'INCOMPARABLE' };
  const certain = certainOrder(left, right);
  if (certain !== undefined) return { kind: 'ORDER', order: certain };
  const [leftEnd, rightEnd] = [lastDay(left, today), lastDay(right, today)];
  if (leftEnd === undefined || rightEnd === undefined) return { kind: 'INCOMPARABLE' };
  if (typeof leftEnd === 'object') return leftEnd;
  if (typeof rightEnd === 'object') return rightEnd;
  return { kind: 'COUNTED', order: orderOf(leftEnd, rightEnd), ends: { left: leftEnd, right: rightEnd } };
};

/** A licence's legal 二十日 are working days (行政许可法第八十二条), and many lists copy the law's word. */
export const inLicensingDays = (legal: KnownLimit): KnownLimit =>
  legal.unit === 'DAY' ? { ...legal, unit: 'WORKING_DAY' } : legal;

/** Whether a limit is more than one day of any kind: older rules let a case done on the spot take one working day. */
export const isOverOneDay = ({ amount, unit }: KnownLimit): boolean => {
  if (unit === 'MONTH' || unit === 'YEAR') return amount > 0;
  return unit === 'HOUR' ? amount > 24 : amount > 1;
};
