import { describe, expect, test } from 'vitest';
import type { ColumnTarget } from '../../../intake/layouts/column-target.ts';
import { FileRefused } from '../../../intake/readers/grid.ts';
import { gridOf, readOne, readTables, recordsGrid, type SmallSheet } from './small-grid.ts';

const LIST: SmallSheet = {
  name: '清单',
  rows: [
    ['事项名称', '实施主体'],
    ['婚姻登记', '县民政局'],
  ],
};

describe('the sheets of a file', () => {
  test('each list is a table; the others are skipped, told why with the table beside them', async () => {
    const tables = await readTables(
      gridOf(
        {
          name: '填表说明',
          rows: [
            ['序号', '事项名称', '填写要求'],
            ['1', '必填', '全称'],
          ],
        },
        LIST,
        { name: '旧', hidden: true, rows: LIST.rows },
        { name: '空', rows: [['', '']] },
        {
          name: '联系表',
          rows: [
            ['序号', '单位', '联系电话'],
            ['1', '县民政局', '5629782'],
          ],
        },
        { ...LIST, name: '清单二' },
        { name: '签到', rows: [['甲'], ['乙']] },
      ),
    );
    const skipped = tables.map(({ table, problems }) => [
      table.sheet,
      ...problems.map(({ code, sheet, message }) => [code, sheet, /（(.*?)）/u.exec(message)?.[1]]),
    ]);
    expect(skipped).toEqual([
      [
        '清单',
        ['SHEET_SKIPPED', '填表说明', '说明、样例或代码表'],
        ['SHEET_SKIPPED', '旧', '隐藏的工作表'],
        ['SHEET_SKIPPED', '空', '空表'],
        ['SHEET_SKIPPED', '联系表', '没有“事项名称”一列'],
      ],
      ['清单二', ['SHEET_SKIPPED', '签到', '没有找到表头']],
    ]);
  });

  test.each([
    ['示范镇公共服务清单', true],
    ['样例村事项', true],
    ['填报示例', false],
    ['附件2 填表说明', false],
    ['数据字典', false],
    ['示例（2）', false],
    ['代码表1', false],
  ])('a sheet named %s is a list: %s', async (name, isList) => {
    const tables = await readTables(gridOf({ ...LIST, name }, LIST));
    expect(tables.map(({ table }) => table.sheet)).toEqual(isList ? [name, '清单'] : ['清单']);
  });

  const sentence = async (sheet: SmallSheet) => {
    const [read] = await readTables(gridOf(LIST, sheet));
    return read?.problems.map(({ code, message }) => [code, message.split('；')[1]]);
  };

  test.each<readonly [string, SmallSheet, readonly [string, string]]>([
    [
      'hidden',
      { ...LIST, name: '旧', hidden: true },
      ['SHEET_SKIPPED', '其中如有事项，请取消隐藏后重新导入。'],
    ],
    ['explaining', { ...LIST, name: '填表说明' }, ['SHEET_SKIPPED', '不必处理。']],
    [
      'without header',
      { name: '签到', rows: [['甲'], ['乙'], ['丙'], ['丁']] },
      ['SHEET_SKIPPED', '其中如有事项，请补上含“事项名称”一列的表头。'],
    ],
    [
      'without header, but with rows',
      { name: '清单二', rows: Array.from({ length: 400 }, (_, row) => [`第${row}号登记`, '县民政局']) },
      ['SHEET_WITH_ROWS_SKIPPED', '如是事项，请补上含“事项名称”一列的表头后重新导入，不是事项的不必处理。'],
    ],
  ])('a sheet that is %s says what to do', async (_name, sheet, expected) => {
    expect(await sentence(sheet)).toEqual([expected]);
  });

  test('all rows of a sheet without header are counted', async () => {
    const rows = Array.from({ length: 400 }, (_, row) => [`第${row}号登记`, '县民政局']);
    const [read] = await readTables(gridOf(LIST, { name: '清单二', rows }));
    expect(read?.problems[0]?.value).toBe('400');
  });

  const GOES_ON = [
    ['收养登记', '县民政局'],
    ['学历认证', '县教育局'],
  ];
  test.each<readonly [string, SmallSheet, number]>([
    ['of the same width', { name: '表 2', rows: GOES_ON }, 2],
    ['of another width', { name: '表 2', rows: GOES_ON.map((row) => [...row, '']) }, 0],
    [
      'without names',
      {
        name: '表 2',
        rows: [
          ['1', '甲'],
          ['2', '乙'],
        ],
      },
      0,
    ],
    ['of a workbook', { name: '清单二', rows: GOES_ON }, 0],
  ])('a table without header, %s, after a list', async (_name, sheet, count) => {
    const [first, second] = await readTables(gridOf({ ...LIST, name: '表 1' }, sheet));
    expect(first?.items.length).toBe(1);
    expect(second?.items ?? []).toEqual(
      GOES_ON.slice(0, count).map(([name, office]) => ({ 事项名称: name, 实施主体: office })),
    );
  });

  test('only the sheet that the mapping names', async () => {
    const mapping = { columns: new Map(), titles: new Map(), sheet: '旧' };
    const grid = gridOf(LIST, { name: '旧', hidden: true, rows: LIST.rows });
    const tables = await readTables(grid, { listKind: 'POWER', mapping });
    expect(tables.map(({ table, items }) => [table.sheet, items.length])).toEqual([['旧', 1]]);
  });

  const refusal = async (...sheets: readonly SmallSheet[]) => {
    const error: unknown = await readTables(gridOf(...sheets)).catch((thrown: unknown) => thrown);
    return error instanceof FileRefused ? error.problem : error;
  };

  test('a file without a list names the titles it has', async () => {
    const found = await refusal(
      { name: '封面', rows: [['县公共服务事项']] },
      { name: '联系表', rows: [['通讯录'], ['序号', '单位', '联系电话'], ['1', '县民政局', '5629782']] },
    );
    const place = { sheet: '联系表', row: 2, value: '序号、单位、联系电话' };
    expect(found).toMatchObject({ code: 'HEADER_NOT_FOUND', ...place });
  });

  test.each<readonly [string, readonly SmallSheet[]]>([
    ['no sheets', []],
    [
      'blank sheets',
      [
        { name: 'a', rows: [] },
        { name: 'b', rows: [['']] },
      ],
    ],
    ['hidden sheets', [{ ...LIST, hidden: true }]],
  ])('a file of %s is empty', async (_name, sheets) => {
    expect(await refusal(...sheets)).toMatchObject({ code: 'FILE_EMPTY' });
  });
});

test('columns keep the letters of the sheet; running numbers are not kept; cells keep their types', async () => {
  const blank = Array.from({ length: 26 }, () => null);
  const day = new Date('2026-03-01T00:00:00Z');
  const { table, rows } = await readOne({
    name: '清单',
    rows: [
      [...blank, '序号', '事项名称', '备注', '生效日期'],
      [...blank, 1, '婚姻登记', 12, day],
    ],
  });
  expect(table).toMatchObject({ document: '清单.xlsx', sheet: '清单', layout: '通用表格' });
  expect(table.header).toEqual(['事项名称', '备注', '生效日期']);
  expect(table.letters).toEqual(['AB', 'AC', 'AD']);
  expect(rows).toEqual([{ row: 2, cells: ['婚姻登记', 12, day] }]);
});

test('a value under no title is kept under the number of its column', async () => {
  const { table, items, problems } = await readOne({
    rows: [
      ['事项名称', '', '备注'],
      ['婚姻登记', '甲', '乙'],
      ['收养登记', '', '丙', '', '丁'],
    ],
  });
  expect(items).toEqual([
    { 事项名称: '婚姻登记', '第 2 列': '甲', 备注: '乙' },
    { 事项名称: '收养登记', 备注: '丙', '第 5 列': '丁' },
  ]);
  expect(table.letters).toEqual(['A', 'C', 'B', 'E']);
  expect(
    problems.map(({ code, row, message }) => [
      code,
      row,
      /有 (\d+) 格，表头只有 (\d+) 列/u.exec(message)?.slice(1),
    ]),
  ).toEqual([['ROW_TOO_LONG', 3, ['5', '3']]]);
});

test('the likelier of two columns of one element comes first', async () => {
  const { table } = await readOne({
    rows: [
      ['项目名称', '事项名称', '责任主体'],
      ['甲事项登记', '乙事项登记', '县民政局'],
    ],
  });
  expect(table.header).toEqual(['事项名称', '项目名称', '责任主体']);
  expect(table.letters).toEqual(['B', 'A', 'C']);
});

test('a known list bears its name, and the title above it', async () => {
  const { table } = await readOne({
    rows: [
      ['清理规范公共服务事项备案表'],
      ['序号', '事项名称', '类别', '服务内容', '办理依据', '实施（共同实施）单位', '服务对象', '备注'],
      ['1', '法律援助', '依申请类', '咨询', '《法律援助法》', '区司法局', '公民', ''],
    ],
  });
  expect(table).toMatchObject({ layout: '武陵源备案表', title: '清理规范公共服务事项备案表' });
});

describe('records', () => {
  test('the header grows with new keys, and positions stay', async () => {
    const [only] = await readTables(
      recordsGrid({ name: 'a', 天气: '晴' }, { name: 'b', materials: [{ name: 'm' }] }),
    );
    expect(only?.table.header).toEqual(['name', '天气', 'materials']);
    expect(only?.table.slots?.map(({ kind }) => kind)).toEqual(['FIELD', 'OTHER', 'BLOCK']);
    expect(only?.rows.map(({ cells }) => cells)).toEqual([
      ['a', '晴'],
      ['b', undefined, [{ name: 'm' }]],
    ]);
  });

  test('a mapping holds for keys as well', async () => {
    const field = (await readTables(recordsGrid({ name: 'a' })))[0]?.table.slots?.[0];
    if (field === undefined) throw new Error('no slot');
    const columns = new Map<string, ColumnTarget>([
      ['itemtitle', field],
      ['weather', { kind: 'IGNORE' } as const],
    ]);
    const mapping = { columns, titles: new Map() };
    const grid = recordsGrid({ ItemTitle: 'a', weather: '晴' });
    const [only] = await readTables(grid, { listKind: 'POWER', mapping });
    expect(only?.items).toEqual([{ ItemTitle: 'a' }]);
    expect(only?.table.slots).toEqual([field]);
  });
});
