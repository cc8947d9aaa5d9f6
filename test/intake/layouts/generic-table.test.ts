import { describe, expect, test } from 'vitest';
import { type Rows, readOne, type SmallSheet } from './small-grid.ts';

const HEADER = ['序号', '事项名称', '事项类型', '实施主体'];

const told = async (sheet: SmallSheet) => {
  const { items, problems } = await readOne(sheet);
  return {
    items: items.map((item) => Object.values(item).join(' ')),
    problems: problems.map(({ code, row, value, message }) => {
      const rows = /：第 (.+) 行。$/u.exec(message)?.[1];
      return [code, ...(rows === undefined ? [] : [rows]), ...(row === undefined ? [] : [row]), value].join(
        ' ',
      );
    }),
  };
};

describe('rows that are no items are left out and told by kind', () => {
  test.each<readonly [string, Rows, readonly string[]]>([
    [
      'blank rows between',
      [['1', '甲登记', '行政确认', '甲局'], [], ['', ' '], ['2', '乙登记', '行政确认', '乙局']],
      ['3–4'],
    ],
    [
      'a header again',
      [['1', '甲登记', '行政确认', '甲局'], HEADER, ['2', '乙登记', '行政确认', '乙局']],
      ['3'],
    ],
    [
      'numbers of the columns',
      [
        ['1', '2', '3', '4'],
        ['1', '甲登记', '行政确认', '甲局'],
        ['2', '乙登记', '', ''],
      ],
      ['2'],
    ],
    [
      'notes',
      [['1', '甲登记', '', ''], ['2', '乙登记', '', ''], ['注：类型按目录填写'], ['2.主体写全称']],
      ['4–5'],
    ],
    [
      'signatures',
      [
        ['1', '甲登记', '', ''],
        ['2', '乙登记', '', ''],
        ['填表人：甲', '', '审核人：乙', '负责人：丙'],
      ],
      ['4'],
    ],
    ['page numbers', [['1', '甲登记', '', ''], ['第 1 页 共 2 页'], ['2', '乙登记', '', '']], ['3']],
    [
      'totals',
      [
        ['1', '甲登记', '', ''],
        ['2', '乙登记', '', ''],
        ['合计', '', '', '2 项'],
      ],
      ['4'],
    ],
    [
      'subtotals behind the office',
      [
        ['1', '甲登记', '', '甲局'],
        ['', '', '', '甲局小计'],
        ['2', '乙登记', '', '乙局'],
      ],
      [],
    ],
  ])('%s', async (name, rows, left) => {
    const { items, problems } = await told({ rows: [HEADER, ...rows] });
    if (left.length === 0) return expect(items.length).toBe(3);
    expect([name, items.map((item) => item.split(' ')[0])]).toEqual([name, ['甲登记', '乙登记']]);
    expect(problems).toEqual(left.map((where) => expect.stringMatching(`^ROWS_LEFT_OUT ${where} `)));
  });

  test('rows after the last item that are blank are not worth a word', async () => {
    expect((await told({ rows: [HEADER, ['1', '甲登记'], [], ['']] })).problems).toEqual([]);
  });

  test.each([
    ['注册会计师事务所设立审批', '甲局'],
    ['合并、分立公司登记', ''],
    ['备注册药师变更', ''],
    ['一次性告知', ''],
    ['共有产权住房申请', '甲局'],
    ['无偿献血者用血费用报销', ''],
    ['联系电话变更', '甲局'],
    ['盖章证明出具', ''],
  ])('%s is an item', async (name, office) => {
    expect((await told({ rows: [HEADER, ['1', name, '', office]] })).items).toEqual([
      [name, office].join(' ').trim(),
    ]);
  });
});

describe('totals', () => {
  test.each<readonly [string, Rows, readonly string[]]>([
    ['a total that agrees', [['合计', '2项']], []],
    ['a total that disagrees', [['合计', '5项']], ['TOTAL_MISMATCH 4 合计']],
    ['a total in one cell', [['共计：3项']], ['TOTAL_MISMATCH 4 共计:3项']],
    ['a sentence', [['以上共 2 项。']], []],
    ['a total without number', [['合计']], []],
  ])('%s', async (_name, rows, expected) => {
    const { problems } = await told({ rows: [HEADER, ['1', '甲登记'], ['2', '乙登记'], ...rows] });
    expect(
      problems.filter((found) => !found.startsWith('ROWS_LEFT_OUT')).map((found) => found.replace('：', ':')),
    ).toEqual(expected);
  });

  test('a subtotal counts from the one before, a total from the beginning', async () => {
    const rows = [
      HEADER,
      ['1', '甲登记'],
      ['小计', '1'],
      ['2', '乙登记'],
      ['3', '丙登记'],
      ['小计', '1'],
      ['总计', '3'],
    ];
    const { problems } = await told({ rows });
    expect(problems.filter((found) => found.startsWith('TOTAL'))).toEqual(['TOTAL_MISMATCH 6 小计']);
  });
});

describe('headings among the rows', () => {
  test('give types and offices to the rows below, where their own cells are empty', async () => {
    const { items, problems } = await told({
      rows: [
        ['序号', '事项名称', '事项类型'],
        ['一、县民政局（2项）', '', ''],
        ['（一）行政确认', '', ''],
        ['1', '婚姻登记', ''],
        ['（二）行政给付类', '', ''],
        ['2', '高龄津贴', '公共服务'],
        ['二、县教育局（2项）', '', ''],
        ['3', '学历认证', ''],
      ],
      merges: ['A2:C2', 'A3:C3', 'A5:C5', 'A7:C7'],
    });
    expect(items).toEqual(['婚姻登记 行政确认 县民政局', '高龄津贴 公共服务 县民政局', '学历认证 县教育局']);
    expect(problems).toEqual(['TOTAL_MISMATCH 7 二、县教育局（2项）', 'ROWS_LEFT_OUT 2–3、5、7 4']);
  });

  test.each<readonly [string, Rows, string]>([
    ['in the first cell, unmerged', [['三、行政许可'], ['1', '甲登记', '']], '甲登记 行政许可'],
    [
      'number and words in two cells',
      [
        ['三', '行政许可', ''],
        ['1', '甲登记', ''],
      ],
      '甲登记 行政许可',
    ],
    ['an office alone', [['县档案馆'], ['1', '甲登记', '']], '甲登记 县档案馆'],
    [
      'in the column of names, numbered',
      [
        ['', '一、行政许可', ''],
        ['1', '甲登记', ''],
      ],
      '甲登记 行政许可',
    ],
    ['a group of its own', [['（三）便民利企类（1项）'], ['1', '甲登记', '']], '甲登记 便民利企类'],
    ['a topic', [['一、婚育收养'], ['1', '甲登记', '']], '甲登记 婚育收养'],
  ])('%s', async (_name, rows, expected) => {
    const { items } = await told({ rows: [['序号', '事项名称', '事项类型'], ...rows] });
    expect(items).toEqual([expected]);
  });

  test('a group that is neither type nor office nor topic is another column', async () => {
    const { table } = await readOne({
      rows: [
        ['序号', '事项名称', '备注'],
        ['一、上级下放类', '', ''],
        ['1', '甲登记', ''],
      ],
    });
    expect(table.header).toEqual(['事项名称', '备注', '分组']);
    expect(table.slots?.[2]).toEqual({ kind: 'OTHER', title: '分组' });
    expect(table.letters?.[2]).toBeUndefined();
  });

  test.each([
    '一、二级建造师注册',
    '三、四级伤残评定',
    '(二) 手车交易登记',
    '一、二类医疗器械备案',
    '（三）便民利企',
  ])('%s alone in the column of names is an item', async (name) => {
    const rows = [
      ['事项名称', '备注'],
      ['甲登记', ''],
      [name, ''],
      ['乙登记', ''],
    ];
    expect(await told({ rows })).toEqual({ items: ['甲登记', name, '乙登记'], problems: [] });
  });

  test.each([
    ['一、行政许可', '乙登记 行政许可'],
    ['（二）县民政局', '乙登记 县民政局'],
    ['三、生育收养', '乙登记 生育收养'],
    ['一、二级事项（12项）', '乙登记 二级事项'],
  ])('%s there heads the rows below, and is told', async (heading, item) => {
    const { items, problems } = await told({
      rows: [
        ['事项名称', '备注'],
        [heading, ''],
        ['乙登记', ''],
      ],
    });
    expect(items).toEqual([item]);
    expect(problems).toContainEqual('ROWS_LEFT_OUT 2 1');
  });

  test('Chinese running numbers are no headings', async () => {
    const rows = [
      ['序号', '事项名称', '备注'],
      ['一', '甲登记', ''],
      ['二', '乙登记', ''],
      ['三', '丙登记', '丁'],
    ];
    expect((await told({ rows })).items).toEqual(['甲登记', '乙登记', '丙登记 丁']);
  });
});

describe('nil returns', () => {
  test.each<readonly [string, Rows, string | undefined]>([
    ['the name says 无', [['1', '无', '', '县审计局']], '县审计局'],
    ['the name says 零报告', [['', '零报告', '', '县审计局']], '县审计局'],
    ['a sentence', [['', '本单位无公共服务事项。', '', '县审计局']], '县审计局'],
    ['无 alone, the office in the heading', [['无']], '县司法局'],
    ['a note below', [['注：经梳理，我局无公共服务事项，实行零报告。']], '县司法局'],
  ])('%s', async (_name, rows, office) => {
    const { items, problems } = await readOne({ rows: [['报送单位：县司法局'], HEADER, ...rows] });
    expect(items).toEqual([]);
    const nil = problems.filter(({ code }) => code === 'NIL_RETURN');
    expect(nil.map(({ field, value }) => [field, value])).toEqual([['organisationName', office]]);
  });

  test('among the items of others', async () => {
    const { items, problems } = await told({
      rows: [HEADER, ['1', '甲登记', '', '甲局'], ['2', '无', '', '乙局']],
    });
    expect(items).toEqual(['甲登记 甲局']);
    expect(problems).toEqual(['NIL_RETURN 3 乙局']);
  });

  test('of a sheet whose name is no office: nobody is named', async () => {
    const { problems } = await readOne({ name: 'Sheet', rows: [HEADER, ['无']] });
    expect(
      problems.map(({ code, value, message }) => [code, value, message.includes('没有写明单位')]),
    ).toEqual([['NIL_RETURN', undefined, true]]);
  });

  test('of a sheet named after its office', async () => {
    const { problems } = await readOne({ name: '县审计局', rows: [HEADER, ['无']] });
    expect(problems.map(({ code, value }) => [code, value])).toEqual([['NIL_RETURN', '县审计局']]);
  });

  test('is none below items of the same office', async () => {
    const { problems } = await told({
      rows: [HEADER, ['1', '甲登记', '', '教育局'], ['2', '无', '', '教育局'], ['3', '无', '', '审计局']],
    });
    expect(problems).toEqual(['NIL_RETURN 4 审计局', 'ROWS_LEFT_OUT 3 1']);
  });

  test('a row that says more than 无 is left to be judged', async () => {
    const { items, codes } = await readOne({
      rows: [
        [...HEADER, '办理依据'],
        ['1', '无', '行政许可', '甲局', '《某法》', ''],
        ['2', '', '行政许可', '甲局', '《某法》'],
      ],
    });
    expect([items.length, codes]).toEqual([2, []]);
  });
});
