import { describe, expect, test } from 'vitest';
import { readForms } from './sheets.ts';

const SIDE = [
  ['事项名称', '高龄津贴申领', '临时救助对象认定', '生育登记'],
  ['事项类型', '行政给付', '行政给付', '公共服务'],
  ['实施主体', '县民政局', null, '县卫生健康局'],
  ['承诺办结时限', '10个工作日', '15个工作日', '2个工作日'],
];

describe('lists on their side', () => {
  test('an item for each column, a merged cell for all it covers', async () => {
    const read = await readForms(SIDE, { merges: ['B3:C3'] });
    expect(read).toMatchObject({ layout: '横排清单', subject: 'ITEM' });
    expect(read?.forms).toEqual([
      { 事项名称: '高龄津贴申领', 事项类型: '行政给付', 实施主体: '县民政局', 承诺办结时限: '10个工作日' },
      {
        事项名称: '临时救助对象认定',
        事项类型: '行政给付',
        实施主体: '县民政局',
        承诺办结时限: '15个工作日',
      },
      { 事项名称: '生育登记', 事项类型: '公共服务', 实施主体: '县卫生健康局', 承诺办结时限: '2个工作日' },
    ]);
    expect(read?.addresses[2]).toMatchObject({ 事项名称: 'D1', 承诺办结时限: 'D4' });
  });

  test.each([
    ['two items', [2, 3], '横排清单'],
    ['one item', [2], '通用表单'],
  ])('%s', async (_what, columns, layout) => {
    const rows = SIDE.map(
      (row) => [row[0], ...columns.map((column) => row[column] ?? '县民政局')] as string[],
    );
    const read = await readForms(rows);
    expect(read).toMatchObject({ layout, forms: columns.map((column) => ({ 事项名称: SIDE[0]?.[column] })) });
  });

  test('a column that only explains makes no item', async () => {
    const read = await readForms(SIDE.map(([title, value]) => [title ?? '', value ?? '', '按标准填写']));
    expect(read?.layout).toBe('通用表单');
    expect(read?.forms).toHaveLength(1);
  });
});

describe('lists of institutions', () => {
  const ROWS = [
    ['提供服务的机构名单', null, null],
    ['名称', '地址', '联系方式'],
    ['青溪镇卫生院', '滨河路 12 号', '0880-5120101'],
    ['云岭乡卫生院', '中街 3 号', '0880-5120102'],
  ];

  test.each([
    ['as the notice has it', ROWS],
    ['numbered', ROWS.map((row, index) => [index === 1 ? '序号' : index, ...row])],
    [
      'with titles of its own',
      [
        ['机构名称', '办公时间', '地址', '联系电话'],
        ['甲', '8:00-17:00', '一路', '1'],
      ],
    ],
  ])('%s: no items, and a word about it', async (_what, rows) => {
    const read = await readForms(rows);
    expect(read).toMatchObject({ layout: '机构名单', forms: [], problems: ['SHEET_SKIPPED'] });
  });

  test.each([
    [
      'a list with addresses',
      [
        ['事项名称', '办理地点', '咨询电话'],
        ['甲', '一楼', '1'],
        ['乙', '二楼', '2'],
      ],
    ],
    [
      'names with bases',
      [
        ['名称', '地址', '电话', '设定依据'],
        ['甲', '一路', '1', '《条例》'],
      ],
    ],
    [
      'names and phones',
      [
        ['名称', '联系电话', '备注'],
        ['甲', '1', '无'],
      ],
    ],
  ])('%s is another list', async (_what, rows) => {
    expect(await readForms(rows)).toBeUndefined();
  });
});
