import { describe, expect, test } from 'vitest';
import { countsIn } from '../../../matching/name/counts.ts';
import { twinsOf } from '../../../matching/training/twins.ts';

const NAMES = [
  '80周岁以上老年人高龄津贴申领',
  '取水许可',
  '食品经营许可证变更',
  '二级建造师注册',
  '国有建设用地使用权登记',
  '不动产抵押登记',
  '机动车登记',
  '城镇职工基本医疗保险参保登记',
  '公共场所卫生许可',
  '排污许可证核发',
  '民办学校设立审批',
  '2023年度高校毕业生就业补贴',
];
/** The same kinds of names in many wordings, as labels have them. */
const MANY = NAMES.flatMap((name) =>
  Array.from({ length: 200 }, (_, at) => `${name}${String.fromCharCode(0x4e10 + at)}点`),
);
const twins = twinsOf([...NAMES, ...MANY], 2).map(({ left, right, relation }) => ({
  left: left.name,
  right: right?.name ?? '',
  relation,
}));

/** What is left of a name without its numbers. */
const numberless = (name: string): string => name.replace(/[\d一二三四五六七八九]+/gu, '#');

describe('twins', () => {
  test('the same names give the same twins, whatever their order', () => {
    expect(twinsOf([...NAMES].reverse(), 20)).toEqual(twinsOf(NAMES, 20));
  });

  test('some differ in a number alone, and are different items', () => {
    const numbered = twins.filter(
      ({ left, right }) => left !== right && numberless(left) === numberless(right),
    );
    expect(numbered.length).toBeGreaterThan(20);
    for (const { left, right, relation } of numbered) {
      expect([left, right, relation]).toEqual([left, right, 'DIFFERENT']);
      expect(countsIn(left)).not.toEqual(countsIn(right));
    }
  });

  test.each([
    ['以上', '以下'],
    ['春季', '秋季'],
    ['室内', '室外'],
    ['正本', '副本'],
  ])('some differ in %s and %s alone, and are different items', (one, other) => {
    const turned = twins.filter(
      ({ left, right }) => left !== right && left.includes(one) && left.replace(one, other) === right,
    );
    expect(turned.length).toBeGreaterThan(0);
    expect(new Set(turned.map(({ relation }) => relation))).toEqual(new Set(['DIFFERENT']));
  });

  test('audiences that are part of each other are never laid side by side as different', () => {
    const bracket = (name: string): string => /（([^）]+)）$/u.exec(name)?.[1] ?? '';
    for (const { left, right } of twins.filter(({ relation }) => relation === 'DIFFERENT')) {
      const pair = [bracket(left), bracket(right)].sort().join('/');
      expect(['企业/单位', '个人/未成年人', '城乡居民/本地户籍', '企业/机关事业单位']).not.toContain(pair);
    }
  });

  test('no word is changed inside a longer one', () => {
    // 动产抵押 is no word of 不动产抵押.
    const ofProperty = twins
      .filter(({ left }) => left.startsWith('不动产抵押登记'))
      .map(({ right }) => right);
    expect(ofProperty.filter((name) => /^不(?!动产)/u.test(name))).toEqual([]);
  });
});
