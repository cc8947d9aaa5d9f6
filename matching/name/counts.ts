import { numeralValue } from '../../catalog/numerals.ts';
import { JOINT } from './unified-text.ts';

const NUMBER = '\\d{1,8}(?:\\.\\d{1,4})?|[零一二两三四五六七八九十百千]{1,12}|[ivx]{1,4}|[甲乙丙丁a-e]';
const UNITS =
  '周岁|岁|星级|级|类|年级|学年|年度|年|个月|月|日|天|小时|学时|吨|立方米|立方|平方米|平方公里|公里|公顷|米|亩|万元|亿元|元|人|' +
  '次(?!性)|批|期|号|孩|胎|张|座|床|层|星|%|兆瓦|千瓦|千伏|公斤|千克|种|型|档|代|届|版|证|照|轮|户|台|辆|艘|头|株|倍|等(?=功|奖)';
const BELOW = '不足|不满|未满|不超过|不大于|不高于|低于|少于|小于';
const ABOVE = '不低于|不少于|不小于|超过|大于|高于|年满|满';
const BEHIND = `(?:\\(含[^()]{0,6}\\))?${JOINT}?(以上|以下|以内|以外)`;

/**
 * A number, its unit, and on which side of it the item lies: 18周岁以上, 不满18周岁, 80-89岁. The numbers are bounded, and
 * begin where no other ends: a long row of numerals is looked at once.
 */
const COUNT = new RegExp(
  `(?:(${BELOW})|(${ABOVE}))?(?<![\\d.零一二两三四五六七八九十百千ivxa-z])(?:(${NUMBER})(?:${UNITS})?[-~至到])?(${NUMBER})(${UNITS})(?:${BEHIND})?`,
  'gu',
);
/** Classes of licences by letter and number: c1, a2. */
const LETTERED = /(?<![a-z\d])[a-e]\d(?![a-z\d])/gu;

/** What every count holds one of. */
export const NUMERALS = '0123456789零一二两三四五六七八九十百千甲乙丙丁abcdeivx';

/** Where on a scale an item lies, as it is told. */
const UP = '以上';
const DOWN = '以下';

/**
 * Numbers and what they count, in digits and with their direction: 八十周岁 is 80岁, 不满18岁 is 18岁以下. In order,
 * without repeats.
 */
export function countsIn(text: string): readonly string[] {
  const counts = new Set<string>();
  for (const [, below, above, from, number = '', unit = '', behind] of text.matchAll(COUNT)) {
    const one = SAME_UNIT[unit] ?? unit;
    const direction =
      behind === undefined ? sideOf(below, above) : behind === UP || behind === '以外' ? UP : DOWN;
    for (const value of valuesOf(number)) counts.add(`${value}${one}${direction}`);
    for (const value of from === undefined ? [] : valuesOf(from)) counts.add(`${value}${one}`);
  }
  for (const [letter] of text.matchAll(LETTERED)) counts.add(letter);
  return counts.size < 2 ? [...counts] : [...counts].sort();
}

const sideOf = (below: string | undefined, above: string | undefined): string =>
  below !== undefined ? DOWN : above === undefined ? '' : UP;

const SAME_UNIT: Readonly<Record<string, string>> = {
  周岁: '岁',
  个月: '月',
  年度: '年',
  星级: '星',
  胎: '孩',
  立方: '立方米',
  千克: '公斤',
};

const ROMAN: Readonly<Record<string, string>> = {
  i: '1',
  ii: '2',
  iii: '3',
  iv: '4',
  v: '5',
  vi: '6',
  vii: '7',
  viii: '8',
  ix: '9',
  x: '10',
};

/** The number of a numeral; of digits in a row, as 二三 in 二三级, each one's own. A bare 百 or 千 stays as it is. */
const valuesOf = (number: string): readonly string[] => {
  if (/\d/u.test(number)) return [String(Number(number))];
  if (/^[甲乙丙丁a-e]$/u.test(number)) return [number];
  const roman = ROMAN[number];
  if (roman !== undefined) return [roman];
  const value = numeralValue(number);
  return value === undefined ? [...number].map((one) => String(numeralValue(one) ?? one)) : [String(value)];
};
