import * as XLSX from '@e965/xlsx';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { problem } from '../../../catalog/problems.ts';
import { FILLS } from '../../../intake/export/workbook-stream.ts';
import type { Grid, GridRow, RecordRow, Sheet } from '../../../intake/readers/grid.ts';
import { freshWorkbook, type ReportSource } from '../../../intake/report/fresh-workbook.ts';
import { PROBLEM_COLUMN, type ReportInput, SUMMARY_SHEET } from '../../../intake/report/report-input.ts';

async function* each<T>(...values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}

const cells = (name: string | undefined, rows: readonly GridRow[]) => (): Sheet => ({
  kind: 'CELLS',
  ...(name === undefined ? {} : { name }),
  batches: each(rows.slice(0, 2), rows.slice(2)),
});

const records = (rows: readonly RecordRow[]) => (): Sheet => ({ kind: 'RECORDS', batches: each(rows) });

const source = (document: string, ...sheets: readonly (() => Sheet)[]): ReportSource => ({
  document,
  open: async () => {
    const grid: Grid = { document, sheets: each(...sheets.map((make) => make())), problems: [] };
    return { grid, close: () => undefined };
  },
});

const LIST = source(
  '清单.csv',
  cells(undefined, [
    { row: 1, cells: ['权力清单'] },
    { row: 2, cells: ['编码', '事项名称'] },
    { row: 4, cells: ['00100', '=1+1', '多'] },
    { row: 5, cells: [null, new Date(Date.UTC(2026, 0, 5))] },
  ]),
);

const reportOf = (problems: ReportInput['problems'], rows = 2): ReportInput => ({
  list: 'power',
  rows,
  accepted: 1,
  problems,
  tables: [{ document: '清单.csv', columns: ['编码', '事项名称'] }],
});

const bytesOf = async (sources: readonly ReportSource[], report: ReportInput): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  for await (const piece of freshWorkbook(sources, report)) pieces.push(piece);
  return Buffer.concat(pieces);
};

const textsOf = (bytes: Buffer, name: string): unknown[][] =>
  XLSX.utils.sheet_to_json<unknown[]>(XLSX.read(bytes).Sheets[name] as XLSX.WorkSheet, {
    header: 1,
    blankrows: true,
    defval: '',
  });

const FOUND = [
  problem('NAME_MISSING', { row: 5 }),
  problem('UNKNOWN_ITEM_TYPE', { row: 4, cell: 'A4', value: '怪' }),
];

describe('rows of a text file', () => {
  test('stand where they stood, with sentences beside them', async () => {
    const bytes = await bytesOf([LIST], reportOf(FOUND));
    expect(textsOf(bytes, '清单.csv')).toEqual([
      ['权力清单', '', '', ''],
      ['编码', '事项名称', '', PROBLEM_COLUMN],
      ['', '', '', ''],
      ['00100', '=1+1', '多', expect.stringContaining('事项类型“怪”')],
      ['', '2026-01-05', '', expect.stringContaining('事项名称为空')],
    ]);
  });

  test('codes and beginnings of formulas are texts, marked cells have their colour', async () => {
    const bytes = await bytesOf([LIST], reportOf(FOUND));
    const sheet = XLSX.read(bytes, { cellFormula: true }).Sheets['清单.csv'];
    expect([sheet?.['A4']?.t, sheet?.['B4']?.t, sheet?.['B4']?.f]).toEqual(['s', 's', undefined]);
    const { sheets } = await readXlsx(bytes, { readStyles: true });
    const fill = (key: string) => sheets[0]?.cells?.get(key)?.style?.fill;
    expect(fill('3,0')).toMatchObject({ fgColor: { rgb: FILLS.WARNING } });
    expect(fill('4,3')).toMatchObject({ fgColor: { rgb: FILLS.ERROR } });
  });
});

test('records become rows below the row of their keys', async () => {
  const guides = source(
    '指南.json',
    records([
      { row: 1, record: { task_name: '甲', materials: [{ material_name: '表' }] } },
      { row: 2, record: { task_name: '', 自有: 5 } },
    ]),
  );
  const bytes = await bytesOf([guides], reportOf([problem('NAME_MISSING', { row: 2 })]));
  expect(textsOf(bytes, '指南.json')).toEqual([
    ['task_name', 'materials', '自有', PROBLEM_COLUMN],
    ['甲', '[{"material_name":"表"}]', '', ''],
    ['', '', '5', expect.stringContaining('事项名称为空')],
  ]);
});

test('of a source beyond 50,000 rows only the rows with problems come, numbered, and the summary says so', async () => {
  const bytes = await bytesOf([LIST], reportOf(FOUND, 50_001));
  expect(textsOf(bytes, '清单.csv')).toEqual([
    ['原文件行号', '编码', '事项名称', '', PROBLEM_COLUMN],
    [4, '00100', '=1+1', '多', expect.stringContaining('怪')],
    [5, '', '2026-01-05', '', expect.stringContaining('为空')],
  ]);
  expect(textsOf(bytes, SUMMARY_SHEET).flat()).toContain(
    '来源超过 50000 行，这里只列出有问题的行，第一列是它在原文件中的行号。',
  );
});

test('several files, and sheets whose names no workbook can have', async () => {
  const other = source(
    'b.html',
    cells('表/1: [甲]?', [{ row: 1, cells: ['x'] }]),
    cells('表 1  甲', [{ row: 1, cells: ['y'] }]),
  );
  const problems = [problem('NAME_MISSING', { document: 'b.html', sheet: '表 1  甲', row: 1 })];
  const book = XLSX.read(await bytesOf([LIST, other], reportOf(problems)));
  expect(book.SheetNames).toEqual(['清单.csv', '表 1   甲', '表 1  甲', SUMMARY_SHEET]);
  expect(book.Sheets['表 1  甲']?.['B1']?.v).toBeDefined();
  expect(book.Sheets['清单.csv']?.['D4']).toBeUndefined();
});

test('the same rows give the same bytes', async () => {
  const [one, other] = [await bytesOf([LIST], reportOf(FOUND)), await bytesOf([LIST], reportOf(FOUND))];
  expect(one.equals(other)).toBe(true);
});
