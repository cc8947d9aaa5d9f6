import { expect, test } from 'vitest';
import { CHK_06_LICENCE_LIMIT_HAS_BASIS } from '../../../catalog/rules/chk-06-licence-limit-has-basis.ts';
import { aRecord, codesOf, limit } from './handling-record.ts';

const LICENSING_ACT = '《中华人民共和国行政许可法》第四十二条';
const ALONE = { legalBasisText: LICENSING_ACT };
const TOGETHER = { ...ALONE, caseType: 'JOINT' };
const EXTENDED = { ...ALONE, statutoryLimitNote: '经本机关负责人批准可以延长' };

test.each([
  ['20 working days', '20w', ALONE, []],
  ['21 working days', '21w', ALONE, ['CHK_06']],
  ['30 with extension', '30w', EXTENDED, []],
  ['31 with extension', '31w', EXTENDED, ['CHK_06']],
  ['45 together', '45w', TOGETHER, []],
  ['46 together', '46w', TOGETHER, ['CHK_06']],
  ['45 with other organs', '45w', { ...ALONE, jointOrganisations: ['县住建局'] }, []],
  ['60 together with extension', '60w', { ...EXTENDED, caseType: 'JOINT' }, []],
  ['61 together with extension', '61w', { ...EXTENDED, caseType: 'JOINT' }, ['CHK_06']],
  ['20 days, which are working days', '20d', ALONE, []],
  ['21 days', '21d', ALONE, ['CHK_06']],
  ['30 days with extension', '30d', EXTENDED, []],
  ['a month, which may hold 20 working days', '1m', ALONE, []],
  ['60 calendar days', '60d', ALONE, ['CHK_06']],
  ['3 months', '3m', ALONE, ['CHK_06']],
  ['none', '无', ALONE, []],
])('a licence within %s', (_label, legal, more, expected) => {
  const item = { statutoryLimit: limit(legal), ...more };
  expect(codesOf(CHK_06_LICENCE_LIMIT_HAS_BASIS, { item })).toEqual(expected);
});

test.each([
  ['a law of its own', { legalBasisText: '《中华人民共和国渔业法》第二十三条' }, ['CHK_06']],
  [
    'a clause with its period',
    { legalBasisText: '《渔业法》第二十三条：应当自受理之日起六十日内批准。' },
    [],
  ],
  [
    'a clause of the Licensing Act',
    { legalBasisText: '《行政许可法》第四十二条：二十日内作出决定。' },
    ['CHK_06'],
  ],
  ['a clause with a day', { legalBasisText: '《渔业法》第二十三条：自2014年3月1日施行。' }, ['CHK_06']],
  ['a law without brackets', { legalBasisText: '中华人民共和国道路运输条例第十条' }, ['CHK_06']],
  ['a law after the Licensing Act', { legalBasisText: `${LICENSING_ACT}；《食品安全法》` }, ['CHK_06']],
  [
    'a regulation of a province',
    { legalBasisText: '《广东省实施〈中华人民共和国渔业法〉办法》' },
    ['CHK_06'],
  ],
  ['rules that carry out nothing', { legalBasisText: '《实施细则》；《管理办法》' }, ['CHK_06']],
  ['a note of a clause alone', { ...ALONE, statutoryLimitNote: '按第二十三条执行' }, []],
  ['a note of a provincial regulation', { ...ALONE, statutoryLimitNote: '《湖北省实施〈渔业法〉办法》' }, []],
  ['a note of a way of handling', { ...ALONE, statutoryLimitNote: '按审批办法' }, ['CHK_06']],
  ['a note of a law alone', { ...ALONE, statutoryLimitNote: '渔业法' }, []],
  ['a note of no law', { ...ALONE, statutoryLimitNote: '按通常做法' }, ['CHK_06']],
  ['a rule of a department', { legalBasisText: '《出版物市场管理办法》第九条' }, ['CHK_06']],
  ['a way of testing', { legalBasisText: '《检测方法》' }, ['CHK_06']],
  ['the Licensing Act alone', { legalBasisText: '《行政许可法》' }, ['CHK_06']],
  ['a note with a clause', { legalBasisText: LICENSING_ACT, statutoryLimitNote: '依据本省条例第十二条' }, []],
  [
    'a note of the Licensing Act',
    { legalBasisText: LICENSING_ACT, statutoryLimitNote: '按行政许可法第四十二条' },
    ['CHK_06'],
  ],
  ['an empty note and no basis', { statutoryLimitNote: '' }, ['CHK_06']],
  ['no basis and no notes in the list', {}, []],
])('60 working days with %s', (_label, more, expected) => {
  const item = { statutoryLimit: limit('60w'), ...more };
  expect(codesOf(CHK_06_LICENCE_LIMIT_HAS_BASIS, { item })).toEqual(expected);
});

test.each([
  ['a law', { lawName: '中华人民共和国城乡规划法' }, ['CHK_06']],
  ['a clause of the Licensing Act', { lawName: '行政许可法', clauseContent: '四十五日内办结' }, ['CHK_06']],
  ['a rule', { lawName: '城乡规划编制单位资质管理规定' }, ['CHK_06']],
  [
    'a rule whose clause names the period',
    { lawName: '资质管理规定', clauseContent: '自受理之日起60个工作日内' },
    [],
  ],
  [
    'a rule whose clause names none',
    { lawName: '资质管理规定', clauseContent: '由县级以上部门办理' },
    ['CHK_06'],
  ],
  ['a rule whose clause names months', { lawName: '资质管理规定', clauseContent: '三个月内审查完毕' }, []],
  ['a rule whose clause names days', { lawName: '资质管理规定', clauseContent: '六十日内审查完毕' }, []],
  [
    'a rule whose clause speaks of days',
    { lawName: '资质管理规定', clauseContent: '节假日除外' },
    ['CHK_06'],
  ],
  ['no name', { lawName: '' }, []],
])('the bases as a block: %s', (_label, basis, expected) => {
  const item = { statutoryLimit: limit('60w') };
  expect(codesOf(CHK_06_LICENCE_LIMIT_HAS_BASIS, { item, blocks: { legalBases: [basis] } })).toEqual(
    expected,
  );
});

test('an extension in the limit itself counts', () => {
  const statutoryLimit = { ...limit('30w'), raw: '20个工作日（可延长10个工作日）' };
  expect(codesOf(CHK_06_LICENCE_LIMIT_HAS_BASIS, { item: { ...ALONE, statutoryLimit } })).toEqual([]);
});

test('the kind of extension counts as one, and other types have other laws', () => {
  const item = { statutoryLimit: limit('30w'), ...ALONE };
  const guide = { specialProcedureKind: 'EXTENSION' };
  expect(codesOf(CHK_06_LICENCE_LIMIT_HAS_BASIS, { item, guide })).toEqual([]);
  expect(codesOf(CHK_06_LICENCE_LIMIT_HAS_BASIS, { item })).toEqual(['CHK_06']);
  expect(codesOf(CHK_06_LICENCE_LIMIT_HAS_BASIS, { item, itemType: 'CONFIRMATION' })).toEqual([]);
});

test('the finding says the limit and what the Licensing Act allows', () => {
  const item = { statutoryLimit: limit('50w'), ...TOGETHER };
  expect(CHK_06_LICENCE_LIMIT_HAS_BASIS.find(aRecord({ item }))).toEqual([
    {
      code: 'CHK_06',
      field: 'statutoryLimit',
      title: '法定办结时限',
      value: '50 个工作日',
      other: '45',
    },
  ]);
});
