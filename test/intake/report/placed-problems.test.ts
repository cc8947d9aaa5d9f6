import { describe, expect, test } from 'vitest';
import type { Problem } from '../../../catalog/problems.ts';
import { placeProblems } from '../../../intake/report/placed-problems.ts';

const found = (message: string): Problem => ({
  code: 'NAME_MISSING',
  severity: 'ERROR',
  message,
  source: '',
  cell: 'D5',
  row: 5,
});

describe('a sentence loses the place it begins with and nothing else', () => {
  test.each([
    ['单元格 D5：缺少必填要素：基本编码。请补填。', '缺少必填要素：基本编码。请补填。'],
    ['工作表“一：二”单元格 D5：应为：甲', '应为：甲'],
    ['文件“a.xlsx”工作表“表”第 5 行：应为：甲', '应为：甲'],
    ['应为：甲', '应为：甲'],
  ])('%s', (message, text) => {
    const row = placeProblems([found(message)])('a.xlsx', '表').get(5);
    expect([row?.text, row?.cells.get(3)?.text]).toEqual([text, text]);
  });
});
