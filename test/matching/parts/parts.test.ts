import { describe, expect, test } from 'vitest';
import { judge } from '../../../matching/judge.ts';
import type { ItemJudgement } from '../../../matching/judgement.ts';
import { prepareItem } from '../../../matching/prepared-item.ts';

const judged = (name: string, references: readonly string[], code?: string): ItemJudgement =>
  judge(
    prepareItem({ id: 'i', name, ...(code === undefined ? {} : { codes: [code] }) }),
    references.map((one, at) =>
      prepareItem({ id: one, name: one, ...(code === undefined ? {} : { codes: [`4401150580${10 + at}`] }) }),
    ),
  );

const partsOf = ({ parts }: ItemJudgement): readonly string[] =>
  (parts ?? []).map(({ reference, members }) => `${members.join('+')} ${reference}`);

const WHOLE = [
  [
    '企业设立、变更、注销登记',
    ['企业设立登记', '企业变更登记', '企业注销登记', '企业登记', '企业登记档案查询'],
    ['设立 企业设立登记', '变更 企业变更登记', '注销 企业注销登记'],
  ],
  [
    '网络文化经营许可证（核发、延续）',
    ['网络文化经营许可证', '网络文化经营许可证延续', '网络文化经营许可证核发', '网络文化经营许可证注销'],
    ['核发 网络文化经营许可证核发', '延续 网络文化经营许可证延续'],
  ],
  [
    '护士、乡村医生执业注册',
    ['乡村医生执业注册', '护士执业注册', '医师执业注册'],
    ['护士 护士执业注册', '乡村医生 乡村医生执业注册'],
  ],
  [
    '烟花爆竹经营许可（批发、零售）',
    ['烟花爆竹经营（零售）许可', '烟花爆竹经营（批发）许可'],
    ['批发 烟花爆竹经营（批发）许可', '零售 烟花爆竹经营（零售）许可'],
  ],
  [
    '工伤认定及劳动能力鉴定',
    ['工伤认定', '劳动能力鉴定', '工伤保险待遇申领'],
    ['工伤认定 工伤认定', '劳动能力鉴定 劳动能力鉴定'],
  ],
  [
    '危险化学品、易制毒化学品经营许可',
    ['易制毒化学品经营许可', '危险化学品经营许可'],
    ['危险化学品 危险化学品经营许可', '易制毒化学品 易制毒化学品经营许可'],
  ],
  ['补、换领驾驶证', ['补领驾驶证', '换领驾驶证'], ['补领 补领驾驶证', '换领 换领驾驶证']],
  [
    '农药生产、经营许可',
    ['农药生产许可', '农药经营许可', '农药登记'],
    ['生产 农药生产许可', '经营 农药经营许可'],
  ],
  [
    '食品生产经营许可证核发',
    ['食品生产许可证核发', '食品经营许可证核发', '食品经营许可证变更'],
    ['生产 食品生产许可证核发', '经营 食品经营许可证核发'],
  ],
  [
    '民办幼儿园变更负责人许可、注销许可',
    ['民办幼儿园变更负责人许可', '民办幼儿园变更名称许可', '民办幼儿园注销许可'],
    ['变更负责人许可 民办幼儿园变更负责人许可', '注销许可 民办幼儿园注销许可'],
  ],
  [
    '临时救助金停发申请受理、发放信息查询',
    ['临时救助金停发申请', '临时救助金发放信息查询', '临时救助金政策咨询', '临时救助金给付'],
    ['停发申请受理 临时救助金停发申请', '发放信息查询 临时救助金发放信息查询'],
  ],
  [
    '宗教临时活动地点变更备案、注销备案',
    ['宗教临时活动地点备案、变更和注销', '宗教临时活动地点变更备案', '宗教临时活动地点注销备案'],
    ['变更备案 宗教临时活动地点变更备案', '注销备案 宗教临时活动地点注销备案'],
  ],
  ['药品批发零售许可', ['药品批发许可', '药品零售许可'], ['批发 药品批发许可', '零售 药品零售许可']],
] as const;

describe('an item made of several references', () => {
  test.each(WHOLE)('%s', (name, references, parts) => {
    const judgement = judged(name, references);
    expect(partsOf(judgement)).toEqual(parts);
    expect(judgement).toMatchObject({ relation: 'BROADER', band: 'REVIEW', rest: [] });
    expect(parts.map((part) => part.split(' ')[1])).toContain(judgement.match);
  });

  test.each(WHOLE)('%s, whatever the order of the candidates', (name, references) => {
    expect(judged(name, references.toReversed())).toEqual(judged(name, references));
  });

  test('what no reference answers is told', () => {
    const { parts, rest } = judged('公共场所卫生许可（新办、变更、注销）', [
      '公共场所卫生许可（新办）',
      '公共场所卫生许可（变更）',
    ]);
    expect(parts).toHaveLength(2);
    expect(rest).toEqual(['注销']);
  });

  test('a reference of two acts is one part, beside that of the third', () => {
    const judgement = judged('企业设立、变更、注销登记', ['企业设立登记', '企业变更、注销登记']);
    expect(partsOf(judgement)).toEqual(['设立 企业设立登记', '变更+注销 企业变更、注销登记']);
  });

  test('the code of one part does not make the item that part', () => {
    const references = ['企业设立登记', '企业变更登记', '企业注销登记'];
    const { relation, band, parts } = judged('企业设立、变更、注销登记', references, '440115058011');
    expect([relation, band, parts?.length]).toEqual(['BROADER', 'REVIEW', 3]);
  });

  test('of a part that stands twice in the catalog one is taken, and a person asked', () => {
    const twice = judge(prepareItem({ id: 'i', name: '企业变更、注销登记' }), [
      prepareItem({ id: 'c', name: '企业变更登记' }),
      prepareItem({ id: 'b', name: '企业变更登记' }),
      prepareItem({ id: 'a', name: '企业注销登记' }),
    ]);
    expect(twice.parts?.map(({ reference }) => reference)).toEqual(['b', 'a']);
    expect(twice.confidence).toBeLessThan(0.6);
  });

  test('of namesakes the one that says no more is the part', () => {
    const site = '宗教临时活动地点';
    const references = [`${site}备案公共服务`, `${site}备案`, `${site}变更备案`];
    const { parts, confidence } = judged(`${site}备案、变更备案`, references);
    expect(parts?.map(({ reference }) => reference)).toEqual([`${site}备案`, `${site}变更备案`]);
    expect(confidence).toBeGreaterThan(0.9);
  });

  test('the code of the item speaks for the part that has it', () => {
    const references = ['公共租赁住房租金减免申请', '公共租赁住房续租申请'];
    const name = '公共租赁住房租金减免受理、续租申请';
    const chanceOf = (judgement: ItemJudgement) =>
      judgement.parts?.find(({ reference }) => reference === references[0])?.confidence ?? 0;
    expect(chanceOf(judged(name, references, '440115058010'))).toBeGreaterThan(
      chanceOf(judged(name, references)),
    );
  });

  test('every part brings its own reasons', () => {
    const { parts } = judged('企业变更、注销登记', ['企业变更登记', '企业注销登记']);
    for (const { evidence, confidence } of parts ?? []) {
      expect(confidence).toBeGreaterThan(0.5);
      expect(evidence.length).toBeGreaterThan(0);
    }
  });
});

describe('an item that is not made of them', () => {
  test.each([
    [
      'a reference is all of it',
      '企业变更、注销登记',
      ['企业变更、注销登记', '企业变更登记', '企业注销登记'],
    ],
    ['only one of its acts is there', '企业变更、注销登记', ['企业变更登记', '企业登记']],
    ['the objects are others', '社会团体变更、注销登记', ['民办非企业单位变更登记', '基金会注册登记']],
    [
      'one reference has both activities',
      '食品生产、经营许可',
      ['食品生产经营许可', '食品生产许可', '食品经营许可'],
    ],
    ['it does one thing', '企业变更登记', ['企业变更登记', '企业注销登记']],
    ['its name was cut off', '企业设立、变更、注…', ['企业设立登记', '企业变更登记']],
    ['what it joins is no list of objects', '公证员执业、变更许可', ['合伙企业变更登记', '公证员执业许可']],
    [
      'the first alone says whose the others are',
      '劳务派遣经营单位名称、住所、法定代表人变更审批',
      ['食品经营许可变更住所', '食品经营许可变更法定代表人'],
    ],
    [
      'a reference is about a thing the item does not name',
      '医疗机构名称、地址变更',
      ['医疗机构名称变更登记', '烟草专卖零售许可证经营地址变更'],
    ],
    ['references list more than it does', '企业变更、延续登记', ['企业变更、注销登记', '企业延续、注销登记']],
  ])('%s', (_why, name, references) => {
    expect(judged(name, references).parts).toBeUndefined();
  });
});
