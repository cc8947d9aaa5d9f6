import { access, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { problem } from '../../../catalog/problems.ts';
import { FileRefused } from '../../../intake/readers/grid.ts';
import { type ReportInput, SUMMARY_SHEET } from '../../../intake/report/report-input.ts';
import { writeReport } from '../../../intake/report/report-workbook.ts';
import { withFile } from '../../support/lists.ts';

const FOUND = [problem('NAME_MISSING', { row: 2, cell: 'B2' })];

const report: ReportInput = { list: 'power', rows: 1, accepted: 0, problems: FOUND };

/** Writes the report of one source file and reads it as a workbook. */
const reportOf = async (name: string, content: string | Buffer, what = report): Promise<XLSX.WorkBook> =>
  await withFile(name, content, async (path) => {
    const outPath = join(dirname(path), 'out.xlsx');
    await writeReport({ sourcePaths: [path], outPath, report: what });
    return XLSX.read(await readFile(outPath));
  });

const workbook = async (): Promise<Buffer> =>
  Buffer.from(
    await writeXlsx({
      sheets: [
        {
          name: '表',
          rows: [
            ['row_id', '事项名称'],
            ['1', null],
          ],
        },
      ],
    }),
  );

test.each([
  ['a.csv', 'row_id,事项名称\n1,\n', 'a.csv'],
  ['a.csv', Buffer.from([0xca, 0xc2, 0xcf, 0xee, 0x0a, 0x31, 0x2c, 0x0a]), 'a.csv'],
  ['a.html', '<table><tr><th>row_id<th>事项名称<tr><td>1<td></table>', undefined],
])('%s comes back as a new workbook', async (name, content, sheet) => {
  const book = await reportOf(name, content);
  const [first = ''] = book.SheetNames;
  if (sheet !== undefined) expect(first).toBe(sheet);
  expect(book.SheetNames).toEqual([first, SUMMARY_SHEET]);
  expect(book.Sheets[first]?.['C2']?.v).toContain('事项名称为空');
});

test('an xlsx comes back as itself, under another name or its own', async () => {
  const book = await reportOf('a.xlsx', await workbook());
  expect(book.SheetNames).toEqual(['表', SUMMARY_SHEET]);
  expect(book.Sheets['表']?.['B2']?.c?.[0]?.t).toContain('事项名称为空');
});

test('of a file that is gone nothing is written', async () => {
  await withFile('a.csv', '', async (path) => {
    const outPath = join(dirname(path), 'out.xlsx');
    await writeFile(outPath, 'before');
    const missing = join(dirname(path), 'b.csv');
    await expect(writeReport({ sourcePaths: [missing], outPath, report })).rejects.toThrow(FileRefused);
    expect(await readFile(outPath, 'utf8')).toBe('before');
    await expect(access(join(dirname(path), `.out.xlsx.${process.pid}.part`))).rejects.toThrow();
  });
});

test('a workbook too long to be held comes back as a new one, which says so', async () => {
  const book = await reportOf('a.xlsx', await workbook(), { ...report, rows: 3_001 });
  expect(book.SheetNames).toEqual(['表', SUMMARY_SHEET]);
  expect(book.Sheets['表']?.['C2']?.v).toContain('事项名称为空');
  const texts = XLSX.utils.sheet_to_json<unknown[]>(book.Sheets[SUMMARY_SHEET] as XLSX.WorkSheet, {
    header: 1,
  });
  expect(texts.flat()).toContain('这是按读到的行新建的工作簿，没有保留原工作簿的版式。');
});
