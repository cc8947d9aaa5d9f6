import { numeralValue } from './numerals.ts';
import { type Problem, problem } from './problems.ts';

export const TIME_UNITS = ['HOUR', 'DAY', 'WORKING_DAY', 'MONTH', 'YEAR'] as const;

export type TimeUnit = (typeof TIME_UNITS)[number];

/** A limit as the source states it; nothing is converted, for that needs the calendar of holidays of the year. */
export type TimeLimit =
  | {
      readonly kind: 'LIMIT';
      readonly amount: number;
      readonly unit: TimeUnit;
      /** 即办: done on the spot, amount 0. */
      readonly immediate: boolean;
      readonly raw: string;
    }
  | { readonly kind: 'NONE'; readonly raw: string };

export type TimeLimitResult =
  | TimeLimit
  | { readonly kind: 'UNRECOGNISED'; readonly raw: string; readonly problem: Problem };

export type TimeLimitOrder = 'SHORTER' | 'EQUAL' | 'LONGER' | 'INCOMPARABLE';

const UNIT_WORDS: readonly (readonly [RegExp, TimeUnit])[] = [
  [/^个?(法定)?工作[日天]$/u, 'WORKING_DAY'],
  [/^个?(自然|日历)?[日天]$/u, 'DAY'],
  [/^个?小时$/u, 'HOUR'],
  [/^个?(自然)?月$/u, 'MONTH'],
  [/^年$/u, 'YEAR'],
];

// 及时办理 and 随到随办 name no limit: the one promises diligence, the other that no appointment is needed.
const IMMEDIATE =
  /^(即办|即办件|即时|即时办理|即时办结|即来即办|即审即办|马上办|当场|当场办理|当场办结|现场办结|立等可取|立即办理)$/u;
const NONE =
  /^(无|没有|-+|\/|暂无|不涉及|无法定时限|无法定办结时限|无时限|无期限|无法定期限|没有规定|法律未规定|未规定|无规定)$/u;

const NUMBER = String.raw`\d+|[一二三四五六七八九十]+`;
const UNIT = '个?(?:法定)?工作[日天]|个?(?:自然|日历)?[日天]|个?小时|个?(?:自然)?月|年';
// What is done by then: 内办结, 内上报材料, 内作出是否准予许可的决定. It names an act, so it leaves the limit as it is …
const ACT = String.raw`(?:上报|报送|转报|送审|初审|审核|审查|审批|办结|办理|办毕|完成|作出|做出|提出|出具|答复|回复|告知|送达|颁发|核发|发放|发证|予以|给予)(\p{Script=Han}{0,12})`;
// … unless it speaks of another span, another case or a frequency.
const CHANGES =
  /[一二三四五六七八九十两半几每]个?(?:法定|自然|日历)?(?:工作)?(?:[日天周旬月季年次]|小时)|或|再|另|特殊|特别|复杂|疑难|延|最[长多短快]|除|不[含计]|但|如|若|逾|否则/u;
// An extension is a special procedure beside the limit (延长审批, GB/T 39046-2020 table A.7), not part of it.
const EXTENSION = String.raw`(?:经\p{Script=Han}{1,10}批准,?)?可以?延长(?:至?(?:${NUMBER})(?:${UNIT}))?`;
const LIMIT = new RegExp(
  String.raw`^(?:自?受理(?:之日)?(?:起|后))?(?:在|约|不超过|法定|承诺)?(${NUMBER})\(?(${UNIT})\)?` +
    String.raw`(?:[以之]?内(?:${ACT})?|办结|办理|完成)?(?:\(${EXTENSION}\)|[,;]${EXTENSION})?$`,
  'u',
);

/**
 * Reads a time limit as real lists write it: `30(工作日)`, `20个工作日`, `即办`, `15个工作日内上报材料`, `3个月`, `无`.
 * A bare number takes `unit` when the sheet has a unit column. An extension (`20个工作日(可延长10个工作日)`) leaves the limit
 * at 20 and stays in `raw`. What cannot be read, and a second span or a condition beside the first, is a value with its
 * problem (GB/T 39046-2020 items 15–20); an empty text is NONE.
 */
export function parseTimeLimit(raw: string, unit?: TimeUnit): TimeLimitResult {
  const text = raw
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/[。;,]+$/u, '');
  if (text === '' || NONE.test(text)) return { kind: 'NONE', raw };
  if (IMMEDIATE.test(text)) return { kind: 'LIMIT', amount: 0, unit: 'WORKING_DAY', immediate: true, raw };
  const [, number, word, act = ''] = LIMIT.exec(text) ?? (unit && /^(\d+)()$/u.exec(text)) ?? [];
  const found = word ? unitOf(word) : unit;
  const amount = number === undefined || CHANGES.test(act) ? undefined : numeralValue(number);
  if (amount === undefined || found === undefined) {
    return {
      kind: 'UNRECOGNISED',
      raw,
      problem: problem('UNRECOGNISED_TIME_LIMIT', { value: raw, title: '时限' }),
    };
  }
  return limit(amount, found, raw);
}

/** The unit a word means (工作日, 个月 …), or undefined. */
export function unitOf(word: string): TimeUnit | undefined {
  return UNIT_WORDS.find(([pattern]) => pattern.test(word))?.[1];
}

/** How `left` compares with `right`; limits in different units are INCOMPARABLE, and so is none with any. */
export function compareTimeLimits(left: TimeLimit, right: TimeLimit): TimeLimitOrder {
  if (left.kind === 'NONE' || right.kind === 'NONE')
    return left.kind === right.kind ? 'EQUAL' : 'INCOMPARABLE';
  // On the spot is zero in every unit.
  if (left.unit !== right.unit && left.amount !== 0 && right.amount !== 0) return 'INCOMPARABLE';
  if (left.amount < right.amount) return 'SHORTER';
  return left.amount > right.amount ? 'LONGER' : 'EQUAL';
}

function limit(amount: number, unit: TimeUnit, raw: string): TimeLimit {
  return { kind: 'LIMIT', amount, unit, immediate: amount === 0, raw };
}
