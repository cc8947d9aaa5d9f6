import { expect, test } from 'vitest';
import { countsIn, NUMERALS } from '../../../matching/name/counts.ts';

test.each([
  ['80周岁以上津贴', ['80岁以上']],
  ['八十周岁以上津贴', ['80岁以上']],
  ['80周岁津贴', ['80岁']],
  ['18周岁、以上', ['18岁以上']],
  ['60周岁(含)以上', ['60岁以上']],
  ['不满18周岁', ['18岁以下']],
  ['年满60周岁', ['60岁以上']],
  ['不超过5公里', ['5公里以下']],
  ['80-89岁补贴', ['80岁', '89岁']],
  ['1000人以上5000人以下', ['1000人以上', '5000人以下']],
  ['2023年度缴费', ['2023年']],
  ['2023-2024学年', ['2023学年', '2024学年']],
  ['c1驾驶证', ['c1']],
  ['a证、c证', ['a证', 'c证']],
  ['乙型', ['乙型']],
  ['ii级', ['2级']],
  ['三星级饭店', ['3星']],
  ['3.50吨', ['3.5吨']],
  ['100立方米', ['100立方米']],
  ['app办理', []],
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
  ['一次性告知', []],
  ['一次告知', ['1次']],
  ['统一', []],
  ['取水许可', []],
])('%s', (text, counts) => expect(countsIn(text)).toEqual(counts));

test('every count holds one of the numerals', () => {
  for (const numeral of NUMERALS) expect(countsIn(`${numeral}级`)).toHaveLength(1);
});

test.each(['一', '1', '1.', '1-', '不满', 'i', '一级至', '1级(含'])(
  'a long row of %s is read at once',
  (text) => {
    expect(countsIn(text.repeat(2000))).toBeDefined();
    const spent = performance.now();
    countsIn(text.repeat(20_000));
    expect(performance.now() - spent).toBeLessThan(1000);
  },
);
