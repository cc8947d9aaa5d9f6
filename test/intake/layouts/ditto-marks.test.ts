import { describe, expect, test } from 'vitest';
import { readOne } from './small-grid.ts';

describe('cells that say 同上', () => {
  test('mean the cell above, 同左 the one before; what they say is told', async () => {
    const { items, problems } = await readOne({
      rows: [
        ['事项名称', '实施主体', '法定时限', '承诺时限'],
        ['甲登记', '甲局', '20个工作日', '5个工作日'],
        ['乙登记', '同上', '10个工作日', '同左'],
        ['丙登记', ' 〃', '″', ''],
        ['丁登记', '乙局', '同前', '同上'],
      ],
    });
    expect(items.map((item) => Object.values(item).join(' '))).toEqual([
      '甲登记 甲局 20个工作日 5个工作日',
      '乙登记 甲局 10个工作日 10个工作日',
      '丙登记 甲局 10个工作日',
      '丁登记 乙局 10个工作日 同上',
    ]);
    expect(
      problems.map(({ code, message }) => [code, /“(.+?)”.*有 (\d) 行/u.exec(message)?.slice(1)]),
    ).toEqual([
      ['CELLS_FILLED_DOWN', ['实施主体', '2']],
      ['CELLS_FILLED_DOWN', ['法定时限', '2']],
      ['CELLS_FILLED_DOWN', ['承诺时限', '1']],
    ]);
  });

  test('a name stays, and is told', async () => {
    const { items, problems } = await readOne({
      rows: [
        ['事项名称', '实施主体'],
        ['甲登记', '甲局'],
        ['同上', '乙局'],
      ],
    });
    expect(items.map((item) => item['事项名称'])).toEqual(['甲登记', '同上']);
    expect(problems.map(({ code, row, value }) => [code, row, value])).toEqual([
      ['NAME_AS_ABOVE', 3, '同上'],
    ]);
  });
});
