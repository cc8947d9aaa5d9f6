import { expect, test } from 'vitest';
import { htmlTable } from '../../../cli/evaluation-report/markup.ts';
import { figure, percent, textTable } from '../../../cli/evaluation-report/table.ts';

const table = {
  caption: '表',
  head: ['名称', '数'],
  rows: [
    ['甲乙丙', '1'],
    ['a', '23'],
  ],
  numbersFrom: 1,
  note: '注',
};

test('text columns are aligned by what characters take on a terminal', () => {
  expect(textTable(table)).toBe('表\n  名称    数\n  甲乙丙   1\n  a       23\n  注\n');
});

test('a page table has its caption, scopes and right-aligned numbers', () => {
  const html = htmlTable({ ...table, caption: '<表>' });
  expect(html).toContain('<caption>&lt;表&gt;</caption>');
  expect(html).toContain('<th scope="col">名称</th><th scope="col" class="number">数</th>');
  expect(html).toContain('<th scope="row">甲乙丙</th><td class="number">1</td>');
});

test.each([
  [0.123_456, '0.123', '12.3%'],
  [1, '1.000', '100.0%'],
  [null, '－', '－'],
  [undefined, '－', '－'],
])('%s', (value, asFigure, asPercent) => {
  expect([figure(value), percent(value)]).toEqual([asFigure, asPercent]);
});
