import { expect, test } from 'vitest';
import type { GridRow } from '../../../intake/readers/grid.ts';
import { PROBLEM_COLUMN } from '../../../intake/report/report-input.ts';
import { withoutReport } from '../../../intake/report/without-report.ts';

const rest = async (rows: readonly (readonly (string | null)[])[]) => {
  async function* batches(): AsyncGenerator<readonly GridRow[]> {
    for (const [index, cells] of rows.entries()) yield [{ row: index + 1, cells }];
  }
  const left: unknown[] = [];
  for await (const batch of withoutReport(batches())) left.push(...batch.map(({ cells }) => cells));
  return left;
};

test('the column of an earlier report goes, whatever stands above its title', async () => {
  const rows = [['权力清单'], ['事项名称', PROBLEM_COLUMN, '备注'], ['甲', '事项类型不对', 'x'], ['乙']];
  expect(await rest(rows)).toEqual([['权力清单'], ['事项名称', null, '备注'], ['甲', null, 'x'], ['乙']]);
});

test('a sheet without one stays as it is', async () => {
  const rows = [
    ['问题', '事项名称'],
    ['导入问题？', '甲'],
  ];
  expect(await rest(rows)).toEqual(rows);
});
