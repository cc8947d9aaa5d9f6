import { describe, expect, test } from 'vitest';
import { ALL_FIELDS } from '../../../catalog/fields.ts';
import { mappingFrom } from '../../../intake/layouts/column-mapping.ts';
import { targetId } from '../../../intake/layouts/column-target.ts';
import { type MappedColumn, mapColumns } from '../../../intake/layouts/map-columns.ts';
import { titleCandidates } from '../../../intake/layouts/title-candidates.ts';
import { plainTitle } from '../../../intake/layouts/title-text.ts';

type Columns = readonly (readonly [title: string, ...samples: string[]])[];

const mapped = (columns: Columns, ...rest: [ReturnType<typeof mappingFrom>?]): readonly MappedColumn[] =>
  mapColumns(
    columns.map(([title, ...samples], column) => ({ column, stack: title.split('/'), samples })),
    ...rest,
  );

const told = ({ title, how, slot }: MappedColumn): string => `${title} ${how} ${targetId(slot)}`;

const one = (title: string, ...samples: string[]): MappedColumn => {
  const [column] = mapped([[title, ...samples]]);
  if (column === undefined) throw new Error('no column');
  return column;
};

describe('a misspelt title is taken, with what it was taken for', () => {
  test.each([
    ['事顶名称', 'item.name'],
    ['事项名秤', 'item.name'],
    ['实旅主体', 'item.organisationName'],
    ['办里时限', 'item.promisedLimit'],
    ['设定依剧', 'item.legalBasisText'],
    ['申请村料', 'guide.materialsText'],
    ['行使层极', 'item.exerciseLevels'],
    ['服务对像', 'item.serviceObjects'],
    ['咨旬电话', 'guide.consultationPhone'],
    ['法定办接时限', 'item.statutoryLimit'],
  ])('%s is %s', (title, id) => {
    const column = one(title);
    expect([column.how, targetId(column.slot)]).toEqual(['LIKELY', id]);
    expect(column.score).toBeGreaterThanOrEqual(0.85);
    expect(column.candidates[0]?.id).toBe(id);
  });
});

describe('values decide where the title is merely near', () => {
  test.each([
    ['事项类行', ['行政许可', '行政确认', '公共服务'], 'LIKELY', 'item.itemType'],
    ['事项类行', ['甲', '乙', '丙'], 'UNKNOWN', 'other'],
    ['承诺办理日限', ['5个工作日', '即办', '20个工作日'], 'UNSURE', 'other'],
    ['承诺办理日限', ['张三', '李四', '王五'], 'UNKNOWN', 'other'],
    ['是否网上收费', ['是', '否', '是'], 'UNSURE', 'other'],
    ['便民事项名称表', ['婚姻登记办理', '收养登记办理', '高龄津贴申领'], 'LIKELY', 'item.name'],
    ['便民事项名称表', ['是', '否', '是'], 'UNKNOWN', 'other'],
  ] as const)('%s over %j is %s %s', (title, samples, how, id) => {
    const column = one(title, ...samples);
    expect([column.how, targetId(column.slot)]).toEqual([how, id]);
  });
});

describe('a title that may be two things, or is neither near nor far, is asked about', () => {
  test.each([
    ['许可证件', ['item.licenceArea', 'item.licenceName']],
    ['问责依据', ['item.accountability']],
    ['监管部门', ['item.organisationName']],
  ])('%s may be %j', (title, ids) => {
    const column = one(title);
    expect([column.how, targetId(column.slot)]).toEqual(['UNSURE', 'other']);
    expect(column.candidates.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  });

  test('unless another column has the element already', () => {
    expect(mapped([['责任主体'], ['监管部门']]).map(told)).toEqual([
      '责任主体 EXACT item.organisationName',
      '监管部门 UNKNOWN other',
    ]);
  });
});

test.each([
  ...['联系人', '分管领导', '审核意见', '牵头部门', '对应省级事项名称', '高频事项', '廉政风险点', '防控措施'],
  ...[
    '是否纳入一件事',
    '近三年办件量',
    '处罚种类',
    '违法程度',
    '职责边界换分',
    '岗位等级',
    '县级承诺办结时限',
  ],
])('%s is no element and nobody is asked', (title) => expect(one(title).how).toBe('UNKNOWN'));

describe('columns are told by their neighbours and values', () => {
  const CODES = ['440125010000', '440125010001', '440125010002'];
  const LONG = CODES.map((code) => `11440000006939756B2${code}`);
  test.each([
    [[['法定时限'], ['单位'], ['承诺时限'], ['单位']], '单位 EXACT item.promisedLimitUnit', 3],
    [[['事项名称'], ['单位']], '单位 EXACT item.organisationName', 1],
    [[['实施主体'], ['编码']], '编码 EXACT item.organisationCode', 1],
    [[['主项名称'], ['编码'], ['事项名称']], '编码 EXACT item.mainItemCode', 1],
    [[['事项名称'], ['编码', ...CODES]], '编码 LIKELY item.basicCode', 1],
    [[['事项名称'], ['编码', ...LONG]], '编码 LIKELY item.implementationCode', 1],
    [[['事项名称'], ['编码', 'A-1', 'A-2', 'A-3']], '编码 UNSURE other', 1],
    [[['事项名称'], ['事项编码', ...LONG]], '事项编码 LIKELY item.implementationCode', 1],
    [[['事项名称'], ['事项编码', ...CODES]], '事项编码 EXACT item.basicCode', 1],
    [[['编号', '1', '2', '3'], ['事项名称']], '编号 EXACT ignore', 0],
    [[['编号', 'XK-01', 'XK-02', 'XK-03'], ['事项名称']], '编号 LIKELY item.localImplementationCode', 0],
    [[['序号', '一', '二'], ['事项名称']], '序号 EXACT ignore', 0],
    [[['收费标准'], ['依据'], ['设定依据']], '依据 EXACT guide.feeBasis', 1],
    [[['依据'], ['收费标准']], '依据 EXACT item.legalBasisText', 0],
    [[['事项名称'], ['名称']], '名称 UNKNOWN other', 1],
    [[['类型'], ['名称']], '名称 EXACT item.name', 1],
    [[['事项名称'], ['材料名称'], ['份数']], '份数 EXACT material.copies', 2],
    [[['事项名称'], ['份数']], '份数 UNKNOWN other', 1],
    [[['材料名称'], ['是否必要'], ['依据']], '依据 EXACT material.legalBasis', 2],
  ] as const)('%j: %s', (columns, expected, index) => {
    expect(told(mapped(columns as unknown as Columns)[index] as MappedColumn)).toBe(expected);
  });
});

describe('a mapping decides first', () => {
  const mapping = mappingFrom([
    ['牵头部门', 'item.organisationName'],
    ['事项名称', 'ignore'],
    ['办理时限/甲', 'item.statutoryLimit'],
  ]);

  test('for unknown and for exact titles, and for titles under a group', () => {
    expect(mapped([['牵头部门'], ['事 项 名 称'], ['办理时限/甲']], mapping).map(told)).toEqual([
      '牵头部门 MAPPED item.organisationName',
      '事项名称 MAPPED ignore',
      '办理时限/甲 MAPPED item.statutoryLimit',
    ]);
  });
});

test('a title of the registry, unknown for once, is hardly ever taken for another element', () => {
  const titles = ALL_FIELDS.filter(({ owner }) => owner === 'item' || owner === 'guide').flatMap((field) =>
    [field.chinese, ...field.aliases]
      .filter((title) => /\p{Script=Han}{2}/u.test(plainTitle(title)))
      .map((title) => ({ title, id: `${field.owner}.${field.element}` })),
  );
  const wrong = titles.filter(({ title, id }) => {
    const [best, second] = titleCandidates(title, [], plainTitle(title));
    const taken = best !== undefined && best.score >= 0.85 && best.score - (second?.score ?? 0) >= 0.08;
    return taken && best.id !== id;
  });
  expect(titles.length).toBeGreaterThan(700);
  expect(wrong).toEqual([]);
});
