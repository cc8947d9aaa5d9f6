import { expect, test } from 'vitest';
import { countsIn, NUMERALS } from '../../../matching/name/counts.ts';

test.each([
  ['80周岁以上津贴', ['80岁']],
  ['八十周岁以上津贴', ['80岁']],
  ['一百零五岁', ['105岁']],
  ['两千人', ['2000人']],
  ['十二个月', ['12月']],
  ['3.5吨', ['3.5吨']],
  ['二三级运动员', ['2级', '3级']],
  ['一千二百六十元', ['1260元']],
  ['两万元', ['2万元']],
  ['百人', ['百人']],
  ['三级、二级', ['2级', '3级']],
  ['一级一级', ['1级']],
  ['一次性告知', ['1次']],
  ['统一', []],
  ['取水许可', []],
])('%s', (text, counts) => expect(countsIn(text)).toEqual(counts));

test('every count holds one of the numerals', () => {
  for (const numeral of NUMERALS) expect(countsIn(`${numeral}级`)).toHaveLength(1);
});
