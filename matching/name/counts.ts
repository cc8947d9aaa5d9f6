const DIGITS = '零一二三四五六七八九';
const COUNT =
  /(\d+(?:\.\d+)?|[零一二两三四五六七八九十百千]+)(周岁|岁|级|类|年|个月|月|日|吨|公里|米|平方米|公顷|亩|万元|元|人|次|批|期|号|孩)/gu;

/** What every count holds one of. */
export const NUMERALS = `0123456789${DIGITS}两十百千`;

/** Numbers and what they count, in digits: 八十周岁 and 80岁 are both 80岁. In order, without repeats. */
export function countsIn(text: string): readonly string[] {
  const counts = new Set<string>();
  for (const [, number = '', unit = ''] of text.matchAll(COUNT)) {
    const value = /\d/u.test(number) ? number : String(numeralValue(number));
    counts.add(`${value}${unit === '周岁' ? '岁' : unit === '个月' ? '月' : unit}`);
  }
  return [...counts].sort();
}

/** The value of a Chinese numeral below ten thousand. */
function numeralValue(numeral: string): number {
  let sum = 0;
  let digit = 0;
  for (const character of numeral) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[character];
    if (unit === undefined) digit = character === '两' ? 2 : DIGITS.indexOf(character);
    else {
      sum += (digit === 0 ? 1 : digit) * unit;
      digit = 0;
    }
  }
  return sum + digit;
}
