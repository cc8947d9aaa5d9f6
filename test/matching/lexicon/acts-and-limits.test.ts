import { describe, expect, test } from 'vitest';
import { normalizeName } from '../../../catalog/names.ts';
import { ACTIONS } from '../../../matching/lexicon/actions.ts';
import type { Action, Qualifier } from '../../../matching/lexicon/entries.ts';
import { FACETS } from '../../../matching/lexicon/facets.ts';
import { FILLERS } from '../../../matching/lexicon/fillers.ts';
import { actsAlike } from '../../../matching/lexicon/knowledge.ts';
import { QUALIFIERS } from '../../../matching/lexicon/qualifiers.ts';
import { analyseName } from '../../../matching/name/analyse.ts';
import { unifiedText } from '../../../matching/name/unified-text.ts';
import { setRelation } from '../../../matching/pair/set-relation.ts';

const twice = (words: readonly string[]): string[] =>
  words.filter((word, index) => words.indexOf(word) !== index);
const actionWords = ACTIONS.flatMap(({ words }) => [...words]);
const qualifierWords = QUALIFIERS.flatMap(({ words }) => [...words]);
const fillerWords = FILLERS.map(({ word }) => word);
const actionOf = (word: string): Action | undefined => ACTIONS.find(({ words }) => words.includes(word));
const relationOf = (thing: string, one: string, other: string): string => {
  const [left, right] = [analyseName(thing + one).acts, analyseName(thing + other).acts];
  const group = actionOf(one)?.group ?? 'KIND';
  return setRelation(left[group], right[group], actsAlike);
};
const qualifierOf = (word: string): Qualifier | undefined =>
  QUALIFIERS.find(({ words }) => words.includes(word));

describe('the lexicon of acts, limits and fillers', () => {
  test('knows enough words', () => {
    expect(actionWords.length).toBeGreaterThan(600);
    expect(qualifierWords.length).toBeGreaterThan(500);
    expect(fillerWords.length).toBeGreaterThan(60);
  });

  test('no word has two meanings', () => {
    expect(twice(actionWords)).toEqual([]);
    expect(twice(qualifierWords)).toEqual([]);
    expect(qualifierWords.filter((word) => actionOf(word) !== undefined)).toEqual([]);
  });

  test('a filler is no act, no limit and no term', () => {
    const telling = new Set([
      ...actionWords,
      ...qualifierWords,
      ...FACETS.flatMap(({ terms }) => terms.flatMap(({ words }) => [...words])),
    ]);
    expect(fillerWords.filter((word) => telling.has(word))).toEqual([]);
  });

  test('a filler is listed once for each place', () => {
    expect(twice(FILLERS.map(({ word, at }) => `${word}|${at ?? ''}`))).toEqual([]);
  });

  test('words stand as names are compared: normalised, without particles, brackets and joints', () => {
    const all = [...actionWords, ...qualifierWords, ...fillerWords];
    expect(all.filter((word) => normalizeName(word) !== word || unifiedText(word) !== word)).toEqual([]);
    expect(all.filter((word) => /[()]|^.?$/u.test(word) && word !== '等')).toEqual([]);
  });

  test('keys of acts are unique and well formed, and likeness goes both ways', () => {
    const keys = ACTIONS.map(({ key }) => key);
    expect(twice(keys)).toEqual([]);
    expect(keys.filter((key) => !/^[A-Z]+(_[A-Z]+)*$/.test(key))).toEqual([]);
    const likes = (key: string): readonly string[] => ACTIONS.find((one) => one.key === key)?.like ?? [];
    const oneSided = ACTIONS.flatMap(({ key, like = [] }) =>
      like.filter((other) => !likes(other).includes(key)).map((other) => `${key} ~ ${other}`),
    );
    expect(oneSided).toEqual([]);
  });

  test('likeness never crosses groups', () => {
    const groups = new Map(ACTIONS.map(({ key, group }) => [key, group]));
    expect(
      ACTIONS.filter(({ like = [], group }) => like.some((other) => groups.get(other) !== group)),
    ).toEqual([]);
  });

  test('sets are well formed, and every entry says where it comes from', () => {
    expect(QUALIFIERS.filter(({ set }) => !/^[a-z][A-Za-z]*$/.test(set))).toEqual([]);
    const entries = [...ACTIONS, ...QUALIFIERS, ...FILLERS];
    expect(entries.filter(({ source }) => source.trim().length < 4)).toEqual([]);
  });

  test('a set belongs to one group', () => {
    const groups = new Map<string, Set<string>>();
    for (const { set, group } of QUALIFIERS) groups.set(set, (groups.get(set) ?? new Set()).add(group));
    expect([...groups].filter(([, found]) => found.size > 1)).toEqual([]);
  });
});

describe('acts', () => {
  test.each([
    ['变更', '注销', 'LIFE_CYCLE'],
    ['新办', '延续', 'LIFE_CYCLE'],
    ['补办', '注销', 'LIFE_CYCLE'],
    ['转入', '转出', 'LIFE_CYCLE'],
    ['封存', '启封', 'LIFE_CYCLE'],
    ['合并', '分立', 'LIFE_CYCLE'],
    ['休学', '复学', 'LIFE_CYCLE'],
    ['停保', '续保', 'LIFE_CYCLE'],
    ['抵押', '解押', 'LIFE_CYCLE'],
    ['新建', '拆除', 'LIFE_CYCLE'],
    ['筹设', '正式设立', 'LIFE_CYCLE'],
    ['许可', '处罚', 'KIND'],
    ['备案', '裁决', 'KIND'],
    ['查询', '预约', 'ABOUT'],
    ['咨询', '投诉', 'ABOUT'],
  ])('%s and %s are different acts of one group', (one, other, group) => {
    const [left, right] = [actionOf(one), actionOf(other)];
    expect([left?.group, right?.group]).toEqual([group, group]);
    expect(left?.key).not.toBe(right?.key);
    expect(left?.like ?? []).not.toContain(right?.key);
  });

  test.each([
    ['首次申请', '新办'],
    ['新设', '设立'],
    ['续期', '延续'],
    ['补发', '补领'],
    ['年审', '年检'],
    ['举报', '投诉举报'],
    ['转报', '审查转报'],
  ])('%s and %s are one act', (one, other) => {
    expect(actionOf(one)).toBeDefined();
    expect(actionOf(one)).toBe(actionOf(other));
  });

  test.each([
    ['核发', '审批'],
    ['许可', '核准'],
    ['终止', '注销'],
    ['换发', '延续'],
    ['备案', '登记'],
    ['发放', '申领'],
    ['初审', '转报'],
  ])('%s and %s cannot be told apart in published lists', (one, other) => {
    expect(relationOf('某证', one, other)).toBe('EQUAL');
  });

  test.each([
    ['补办', '延续'],
    ['补发', '换发'],
    ['迁入', '迁出'],
    ['更正', '变更'],
    ['新增', '增项'],
    ['暂停', '终止'],
    ['解除', '注销'],
    ['撤销', '撤回'],
    ['扩建', '增加'],
    ['改造', '维修'],
    ['许可', '鉴定'],
    ['许可', '奖励'],
    ['登记', '告知'],
  ])('%s and %s are two acts', (one, other) => {
    expect(relationOf('某证', one, other)).toBe('DISJOINT');
  });

  test.each([
    ['补发', '补换发'],
    ['换发', '补换发'],
    ['迁入', '迁移'],
    ['迁出', '迁移'],
  ])('%s is a part of %s', (one, other) => {
    expect(relationOf('某证', one, other)).toBe('RIGHT_MORE');
    expect(relationOf('某证', other, one)).toBe('LEFT_MORE');
  });
});

describe('limits', () => {
  test.each([
    ['个人', '企业'],
    ['一级', '二级'],
    ['甲级', '乙级'],
    ['第二类', '第三类'],
    ['省内', '跨省'],
    ['境内', '境外'],
    ['本市户籍', '外地户籍'],
    ['营利性', '非营利性'],
    ['临时', '长期'],
    ['遗失', '损毁'],
    ['专职', '兼职'],
    ['男性', '女性'],
    ['女职工', '男职工'],
    ['春季', '秋季'],
    ['上半年', '下半年'],
    ['室内', '室外'],
    ['正本', '副本'],
    ['线上', '线下'],
    ['入境', '出境'],
    ['买方', '卖方'],
    ['出租人', '承租人'],
    ['甲型', '乙型'],
    ['日间', '夜间'],
    ['进口', '出口'],
    ['国家级自然保护区', '省级自然保护区'],
    ['即办件', '承诺件'],
  ])('%s and %s exclude each other', (one, other) => {
    const [left, right] = [qualifierOf(one), qualifierOf(other)];
    expect(left?.set).toBe(right?.set);
    expect(left).toBeDefined();
    expect(left).not.toBe(right);
  });

  test.each([
    ['企业', '单位'],
    ['个人', '自然人'],
    ['一级', 'i级'],
    ['网上办理', '线上'],
  ])('%s and %s say the same', (one, other) => {
    expect(qualifierOf(one)).toBeDefined();
    expect(qualifierOf(one)).toBe(qualifierOf(other));
  });

  test.each(['县级行使', '市级权限', '省级', '乡镇级', '市本级'])('%s only says who decides', (word) => {
    expect(qualifierOf(word)?.group).toBe('LEVEL');
  });

  test.each(['省级文物保护单位', '国家级非物质文化遗产', '市级重点实验室'])(
    '%s has a rank of its own, whoever decides',
    (word) => {
      expect(qualifierOf(word)?.group).toBe('GRADE');
    },
  );
});

describe('words that stand inside others', () => {
  const acts = (name: string): string[] => {
    const { actions } = analyseName(name);
    return Object.values(actions).flatMap((places) => places.map((place) => ACTIONS[place]?.key ?? ''));
  };
  const limits = (name: string): string[] =>
    analyseName(name).limits.map(({ place }) => QUALIFIERS[place]?.words[0] ?? '');

  test.each([
    ['教师资格考试网上报名', 'FORWARD'],
    ['建设项目用地预审', 'FIRST_REVIEW'],
    ['提案答复查询', 'REVIEW_AGAIN'],
    ['融资担保管理', 'KEEP'],
    ['二级注册建造师注册', 'BUILD'],
    ['农业可持续发展规划', 'CONTINUE_BENEFIT'],
    ['单用途商业预付卡发卡企业备案', 'ADVANCE'],
    ['火灾事故调查处理', 'PUNISH'],
  ])('%s is no act of %s', (name, act) => {
    expect(acts(name)).not.toContain(act);
  });

  test.each([
    ['婚姻登记证明', 'REGISTER'],
    ['养老保险关系转移接续', 'CARRY_OVER'],
    ['排水许可证明补发', 'PERMIT'],
    ['低压居民网上报装', 'CONNECT'],
  ])('%s is an act of %s', (name, act) => {
    expect(acts(name)).toContain(act);
  });

  test.each([
    ['非公路标志设置', '私有'],
    ['因公司合并申请登记', '因公出国境'],
    ['自然保护区内修筑设施', '省内'],
    ['非正常死亡证明', '正常'],
    ['进出口许可', '出口'],
    ['出入境证件', '入境'],
    ['经营利用野生动物', '营利性'],
  ])('%s does not mean %s', (name, limit) => {
    expect(limits(name)).not.toContain(limit);
  });
});
