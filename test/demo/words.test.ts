import { describe, expect, test } from 'vitest';
import { chineseNumeral } from '../../demo/chinese-numerals.ts';
import { csvLine } from '../../demo/csv.ts';
import { formerName, nameVariant } from '../../demo/name-variants.ts';
import { randomFor } from '../../demo/random.ts';
import { basisText } from '../../demo/reference-catalog.ts';
import { law, paper, rule } from '../../demo/vocabulary/subject.ts';
import { audienceWords, levelWords, limitWords } from '../../demo/wording.ts';

test.each([
  [1, '一'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [35, '三十五'],
  [100, '一百'],
  [105, '一百零五'],
  [110, '一百一十'],
  [121, '一百二十一'],
])('clause %i is written %s', (value, written) => {
  expect(chineseNumeral(value)).toBe(written);
});

test.each([
  [[law('食品安全法', 35)], '《中华人民共和国食品安全法》第三十五条'],
  [[rule('工伤保险条例', 17, '国务院令第586号')], '《工伤保险条例》（国务院令第586号）第十七条'],
  [
    [paper('意见', '国发〔2014〕8号'), law('律师法', 5)],
    '《意见》（国发〔2014〕8号）；《中华人民共和国律师法》第五条',
  ],
])('a basis is written as offices write it', (bases, text) => {
  expect(basisText(bases)).toBe(text);
});

test.each([
  [['甲', undefined, '乙'], '甲,,乙\n'],
  [['甲,乙', '他说"好"'], '"甲,乙","他说""好"""\n'],
  [['两\n行'], '"两\n行"\n'],
])('a CSV line quotes only where it must', (cells, line) => {
  expect(csvLine(cells)).toBe(line);
});

test.each([
  [20, 0, '20个工作日'],
  [20, 1, '20（工作日）'],
  [0, 0, '即办'],
  [0, 1, '当场办结'],
  [undefined, 0, undefined],
])('%s days in style %i', (days, style, text) => {
  expect(limitWords(days, style)).toBe(text);
});

test('levels and audiences in words', () => {
  expect(levelWords('345')).toBe('市级、县级、镇(乡、街道)级');
  expect(audienceWords('L')).toBe('企业法人；事业法人；社会组织法人');
});

describe('name variants', () => {
  const county = { level: 'COUNTY', name: '青溪县' } as const;
  const names = [
    '食品经营许可（新办）',
    '律师执业证补办',
    '临时救助金申请受理',
    '对在档案工作中做出突出贡献的单位和个人的奖励',
  ];

  test.each(names)('%s is written in many ways, never as it was', (name) => {
    const variants = Array.from({ length: 60 }, (_, index) =>
      nameVariant(name, randomFor(index, name), county),
    );
    const written = variants.flatMap((variant) => variant?.name ?? []);
    expect(written).toHaveLength(60);
    expect(new Set(written).size).toBeGreaterThan(8);
    expect(written).not.toContain(name);
  });

  test('a city notes its own level behind a name, not the county one', () => {
    const city = { level: 'CITY', name: '长风市' } as const;
    const written = Array.from(
      { length: 200 },
      (_, index) => nameVariant('用水报装', randomFor(index), city)?.name ?? '',
    );
    expect(written.filter((name) => name.includes('市级')).length).toBeGreaterThan(5);
    expect(written.filter((name) => name.includes('县级'))).toEqual([]);
  });

  test.each([
    ['对从事食品经营活动的监督检查', '从事食品经营活动监督检查'],
    ['用水报装', '办理用水报装'],
  ])('the earlier edition called %s %s', (name, former) => {
    expect(formerName(name, randomFor(1))).toBe(former);
  });
});
