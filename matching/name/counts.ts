import { numeralValue } from '../../catalog/numerals.ts';

const COUNT =
  /(\d+(?:\.\d+)?|[零一二两三四五六七八九十百千]+)(周岁|岁|级|类|年|个月|月|日|吨|公里|米|平方米|公顷|亩|万元|元|人|次|批|期|号|孩)/gu;

/** What every count holds one of. */
export const NUMERALS = '0123456789零一二两三四五六七八九十百千';

/** Numbers and what they count, in digits: 八十周岁 and 80岁 are both 80岁. In order, without repeats. */
export function countsIn(text: string): readonly string[] {
  const counts = new Set<string>();
  for (const [, number = '', unit = ''] of text.matchAll(COUNT)) {
    for (const value of valuesOf(number)) counts.add(`${value}${SAME_UNIT[unit] ?? unit}`);
  }
  return [...counts].sort();
}

const SAME_UNIT: Readonly<Record<string, string>> = { 周岁: '岁', 个月: '月' };

/** The number of a numeral; of digits in a row, as 二三 in 二三级, each one's own. A bare 百 or 千 stays as it is. */
const valuesOf = (number: string): readonly string[] => {
  if (/\d/u.test(number)) return [number];
  const value = numeralValue(number);
  return value === undefined ? [...number].map((one) => String(numeralValue(one) ?? one)) : [String(value)];
};
