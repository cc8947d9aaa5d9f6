import { describe, expect, test } from 'vitest';
import { ENUMERATIONS } from '../../catalog/enumerations.ts';
import type { Field, FieldOwner } from '../../catalog/fields/field.ts';
import { ALL_FIELDS, FIELDS, fieldByColumn, fieldByTitle, fieldOf, titleKey } from '../../catalog/fields.ts';

const owners = Object.keys(FIELDS) as FieldOwner[];
const repeated = (words: readonly string[]) => words.filter((word, index) => words.indexOf(word) !== index);

/** Column, general family, public-service family: the implementation list of the national platform. */
const IMPLEMENTATION_LIST = `
task_name !! | catalog_code !! | task_code !! | task_handle_item oo | local_catalog_code oo | local_task_code oo
task_type !! | task_state !! | task_version !! | by_law !! | power_source !- | use_level !!
dept_name !! | dept_type !! | dept_code !! | entrust_name oo | anticipate_day !o | anticipate_type !o
anticipate_explain oo | promise_day !o | promise_type !o | promise_explain !o | accept_condition !! | handle_flow !!
is_fee !! | fee_basis oo | server_type !! | project_type !! | handle_type oo | limit_scene_num !!
special_procedure !! | is_single_login !! | app_is_single_login !! | link_addr oo | mobile_terminal_url oo
transact_addr !! | transact_time !! | link_way !! | supervise_way !! | plan_effective_date oo | plan_cancel_date oo
is_entry_center !! | handle_area oo | other_dept oo | service_type oo | limit_explain o- | result_type !!
result_name oo | result_guid oo | is_schedule oo | is_pay_online !! | is_express !! | is_service_terminals oo
user_topic_type oo | corp_topic_type oo | user_character_topic_type oo | corp_character_topic_type oo | is_online !!
online_handle_depth oo | online_handle_url oo | limit_scene_explain oo | town_name oo | town_code oo
village_name oo | village_code oo`
  .trim()
  .split(/\s*[|\n]\s*/u)
  .map((cell) => cell.split(' ') as [string, string]);

const BLOCKS = {
  material: `material_name material_type material_format is_need form_guid example_guid source_type source_explain page_num
    page_format fill_explain accept_stand by_law remark order_num original_amount copy_amount sign_ask is_jzbm jzbm_way
    is_generate_ecert cert_code cert_name issue_dept issue_time`,
  fee: 'fee_name fee_stand by_law is_desc desc_explain order_num remark charge_prop',
  legalBasis: 'law_name law_number clause_number clause_content issue_organ law_effective_date',
  question: 'question answer order_num',
} satisfies Partial<Record<FieldOwner, string>>;

describe('the implementation list', () => {
  test.each(IMPLEMENTATION_LIST)('%s is an element of item or guide, marked %s', (column, marks) => {
    const field = fieldByColumn('item', column) ?? fieldByColumn('guide', column);
    const mark = { required: '!', optional: 'o', absent: '-' } as const;
    expect(field && mark[field.required.general] + mark[field.required.publicService]).toBe(marks);
    expect([fieldByColumn('item', column), fieldByColumn('guide', column)].filter(Boolean)).toHaveLength(1);
  });

  test.each(Object.entries(BLOCKS))('the block %s has its columns', (owner, columns) => {
    for (const column of columns.split(/\s+/u)) {
      expect([column, fieldByColumn(owner as FieldOwner, column)?.column]).toEqual([column, column]);
    }
  });
});

describe.each(owners)('the fields of %s', (owner) => {
  const fields: readonly Field[] = FIELDS[owner];

  test('have elements and columns of their own', () => {
    expect(fields.length).toBeGreaterThan(2);
    expect(repeated(fields.map(({ element }) => element))).toEqual([]);
    expect(repeated(fields.map(({ column }) => column))).toEqual([]);
    for (const field of fields) {
      expect(field.owner).toBe(owner);
      expect(field.element).toMatch(/^[a-z][A-Za-z]*$/u);
      expect(field.column).toMatch(/^[a-z][a-z0-9_]*$/u);
      expect(field.source).not.toBe('');
      expect(fieldOf(owner, field.element as never)).toBe(field);
    }
  });

  test('have titles that lead back to them', () => {
    for (const field of fields) {
      for (const title of [field.chinese, field.column, ...field.aliases]) {
        expect([title, fieldByTitle(title, [owner])?.element]).toEqual([title, field.element]);
      }
      expect(repeated([field.chinese, ...field.aliases].map(titleKey))).toEqual([]);
    }
  });

  test('name a code list exactly when their type needs one', () => {
    for (const { element, type, enumeration } of fields) {
      const wanted = type === 'enumeration' || type === 'enumerations';
      expect([element, enumeration !== undefined]).toEqual([element, wanted]);
      if (enumeration) expect(Object.keys(ENUMERATIONS)).toContain(enumeration);
    }
  });
});

test('Chinese names are unique in the whole registry, and titles in the flat table of item and guide', () => {
  expect(repeated(ALL_FIELDS.map(({ chinese }) => chinese))).toEqual([]);
  const flat: readonly Field[] = [...FIELDS.item, ...FIELDS.guide];
  const titles = flat.flatMap(({ chinese, aliases, column }) => [
    ...new Set([chinese, column, ...aliases].map(titleKey)),
  ]);
  expect(repeated(titles)).toEqual([]);
});

describe('a field says what its standard says', () => {
  test.each([
    ['name', 1000, '国家政务服务平台实施清单要素表（task_name）；GB/T 39046-2020 第 1 项'],
    ['basicCode', 12, '国家政务服务平台实施清单要素表（catalog_code）；GB/T 39046-2020 第 2 项'],
    ['authorityDivision', 1000, 'GB/T 39046-2020 第 9 项'],
    // Without a source of its own an element stands in the table of the national platform.
    ['handlingItemCode', 50, '国家政务服务平台实施清单要素表（task_handle_item）'],
    ['visitReason', 1000, '国家政务服务平台实施清单要素表（limit_scene_explain）'],
  ] as const)('%s: at most %i characters, %s', (element, longest, source) => {
    expect(fieldOf('item', element)).toMatchObject({ longest, source });
  });

  test('and leaves out what the standard leaves open', () => {
    const field = fieldOf('item', 'hasSubItems');
    expect(field.aliases).toEqual([]);
    expect(Object.keys(field).sort()).toEqual(
      'aliases chinese column compareRule differenceGroup element owner required source type'.split(' '),
    );
  });
});

describe('a title of a real table', () => {
  test.each([
    ['事项名称', 'item', 'name'],
    ['* 事项名称：', 'item', 'name'],
    ['一、事项名称', 'item', 'name'],
    ['服务 事项', 'item', 'name'],
    ['职权名称/子项', 'item', 'subItemName'],
    ['实施（共同实施）单位', 'item', 'organisationName'],
    ['承诺时限（工作日）', 'item', 'promisedLimit'],
    ['十三、承诺时限', 'item', 'promisedLimit'],
    ['TASK_CODE', 'item', 'implementationCode'],
    ['乡镇延伸事项的部门源事项', 'item', 'sourceItemCode'],
    ['7、办理时限', 'item', 'promisedLimit'],
    ['(三)受理条件', 'guide', 'acceptCondition'],
    ['示范文本及常见错误示例', 'guide', 'sampleForms'],
    ['监督途径', 'guide', 'supervision'],
    ['item_name', 'item', 'name'],
    ['行政许可事项名称', 'item', 'name'],
    ['便民服务事项', 'item', 'name'],
    ['权责类型', 'item', 'itemType'],
    ['impl_code', 'item', 'implementationCode'],
    ['审批部门', 'item', 'organisationName'],
    ['单位编码', 'item', 'organisationCode'],
    ['责任股室', 'item', 'undertakingOrganisation'],
    ['适用对象', 'item', 'serviceObjects'],
    ['法定审批时限', 'item', 'statutoryLimit'],
    ['受理电话', 'guide', 'consultationPhone'],
  ])('%s is %s.%s', (title, owner, element) => expect(fieldByTitle(title)).toMatchObject({ owner, element }));

  test('means what the block it stands in makes of it', () => {
    expect(fieldByTitle('名称', ['material'])?.element).toBe('name');
    expect(fieldByTitle('依据', ['fee'])?.element).toBe('legalBasis');
    expect(fieldByTitle('收费标准', ['fee', 'guide'])?.owner).toBe('fee');
    expect(fieldByTitle('收费项目', ['item', 'guide', 'fee'])).toMatchObject({
      owner: 'fee',
      element: 'name',
    });
    expect(fieldByTitle('name', ['legalBasis'])?.element).toBe('lawName');
    expect(fieldByTitle('days', ['specialLink'])?.element).toBe('timeLimit');
    expect(fieldByTitle('paper', ['material'])?.element).toBe('paperFormat');
  });

  test.each([
    ['★事项名称☆', 'name'],
    ['\u200B事项\uFEFF名称', 'name'],
    ['事项名称：：', 'name'],
    ['（三）事项名称', 'name'],
    ['十二.事项名称', 'name'],
    ['12、事项名称', 'name'],
    ['3:事项名称', 'name'],
    ['(3)事项名称', 'name'],
    ['(3)、事项名称', 'name'],
    ['３．事项名称', 'name'],
    ['事项名称（必填）', 'name'],
    ['事项名称(必填)(文本)', undefined],
    ['(必填)事项名称(文本)', undefined],
    ['事项名称(必填)文本', undefined],
    ['(十二)事项名称', 'name'],
    ['(12)事项名称', 'name'],
    ['事项(必填)名称', undefined],
    ['事项三、名称', undefined],
    ['三事项名称', undefined],
    ['123、事项名称', undefined],
    ['一二三四、事项名称', undefined],
    ['见三、事项名称', undefined],
    [':事项名称', undefined],
    ['事项：名称', undefined],
  ])('%s is item.%s', (title, element) => expect(fieldByTitle(title, ['item'])?.element).toBe(element));

  test('is looked for among items and guides where nothing else is said', () => {
    expect(fieldByTitle('材料名称')).toBeUndefined();
    expect(fieldByTitle('材料名称', ['material'])?.owner).toBe('material');
    expect(fieldByTitle('事项名称', ['material'])).toBeUndefined();
  });

  test('is compared in half width, lower case, without marks', () => {
    expect(titleKey('七、＊Task_Name （必填）：')).toBe('task_name(必填)');
  });

  test('written as a column is found in any case, by its owner alone', () => {
    expect(fieldByColumn('item', 'Task_Name')?.element).toBe('name');
    expect(fieldByColumn('material', 'task_name')).toBeUndefined();
    expect(fieldOf('item', 'nothing' as string)).toBeUndefined();
  });

  test.each(['', '天气', '（工作日）', '处罚种类'])('%j is no element', (title) => {
    expect(fieldByTitle(title)).toBeUndefined();
  });
});
