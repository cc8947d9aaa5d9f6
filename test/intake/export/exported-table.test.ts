import { describe, expect, test } from 'vitest';
import { EXPORT_TITLES } from '../../../intake/export/export-title.ts';
import { exportedTable } from '../../../intake/export/exported-table.ts';
import type { CellValue, GridRow } from '../../../intake/readers/grid.ts';

const tableOf = (name: string | undefined, ...texts: readonly (readonly CellValue[])[]) => {
  const rows: GridRow[] = texts.map((cells, index) => ({ row: index + 1, cells }));
  async function* batches() {
    yield rows.slice(0, 1);
    yield rows.slice(1);
  }
  const head = { document: 'a', name, hidden: false, before: [], merges: [], rows, whole: true };
  return exportedTable(head, batches());
};

const rowsOf = async (table: ReturnType<typeof tableOf>) => {
  const rows: unknown[] = [];
  for await (const batch of table?.batches ?? [])
    rows.push(...batch.map(({ row, cells }) => [row, ...cells]));
  return rows;
};

describe('a table that says it was exported', () => {
  test('from CSV: marks go, JSON becomes entries, rows that look like totals or notes are rows', async () => {
    const table = tableOf(
      undefined,
      [EXPORT_TITLES.csv, '事项名称', "'=栏", 'materials', ''],
      ["'-1", '合计', "''@", '[{"material_name":"表"}]', 'x'],
      ['2', '填表说明：', '', '[不是JSON', null],
      ['', '', '', '', ''],
    );
    expect(table).toMatchObject({ layout: '纵横导出', subject: 'ITEM', letters: ['A', 'B', 'C', 'D', 'E'] });
    expect(table?.header.slice(1)).toEqual(['事项名称', '=栏', 'materials', '第 5 列']);
    expect(table?.slots?.map(({ kind }) => kind)).toEqual(['FACT', 'FIELD', 'OTHER', 'BLOCK', 'OTHER']);
    expect(await rowsOf(table)).toEqual([
      [2, '-1', '合计', "'@", [{ material_name: '表' }], 'x'],
      [3, '2', '填表说明：', '', '[不是JSON', null],
    ]);
  });

  test('from a worksheet: apostrophes are its own', async () => {
    const table = tableOf('清单', [EXPORT_TITLES.xlsx, '备注'], ['1', "'=1"]);
    expect(await rowsOf(table)).toEqual([[2, '1', "'=1"]]);
  });

  test('of guides beside items', () => {
    expect(tableOf('办事指南', [EXPORT_TITLES.guides, '事项名称'])?.subject).toBe('GUIDE');
  });
});

test.each([[['来源主键', '事项名称']], [['事项名称', EXPORT_TITLES.csv]], [[]]])(
  '%j begins another table',
  (first) => {
    expect(tableOf(undefined, first)).toBeUndefined();
  },
);
