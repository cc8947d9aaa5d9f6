import * as XLSX from '@e965/xlsx';
import { openXlsx, readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { problem } from '../../../catalog/problems.ts';
import { FILLS } from '../../../intake/export/workbook-stream.ts';
import { markWorkbook } from '../../../intake/report/marked-workbook.ts';
import { PROBLEM_COLUMN, type ReportInput, SUMMARY_SHEET } from '../../../intake/report/report-input.ts';

const TITLE_STYLE = {
  font: { bold: true, size: 18, color: { rgb: 'FF0000' } },
  alignment: { horizontal: 'center' },
} as const;
const HEADER_STYLE = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'D9D9D9' } },
} as const;

/** A county's list as an office sends it: a title over the header, a hidden sheet, a formula, a text that looks like one. */
const officeFile = async (): Promise<Uint8Array> =>
  await writeXlsx({
    properties: { created: new Date(0), modified: new Date(0) },
    sheets: [
      {
        name: '清单',
        rows: [
          ['青溪县权力清单', null, null],
          ['序号', '事项名称', '承诺办结时限'],
          [1, '甲事项', '尽快'],
          [2, '=文本', '5个工作日'],
          [3, null, null],
        ],
        cells: new Map([
          ['0,0', { value: '青溪县权力清单', type: 'string' as const, style: TITLE_STYLE }],
          ['1,0', { value: '序号', type: 'string' as const, style: HEADER_STYLE }],
          ['2,1', { value: '甲事项', type: 'string' as const, comment: { author: '张三', text: '请核' } }],
          ['3,0', { value: 2, type: 'formula' as const, formula: '1+1', formulaResult: 2 }],
        ]),
        merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 2 }],
        columns: [{ width: 6 }, { width: 40 }, {}],
        freezePane: { rows: 2 },
      },
      { name: '填表说明', rows: [['说明']], hidden: true },
    ],
  });

const sheet = '清单';
const report = (problems: ReportInput['problems']): ReportInput => ({
  list: 'power',
  rows: 3,
  accepted: 2,
  problems,
  tables: [{ document: '清单.xlsx', sheet, columns: ['序号', '事项名称', '承诺办结时限'] }],
  departments: [{ department: '民政局', rows: 3, errors: 1, warnings: 1, infos: 0 }],
});

const FOUND = [
  problem('UNRECOGNISED_TIME_LIMIT', { sheet, cell: 'C3', row: 3, title: '承诺办结时限', value: '尽快' }),
  problem('NAME_MISSING', { sheet, cell: 'B5', row: 5 }),
  problem('UNKNOWN_COLUMN', { sheet, row: 5, value: '说明' }),
  problem('FILE_ENCODING_GUESSED', { value: 'GB18030' }),
];

const markedFile = async (problems = FOUND, bytes?: Uint8Array): Promise<Uint8Array> =>
  await markWorkbook(bytes ?? (await officeFile()), '清单.xlsx', report(problems));

const fillsOf = async (bytes: Uint8Array) => {
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  return (name: string, key: string): string | undefined => {
    const fill = sheets.find((each) => each.name === name)?.cells?.get(key)?.style?.fill;
    return fill?.type === 'pattern' ? fill.fgColor?.rgb : undefined;
  };
};

describe('the workbook comes back', () => {
  test('with its look: styles, widths, merged and hidden parts, formulas and comments', async () => {
    const { sheets } = await readXlsx(await markedFile(), { readStyles: true });
    const [list, notes] = sheets;
    expect(list?.cells?.get('0,0')?.style).toMatchObject(TITLE_STYLE);
    expect(list?.cells?.get('1,0')?.style).toMatchObject(HEADER_STYLE);
    expect(list?.cells?.get('3,0')).toMatchObject({ formula: '1+1' });
    expect(list?.cells?.get('2,1')?.comment).toEqual({ author: '张三', text: '请核' });
    expect(list?.merges).toEqual([{ startRow: 0, startCol: 0, endRow: 0, endCol: 2 }]);
    expect(list?.columns?.[1]?.width).toBe(40);
    expect(list?.freezePane).toEqual({ rows: 2 });
    expect([notes?.name, notes?.hidden]).toEqual(['填表说明', true]);
  });

  test('with a last column of sentences, the worst first, under the header', async () => {
    const list = XLSX.read(await markedFile()).Sheets[sheet];
    const column = [1, 2, 3, 4, 5].map((row) => list?.[`D${row}`]?.v);
    expect(column).toEqual([
      undefined,
      PROBLEM_COLUMN,
      '“承诺办结时限”写作“尽快”，无法读出数量和单位；请写成“20个工作日”“即办”或“无”。',
      undefined,
      expect.stringMatching(/^事项名称为空.*\n列“说明”/u),
    ]);
  });

  test('with marks on the cells, a comment each, and texts still texts', async () => {
    const bytes = await markedFile();
    const fillOf = await fillsOf(bytes);
    expect([fillOf(sheet, '2,2'), fillOf(sheet, '4,1'), fillOf(sheet, '4,3'), fillOf(sheet, '3,2')]).toEqual([
      FILLS.WARNING,
      FILLS.ERROR,
      FILLS.ERROR,
      undefined,
    ]);
    const list = XLSX.read(bytes, { cellFormula: true }).Sheets[sheet];
    expect(list?.['C3']?.c?.[0]?.t).toContain('尽快');
    expect([list?.['B4']?.t, list?.['B4']?.v, list?.['B4']?.f]).toEqual(['s', '=文本', undefined]);
  });

  test('with a sheet that counts: by severity, rule, department, and what concerns the file', async () => {
    const book = XLSX.read(await markedFile());
    expect(book.SheetNames).toEqual(['清单', '填表说明', SUMMARY_SHEET]);
    const rows = XLSX.utils.sheet_to_json<unknown[]>(book.Sheets[SUMMARY_SHEET] as XLSX.WorkSheet, {
      header: 1,
    });
    expect(rows).toEqual(
      expect.arrayContaining([
        ['来源行数', 3],
        ['错误', 1],
        ['警告', 1],
        ['提示', 2],
        ['NAME_MISSING', '错误', 1, expect.any(String), expect.any(String)],
        ['民政局', 3, 1, 1, 0],
        ['FILE_ENCODING_GUESSED', '提示', expect.stringContaining('GB18030')],
      ]),
    );
  });
});

test('a report of a report takes the place of the first: mended cells lose their marks', async () => {
  const again = await markedFile(FOUND.slice(1), await markedFile());
  const { sheets } = await openXlsx(again, { readStyles: true });
  expect(sheets.map(({ name }) => name)).toEqual(['清单', '填表说明', SUMMARY_SHEET]);
  expect(sheets[0]?.rows[1]).toEqual(['序号', '事项名称', '承诺办结时限', PROBLEM_COLUMN]);
  expect(sheets[0]?.rows[2]?.[3] ?? null).toBeNull();
  const fillOf = await fillsOf(again);
  expect([fillOf(sheet, '2,2'), fillOf(sheet, '2,3'), fillOf(sheet, '4,1')]).toEqual([
    undefined,
    undefined,
    FILLS.ERROR,
  ]);
  expect(sheets[0]?.cells?.get('2,2')?.comment).toBeUndefined();
});

test('the same report gives the same bytes', async () => {
  expect(Buffer.from(await markedFile()).equals(Buffer.from(await markedFile()))).toBe(true);
});
