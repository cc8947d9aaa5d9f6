import { describe, expect, test } from 'vitest';
import { readOne, type SmallSheet } from './small-grid.ts';

describe('offices', () => {
  const rowsOf = async (sheet: SmallSheet) => {
    const { items, problems } = await readOne(sheet);
    return [
      items.map((item) => item['实施主体'] ?? item['部门']),
      problems.map(({ code, value }) => [code, value]),
    ];
  };
  test.each<readonly [string, SmallSheet, readonly unknown[], readonly unknown[]]>([
    [
      'of the heading, for rows without one',
      { rows: [['报送单位：区司法局'], ['事项名称', '实施主体'], ['甲登记', ''], ['乙登记', '区民政局']] },
      ['区司法局', '区民政局'],
      [['VALUE_FROM_HEADING', '区司法局']],
    ],
    [
      'of the sheet, where no column has them',
      {
        name: '县民政局',
        rows: [
          ['序号', '事项名称'],
          ['1', '甲登记'],
        ],
      },
      ['县民政局'],
      [['VALUE_FROM_HEADING', '县民政局']],
    ],
    [
      'not of a sheet that is no office',
      {
        name: 'Sheet1',
        rows: [
          ['序号', '事项名称'],
          ['1', '甲登记'],
        ],
      },
      [undefined],
      [],
    ],
    [
      'not of the sheet where a column has them',
      {
        name: '县民政局',
        rows: [
          ['事项名称', '实施主体'],
          ['甲登记', ''],
        ],
      },
      [undefined],
      [],
    ],
    [
      'of the paragraph before a table of a document',
      {
        before: ['填报单位：县司法局'],
        rows: [
          ['序号', '事项名称'],
          ['1', '甲登记'],
        ],
      },
      ['县司法局'],
      [['VALUE_FROM_HEADING', '县司法局']],
    ],
    [
      'of the paragraph that is nothing but an office',
      {
        before: ['一、县司法局（共2项）'],
        rows: [
          ['序号', '事项名称'],
          ['1', '甲登记'],
        ],
      },
      ['县司法局'],
      [['VALUE_FROM_HEADING', '县司法局']],
    ],
    [
      'not of such a paragraph where a column has them: it may be the issuing one',
      {
        before: ['县司法局'],
        rows: [
          ['事项名称', '实施主体'],
          ['甲登记', ''],
        ],
      },
      [undefined],
      [],
    ],
    [
      'merged down',
      {
        rows: [
          ['部门', '事项名称'],
          ['甲局', '甲登记'],
          [null, '乙登记'],
          [null, '丙登记'],
        ],
        merges: ['A2:A3'],
      },
      ['甲局', '甲局', undefined],
      [],
    ],
    [
      'once for each group',
      {
        rows: [
          ['部门', '事项名称'],
          ['甲局', '甲登记'],
          ['', '乙登记'],
          ['丙局', '丙登记'],
          ['', '丁登记'],
        ],
      },
      ['甲局', '甲局', '丙局', '丙局'],
      [['CELLS_FILLED_DOWN', '2']],
    ],
    [
      'now and then, which is no pattern',
      {
        rows: [
          ['部门', '事项名称'],
          ['甲局', '甲登记'],
          ['甲局', '乙登记'],
          ['', '丙登记'],
          ['丁局', '丁登记'],
          ['', '戊登记'],
        ],
      },
      ['甲局', '甲局', undefined, '丁局', undefined],
      [],
    ],
    [
      'with a single gap, which is no pattern',
      {
        rows: [
          ['部门', '事项名称'],
          ['甲局', '甲登记'],
          ['', '乙登记'],
          ['丙局', '丙登记'],
        ],
      },
      ['甲局', undefined, '丙局'],
      [],
    ],
  ])('%s', async (_name, sheet, offices, problems) =>
    expect(await rowsOf(sheet)).toEqual([offices, problems]),
  );
});

describe('merged cells', () => {
  test('a value over two columns stays in the first, but where both are of one group or both are limits', async () => {
    const { items } = await readOne({
      rows: [
        ['事项名称', '收费', '', '法定时限', '承诺时限', '备注', '实施主体'],
        ['', '标准', '依据', '', '', '', ''],
        ['甲登记', '免费', null, '即办', null, '见附件', null],
      ],
      merges: ['A1:A2', 'B1:C1', 'D1:D2', 'E1:E2', 'F1:F2', 'G1:G2', 'B3:C3', 'D3:E3', 'F3:G3'],
    });
    expect(items).toEqual([
      {
        事项名称: '甲登记',
        '收费/标准': '免费',
        '收费/依据': '免费',
        法定时限: '即办',
        承诺时限: '即办',
        备注: '见附件',
      },
    ]);
  });

  const MATERIALS = ['序号', '事项名称', '实施主体', '材料名称', '份数'];
  test('an item over several rows is one, with a material for each', async () => {
    const { items, rows } = await readOne({
      rows: [
        MATERIALS,
        ['1', '甲登记', '甲局', '申请表', '1'],
        [null, null, null, '身份证', '2'],
        ['2', '乙登记', '乙局', '户口簿', '1'],
      ],
      merges: ['A2:A3', 'B2:B3', 'C2:C3'],
    });
    expect(items.map((item) => [item['事项名称'], item['申请材料']])).toEqual([
      [
        '甲登记',
        [
          { material_name: '申请表', copy_amount: '1' },
          { material_name: '身份证', copy_amount: '2' },
        ],
      ],
      ['乙登记', [{ material_name: '户口簿', copy_amount: '1' }]],
    ]);
    expect(rows.map(({ row }) => row)).toEqual([2, 4]);
  });

  test('rows under one name that differ in office or code stay apart', async () => {
    const { items } = await readOne({
      rows: [
        ['事项名称', '实施主体', '备注'],
        ['甲登记', '甲局', '一'],
        [null, '乙局', '二'],
      ],
      merges: ['A2:A3'],
    });
    expect(items.map((item) => Object.values(item).join(' '))).toEqual(['甲登记 甲局 一', '甲登记 乙局 二']);
  });

  test('texts that differ under one name are joined line by line', async () => {
    const { items } = await readOne({
      rows: [
        ['事项名称', '申请材料', '实施主体'],
        ['甲登记', '申请表', '甲局'],
        [null, '身份证', null],
      ],
      merges: ['A2:A3', 'C2:C3'],
    });
    expect(items).toEqual([{ 事项名称: '甲登记', 申请材料: '申请表\n身份证', 实施主体: '甲局' }]);
  });

  test('materials below an item without a name are its own, also without merges', async () => {
    const { items } = await readOne({
      rows: [MATERIALS, ['1', '甲登记', '甲局', '申请表', '1'], ['', '', '', '身份证', '2']],
    });
    expect(items.map((item) => (item['申请材料'] as unknown[]).length)).toEqual([2]);
  });

  test.each<readonly [string, readonly [string, string, string], readonly unknown[]]>([
    [
      'lines, each with its count',
      ['1.申请表\n2.身份证', '1\n2', '原件'],
      [
        { material_name: '申请表', copy_amount: '1', page_format: '原件' },
        { material_name: '身份证', copy_amount: '2', page_format: '原件' },
      ],
    ],
    [
      'semicolons, but not in brackets',
      ['申请表；证明（户口簿；出生证）', '1', ''],
      [{ material_name: '申请表；证明（户口簿；出生证）', copy_amount: '1' }],
    ],
    [
      'semicolons',
      ['申请表；身份证', '1', ''],
      [
        { material_name: '申请表', copy_amount: '1' },
        { material_name: '身份证', copy_amount: '1' },
      ],
    ],
    [
      'one',
      ['（1）申请表', '1.5', 'A4\n纸'],
      [{ material_name: '申请表', copy_amount: '1.5', page_format: 'A4\n纸' }],
    ],
  ])('materials of one cell: %s', async (_name, cells, expected) => {
    const { items } = await readOne({
      rows: [
        ['事项名称', '材料名称', '份数', '规格'],
        ['甲登记', ...cells],
      ],
    });
    expect(items.map((item) => item['申请材料'])).toEqual([expected]);
  });

  test('a count merged over two items holds for both; a second column of names is another column', async () => {
    const { items } = await readOne({
      rows: [
        ['事项名称', '材料名称', '份数', '申请材料名称'],
        ['甲登记', '申请表', '3', '乙'],
        ['乙登记', '身份证', null, ''],
      ],
      merges: ['C2:C3'],
    });
    expect(items).toEqual([
      { 事项名称: '甲登记', 申请材料: [{ material_name: '申请表', copy_amount: '3' }], 申请材料名称: '乙' },
      { 事项名称: '乙登记', 申请材料: [{ material_name: '身份证', copy_amount: '3' }] },
    ]);
  });
});
