import { describe, expect, test } from 'vitest';
import { readOne } from './small-grid.ts';

describe('cells that hold more than one thing', () => {
  test('several items share the rest of their row; codes go one to each', async () => {
    const { items, problems } = await readOne({
      rows: [
        ['事项名称', '基本编码', '实施主体'],
        ['1.设立登记\n2.变更登记', '440125010000\n440125010001', '甲局'],
      ],
    });
    expect(items.map((item) => Object.values(item).join(' '))).toEqual([
      '设立登记 440125010000 甲局',
      '变更登记 440125010001 甲局',
    ]);
    expect(problems.map(({ code, cell }) => [code, cell])).toEqual([
      ['SEVERAL_ITEMS_IN_CELL', 'A2'],
      ['SEVERAL_ITEMS_IN_CELL', 'A2'],
    ]);
  });

  test('a code in the name is taken out, and told once', async () => {
    const { items, problems } = await readOne({
      rows: [
        ['事项名称', '实施主体'],
        ['甲登记（440125010000）', '甲局'],
        ['11440000006939756B2440101007000 乙登记', '乙局'],
        ['丙登记', '丙局'],
      ],
    });
    expect(items).toEqual([
      { 事项名称: '甲登记', 实施主体: '甲局', 基本编码: '440125010000' },
      { 事项名称: '乙登记', 实施主体: '乙局', 实施编码: '11440000006939756B2440101007000' },
      { 事项名称: '丙登记', 实施主体: '丙局' },
    ]);
    expect(problems.map(({ code, row, message }) => [code, row, /共 (\d+) 行/u.exec(message)?.[1]])).toEqual([
      ['CODE_IN_NAME', 2, '2'],
    ]);
  });

  test('it stays where the codes have a column', async () => {
    const { items } = await readOne({
      rows: [
        ['事项名称', '基本编码'],
        ['甲登记（440125010000）', '440125010009'],
      ],
    });
    expect(items).toEqual([{ 事项名称: '甲登记（440125010000）', 基本编码: '440125010009' }]);
  });

  test('a column of names and codes is taken apart, main items as well', async () => {
    const { items } = await readOne({
      rows: [
        ['一级事项(编码)', '事项名称及编码'],
        ['婚姻（A-100）', '结婚登记（A-101）'],
      ],
    });
    expect(items).toEqual([
      { '一级事项(编码)': '婚姻', 事项名称及编码: '结婚登记', 主项编码: 'A-100', 地方实施编码: 'A-101' },
    ]);
  });
});

describe('main items and sub-items', () => {
  test('the name is the sub-item’s, else the main item’s', async () => {
    const { items, table } = await readOne({
      rows: [
        ['职权名称', '', '实施主体'],
        ['项目', '子项', ''],
        ['食品许可', '新办', '甲局'],
        [null, '变更', '甲局'],
        ['婚姻登记', '/', '乙局'],
      ],
      merges: ['A1:B1', 'C1:C2', 'A3:A4'],
    });
    expect(items.map((item) => item['事项名称'])).toEqual(['新办', '变更', '婚姻登记']);
    expect(table.letters?.[table.header.indexOf('事项名称')]).toBeUndefined();
  });

  test('a blank 二级事项 is the 一级事项 itself', async () => {
    const { items } = await readOne({
      rows: [
        ['一级事项', '二级事项'],
        ['婚姻登记', '结婚登记'],
        ['收养登记', ''],
      ],
    });
    expect(items.map((item) => item['二级事项'])).toEqual(['结婚登记', '收养登记']);
  });
});
