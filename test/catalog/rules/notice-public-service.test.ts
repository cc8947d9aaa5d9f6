import { describe, expect, test } from 'vitest';
import { NOTICE_CATEGORY } from '../../../catalog/rules/notice-category.ts';
import { NOTICE_EXCLUDED_ITEMS } from '../../../catalog/rules/notice-excluded-items.ts';
import { NOTICE_SERVICE_OBJECT } from '../../../catalog/rules/notice-service-object.ts';
import { aRecord, codesOf, type RecordParts } from './handling-record.ts';

const PUBLIC = { listKind: 'PUBLIC_SERVICE', family: 'publicService', itemType: 'PUBLIC_SERVICE' } as const;

describe('the category', () => {
  test.each<[string, RecordParts, readonly string[]]>([
    ['on application', { item: { serviceMode: 'ON_APPLICATION' } }, []],
    ['on its own initiative', { item: { serviceMode: 'PROACTIVE' } }, []],
    ['a list without the column', {}, []],
    ['another list', { listKind: 'GOVERNMENT_SERVICE', columns: ['serviceMode'] }, []],
    [
      'a word no list knows',
      { item: { unrecognised: [{ element: 'serviceMode' }] }, columns: ['serviceMode'] },
      [],
    ],
    ['nothing', { columns: ['serviceMode'] }, ['NOTICE_CATEGORY']],
    ['blank', { item: { serviceMode: '' } }, ['NOTICE_CATEGORY']],
    ['by right of office', { item: { serviceMode: 'EX_OFFICIO' } }, ['NOTICE_CATEGORY_EX_OFFICIO']],
    ['by right of office elsewhere', { listKind: 'POWER', item: { serviceMode: 'EX_OFFICIO' } }, []],
  ])('%s', (_label, parts, expected) =>
    expect(codesOf(NOTICE_CATEGORY, { ...PUBLIC, ...parts })).toEqual(expected),
  );
});

describe('whom a service serves', () => {
  test.each<[string, RecordParts, readonly string[]]>([
    ['persons', { item: { serviceObjects: ['NATURAL_PERSON'] } }, []],
    ['organs among others', { item: { serviceObjects: ['GOVERNMENT_ORGAN', 'ENTERPRISE'] } }, []],
    ['a list without the column', {}, []],
    ['another list', { listKind: 'POWER', columns: ['serviceObjects'] }, []],
    [
      'a word no list knows',
      { item: { unrecognised: [{ element: 'serviceObjects' }] }, columns: ['serviceObjects'] },
      [],
    ],
    ['nothing', { columns: ['serviceObjects'] }, ['NOTICE_SERVICE_OBJECT']],
    ['an empty list', { item: { serviceObjects: [] } }, ['NOTICE_SERVICE_OBJECT']],
    ['organs only', { item: { serviceObjects: ['GOVERNMENT_ORGAN'] } }, ['NOTICE_SERVICE_OBJECT_ORGAN']],
    ['organs only, elsewhere', { listKind: 'POWER', item: { serviceObjects: ['GOVERNMENT_ORGAN'] } }, []],
  ])('%s', (_label, parts, expected) =>
    expect(codesOf(NOTICE_SERVICE_OBJECT, { ...PUBLIC, ...parts })).toEqual(expected),
  );
});

describe('what a list of public services leaves out', () => {
  const found = (parts: RecordParts) =>
    NOTICE_EXCLUDED_ITEMS.find(aRecord({ ...PUBLIC, ...parts })).map(({ code, detail, value }) => [
      code,
      detail ?? value,
    ]);

  test.each([
    '最低生活保障金申请',
    '公务员录用考试报名',
    '事业单位法人年度报告公示',
    '事业单位公开招聘',
    '特种作业人员考核',
    '企业职工技能培训',
    '临时救助申请',
    '临时占用城市道路咨询',
    '食品安全培训服务',
    '专项整治行动举报受理',
    '文明城市创建工作咨询',
    '上级 交办的任务',
    '政府在上一年度统一部署的工作',
    '上级交办的各项重点培训任务',
  ])('%s stays', (name) => expect(found({ item: { name } })).toEqual([]));

  test.each([
    ['机关工作人员年度考核', 'NOTICE_INTERNAL', '机关工作人员年度考核'],
    ['事业单位工作人员奖惩', 'NOTICE_INTERNAL', '事业单位工作人员奖惩'],
    ['公务员教育培训', 'NOTICE_INTERNAL', '公务员教育培训'],
    ['行政机关及其工作人员处分', 'NOTICE_INTERNAL', '行政机关及其工作人员处分'],
    ['内部职工休假', 'NOTICE_INTERNAL', '内部职工休假'],
    ['完成上级交办的各项任务', 'NOTICE_TEMPORARY', '上级交办的各项任务'],
    ['临时性工作服务', 'NOTICE_TEMPORARY', '临时性工作'],
    ['文明城市创建工作', 'NOTICE_TEMPORARY', '创建工作'],
    ['市场秩序专项整治', 'NOTICE_TEMPORARY', '专项整治'],
    ['党委部署的工作', 'NOTICE_TEMPORARY', '党委部署的工作'],
    ['上级交办任务', 'NOTICE_TEMPORARY', '上级交办任务'],
    ['党委政府统一部署的重点事项', 'NOTICE_TEMPORARY', '党委政府统一部署的重点事项'],
    ['市场秩序专项整治行动', 'NOTICE_TEMPORARY', '专项整治行动'],
    ['迎检阶段性任务', 'NOTICE_TEMPORARY', '阶段性任务'],
  ])('%s goes', (name, code, words) => {
    expect(found({ item: { name } })).toEqual([[code, words]]);
    expect(found({ item: { name: '甲', serviceContent: name } })).toEqual([[code, words]]);
    expect(found({ listKind: 'GOVERNMENT_SERVICE', item: { name } })).toEqual([]);
  });

  test.each(['机关工作人员年度考核', '文明城市创建工作'])('%s is quoted whole', (name) =>
    expect(
      NOTICE_EXCLUDED_ITEMS.find(aRecord({ ...PUBLIC, item: { name } })).map(({ value }) => value),
    ).toEqual([name]),
  );

  test.each(['serviceContent', 'remark', 'legalBasisText'])(
    'a passing task made a rule in its %s stays',
    (element) =>
      expect(found({ item: { name: '文明城市创建工作', [element]: '经常性开展并已制度化' } })).toEqual([]),
  );

  test.each<[RecordParts['itemType'], readonly (readonly string[])[]]>([
    ['PUBLIC_SERVICE', []],
    ['UNRECOGNISED', []],
    [undefined, []],
    ['JOINT_HANDLING', []],
    ['LICENSING', [['NOTICE_POWER_ITEM', '行政许可']]],
    ['CONFIRMATION', [['NOTICE_POWER_ITEM', '行政确认']]],
    ['POWER_GROUP', [['NOTICE_POWER_ITEM', '行政权力事项']]],
    ['INSPECTION', [['NOTICE_POWER_ITEM', '行政检查']]],
    ['OTHER_POWER', [['NOTICE_POWER_ITEM_OTHER', '其他行政权力']]],
  ])('type %s', (itemType, expected) => {
    expect(found({ itemType, item: { name: '甲' } })).toEqual(expected);
    expect(found({ itemType, item: { name: '甲' }, listKind: 'POWER' })).toEqual([]);
  });
});
