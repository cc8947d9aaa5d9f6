import { expect, test } from 'vitest';
import { hiddenRows } from '../../../intake/readers/row-collector.ts';
import { xlsxReader } from '../../../intake/readers/xlsx.ts';
import { sheetFile, sheetXml } from '../../support/hostile-workbook.ts';
import { numberedRows, readWith } from '../../support/read-grid.ts';

test('rows that are hidden are read and told', async () => {
  const one = (row: number, hidden: string): string =>
    `<row r="${row}"${hidden}><c r="A${row}"><v>1</v></c></row>`;
  const some = `${one(2, ' hidden="1"')}<row r="3" hidden="1"/>${one(4, ' hidden="0"')}${one(7, ' hidden="true"')}`;
  const found = await readWith(xlsxReader, 'list.xlsx', sheetFile(sheetXml(some)));
  expect(numberedRows(found).map(([row]) => row)).toEqual([2, 4, 7]);
  expect(found.problems).toEqual(['HIDDEN_ROWS']);
  expect(hiddenRows('表', [2, 7])[0]?.message).toContain('第 2、7 行是隐藏行');
  const many = Array.from({ length: 30 }, (_none, index) => index + 1);
  expect(hiddenRows('表', many)[0]?.message).toContain('、19、20 等 30 行是隐藏行');
});
