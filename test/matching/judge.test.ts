import { describe, expect, test } from 'vitest';
import type { MatchItem } from '../../matching/item.ts';
import { judge } from '../../matching/judge.ts';
import type { ItemJudgement } from '../../matching/judgement.ts';
import { FOUND_MODEL } from '../../matching/model/pair-model.ts';
import { direction } from '../../matching/pair/direction.ts';
import { explain } from '../../matching/pair/explain.ts';
import { comparePair, scorePair } from '../../matching/pair/score-pair.ts';
import { prepareItem } from '../../matching/prepared-item.ts';

const anItem = (name: string, more: Partial<MatchItem> = {}): MatchItem => ({ id: name, name, ...more });
const prepared = (name: string, more: Partial<MatchItem> = {}) => prepareItem(anItem(name, more));
const judged = (name: string, references: readonly string[]): ItemJudgement =>
  judge(
    prepared(name),
    references.map((one) => prepared(one)),
  );

const NAMES = [
  '食品经营许可证核发',
  '残疾人证换领',
  '取水许可证延续审批',
  '个体工商户设立登记',
  '城乡居民基本养老保险待遇申领',
  '公共场所卫生许可',
  '婚姻登记',
  '动物诊疗许可证核发',
  '机动车驾驶证补领',
  '户外广告设施设置审批',
  '老年人优待证办理',
  '林木采伐许可证核发',
] as const;

describe('an item under its own name', () => {
  test.each(NAMES)('%s is found among strangers', (name) => {
    expect(judged(name, NAMES)).toMatchObject({ match: name, relation: 'EQUIVALENT', band: 'AUTO' });
  });

  test.each<[string, Partial<MatchItem>, Partial<MatchItem>]>([
    ['nothing is known beside the name', {}, {}],
    ['only the item has a code', { codes: ['440125017014'] }, {}],
    ['only the reference has a department', {}, { department: '青溪县卫生健康局' }],
    ['only the item has a legal basis', { legalBases: [{ lawName: '中华人民共和国水法' }] }, {}],
    ['only the reference has a type', {}, { type: '行政许可' }],
  ])('%s', (_what, left, right) => {
    for (const name of NAMES) {
      const { match, relation } = judge(prepared(name, left), [prepareItem({ id: 'r', name, ...right })]);
      expect([name, match, relation]).toEqual([name, 'r', 'EQUIVALENT']);
    }
  });
});

describe('candidates compete', () => {
  test.each(NAMES)('two references named %s halve each other and a person decides', (name) => {
    const { candidates, band } = judge(prepared(name), [
      prepareItem({ id: 'b', name }),
      prepareItem({ id: 'a', name }),
    ]);
    expect(candidates.map(({ reference }) => reference)).toEqual(['a', 'b']);
    expect(candidates[0]?.confidence).toBe(candidates[1]?.confidence);
    expect(candidates[0]?.confidence).toBeLessThanOrEqual(0.5);
    expect(band).toBe('REVIEW');
  });

  test('the order of the candidates changes nothing', () => {
    for (const name of [...NAMES, '食品经营许可证变更', '养老保险待遇']) {
      expect(judged(name, [...NAMES].reverse())).toEqual(judged(name, NAMES));
    }
  });

  test('ten are shown at most, best first, their chances a part of one', () => {
    const many = Array.from({ length: 14 }, (_, at) => `食品经营许可证核发（第${at + 1}分局辖区）`);
    for (const name of ['食品经营许可证核发', many[3] ?? '', '婚姻登记']) {
      const { candidates, confidence } = judged(name, many);
      const chances = candidates.map((one) => one.confidence);
      expect(candidates).toHaveLength(10);
      expect(chances).toEqual([...chances].sort((one, other) => other - one));
      expect(chances.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(1 + 1e-5);
      for (const one of [confidence, ...chances]) expect(one >= 0 && one <= 1).toBe(true);
    }
  });
});

describe('what is not the same', () => {
  test.each([
    ['食品经营许可证核发', '殡葬服务机构设立审批'],
    ['残疾人证换领', '取水许可证延续审批'],
    ['志愿者小组风筝会报名', '婚姻登记'],
    ['户外广告设施设置审批', '工伤认定'],
    ['驾驶证补领', '企业所得税年度申报'],
  ])('%s finds nothing in %s', (name, stranger) => {
    expect(judged(name, [stranger])).toMatchObject({ match: null, relation: 'NONE', band: 'NONE' });
  });

  test('without any candidate there is none, for sure', () => {
    expect(judged('婚姻登记', [])).toEqual({
      item: '婚姻登记',
      match: null,
      relation: 'NONE',
      confidence: 1,
      band: 'NONE',
      candidates: [],
      evidence: [],
    });
  });

  test.each(['取水许可证核发', '动物诊疗许可证核发', '残疾人证办理'])(
    'to ask about %s is not to apply for it',
    (name) => {
      for (const about of [`${name}政策咨询`, `${name}办理进度查询`]) {
        const { relation, band } = judged(about, [name]);
        expect([about, relation === 'EQUIVALENT', band === 'AUTO']).toEqual([about, false, false]);
      }
    },
  );

  test.each([
    ['企业职工基本养老保险关系转移接…', '企业职工基本养老保险关系转移接续申请'],
    [
      '在电力设施周围或者电力设施保护区内进行可能危及电力设施安全...',
      '在电力设施周围或者电力设施保护区内进行可能危及电力设施安全作业审批',
    ],
    ['食品经营许可证…', '食品经营许可证核发'],
  ])('%s is cut off: a person decides', (name, whole) => {
    expect(judged(name, [whole]).band).not.toBe('AUTO');
    expect(judged(whole, [name]).band).not.toBe('AUTO');
  });
});

describe('one of several things is not all of them', () => {
  test.each([
    ['危险化学品经营、使用许可', '危险化学品经营许可'],
    ['道路、桥梁占用挖掘审批', '道路占用挖掘审批'],
    ['道路及桥梁占用挖掘审批', '道路占用挖掘审批'],
    ['食品生产经营许可', '食品生产许可'],
  ])('%s is more than %s', (name, part) => {
    expect(judged(name, [part])).toMatchObject({ match: part, relation: 'BROADER', band: 'REVIEW' });
    expect(judged(part, [name])).toMatchObject({ match: name, relation: 'NARROWER', band: 'REVIEW' });
  });

  test.each([
    ['生产、产、销售劣药处罚', '生产、销售劣药处罚'],
    ['食品生产、经营许可', '食品生产经营许可'],
    ['企业设立、变更登记', '企业设立、变更登记'],
  ])('%s lists as much as %s', (name, whole) => {
    expect(judged(name, [whole])).toMatchObject({ match: whole, relation: 'EQUIVALENT' });
  });
});

describe('whom an item is for', () => {
  test.each([
    ['烟草专卖零售许可证注销个人', '烟草专卖零售许可证注销'],
    ['烟草专卖零售许可证注销（单位）', '烟草专卖零售许可证注销'],
    ['房屋租赁备案登记证明打印（单位）', '房屋租赁备案证明打印'],
    ['用气销户-个人', '用气销户'],
  ])('%s is no more than a part of %s', (name, whole) => {
    expect(judged(name, [whole])).toMatchObject({ match: whole, relation: 'NARROWER', band: 'REVIEW' });
  });

  test('what is for one goes to the one that is for them, however it is written', () => {
    const references = ['用气销户（个人）', '用气销户（单位）', '用气销户'];
    for (const name of ['用气销户个人', '用气销户-个人', '用气销户（自然人）']) {
      const { match, relation } = judged(name, references);
      expect([name, match, relation]).toEqual([name, '用气销户（个人）', 'EQUIVALENT']);
    }
  });

  test('what is for all is not the one for some where others have their own', () => {
    const coded = (name: string, code: string) => prepared(name, { codes: [code] });
    const person = coded('用气销户（个人）', '440115058011');
    const unit = coded('用气销户（单位）', '440115058012');
    const { relation, band } = judge(coded('用气销户', '440115058011'), [person, unit]);
    expect([relation, band === 'AUTO']).not.toEqual(['EQUIVALENT', true]);
  });

  test('a word for a unit that only one name has is left to a person', () => {
    const { relation, band } = judged('公证员执业变更单位', ['公证员执业变更']);
    expect([relation, band === 'AUTO']).not.toEqual(['EQUIVALENT', true]);
  });
});

describe('which of two is the narrower', () => {
  const NARROWER: readonly (readonly [string, string])[] = [
    ['取水许可证延续审批', '取水许可证审批'],
    ['公共场所卫生许可（延续）', '公共场所卫生许可'],
    ['企业职工养老保险参保登记', '养老保险参保登记'],
    ['个体工商户注销登记', '个体工商户设立、变更、注销登记'],
    ['中外合资娱乐场所设立审批', '娱乐场所设立审批'],
    ['80周岁以上老年人高龄津贴发放', '高龄津贴发放'],
    ['小学教师资格认定', '教师资格认定'],
  ];
  const OVERLAP: readonly (readonly [string, string])[] = [
    ['个体工商户设立、变更登记', '个体工商户变更、注销登记'],
    ['食品经营许可变更、延续', '食品经营许可延续、注销'],
    ['老年人、残疾人补贴', '残疾人、孤儿补贴'],
  ];
  const directionOf = (left: string, right: string) =>
    direction(comparePair(prepared(left), prepared(right)).comparison);

  test.each(NARROWER)('%s is a part of %s', (narrow, broad) => {
    expect(directionOf(narrow, broad)).toBe('NARROWER');
    expect(directionOf(broad, narrow)).toBe('BROADER');
  });

  test.each(OVERLAP)('%s and %s share a part', (one, other) => {
    expect(directionOf(one, other)).toBe('OVERLAP');
    expect(directionOf(other, one)).toBe('OVERLAP');
  });

  test('a part is never accepted without a person', () => {
    for (const [narrow, broad] of NARROWER) {
      const { relation, band } = judged(narrow, [broad]);
      expect([narrow, relation === 'EQUIVALENT' && band === 'AUTO']).toEqual([narrow, false]);
    }
  });
});

describe('the explanation', () => {
  test('its bits are the odds of the same against the rest', () => {
    for (const left of NAMES.slice(0, 6)) {
      for (const right of [...NAMES, `${left}（变更）`]) {
        const pair = scorePair(prepared(left), prepared(right), FOUND_MODEL);
        const sum = explain(pair, FOUND_MODEL).reduce((total, { bits }) => total + bits, 0);
        expect(sum).toBeCloseTo(Math.log2(pair.same / (1 - pair.same)), 2);
      }
    }
  });

  test('goes from the largest effect to the smallest, what is left over last, in Chinese', () => {
    const { evidence } = judged('食品经营许可证变更', NAMES);
    expect(evidence.at(-1)?.feature).toBe('bias');
    const effects = evidence.slice(0, -1).map(({ bits }) => Math.abs(bits));
    expect(effects).toEqual([...effects].sort((one, other) => other - one));
    for (const { note } of evidence) expect(note).toMatch(/\p{Script=Han}/u);
  });
});
