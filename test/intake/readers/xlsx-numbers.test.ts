import { describe, expect, test } from 'vitest';
import type { CellValue, ReadLimits } from '../../../intake/readers/grid.ts';
import { xlsxReader } from '../../../intake/readers/xlsx.ts';
import { sheetXml, type WorkbookText, workbookFile, workbookXml } from '../../support/hostile-workbook.ts';
import { type ReadFile, readWith } from '../../support/read-grid.ts';

const read = async (bytes: Buffer, limits: Partial<ReadLimits> = {}): Promise<ReadFile> =>
  await readWith(xlsxReader, 'list.xlsx', bytes, limits);

/** What a reader makes of one cell, with these shared texts and number formats. */
const cellOf = async (cell: string, text: WorkbookText = {}): Promise<CellValue | undefined> => {
  const file = workbookFile({ ...text, sheet: sheetXml(`<row r="1">${cell}</row>`) });
  const found = await read(file);
  if (found.refused !== undefined) throw new Error(found.refused.message);
  return found.sheets[0]?.rows[0]?.cells[0];
};

const day = (iso: string): Date => new Date(`${iso}Z`);

describe('numbers, truth values, dates', () => {
  test.each<readonly [cell: string, expected: CellValue | undefined]>([
    ['<c r="A1"><v>12.5</v></c>', 12.5],
    ['<c r="A1" t="n"><v>-1E-3</v></c>', -0.001],
    ['<c r="A1"><f>1+1</f><v>2</v></c>', 2],
    ['<c r="A1"><v>330824197801011234</v></c>', '330824197801011234'],
    ['<c r="A1"><v>3.3082419780101101E+17</v></c>', 330824197801011010],
    ['<c r="A1"><v></v></c>', undefined],
    ['<c r="A1" t="b"><v>1</v></c>', true],
    ['<c r="A1" t="b"><v>0</v></c>', false],
    ['<c r="A1" t="d"><v>2024-03-01</v></c>', day('2024-03-01')],
    ['<c r="A1" t="d"><v>2024-03-01T09:30:15</v></c>', day('2024-03-01T09:30:15')],
    ['<c r="A1" t="d"><v>someday</v></c>', 'someday'],
  ])('%s', async (cell, expected) => {
    expect(await cellOf(cell)).toEqual(expected);
  });

  const styles = (id: number, code = ''): string =>
    `<styleSheet><numFmts>${code === '' ? '' : `<numFmt numFmtId="${id}" formatCode="${code}"/>`}</numFmts>` +
    `<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="${id}"/></cellXfs></styleSheet>`;

  test.each<readonly [serial: string, id: number, code: string, expected: CellValue]>([
    ['45352', 14, '', day('2024-03-01')],
    ['45352.396', 22, '', day('2024-03-01T09:30:14')],
    ['45352', 31, '', day('2024-03-01')],
    ['45352', 57, '', day('2024-03-01')],
    ['45352', 164, 'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;', day('2024-03-01')],
    ['45352', 164, '[$-804]yyyy/m/d;@', day('2024-03-01')],
    ['45352', 164, '[DBNum1][$-804]m&quot;月&quot;d&quot;日&quot;', day('2024-03-01')],
    ['45352', 164, 'mmm', day('2024-03-01')],
    ['1', 14, '', day('1900-01-01')],
    ['59', 14, '', day('1900-02-28')],
    ['61', 14, '', day('1900-03-01')],
    ['-1', 14, '', -1],
    ['2958466', 14, '', 2958466],
    ['0.395833333333333', 20, '', '09:30'],
    ['45352.395833333', 20, '', '09:30'],
    ['0.39601', 21, '', '09:30:15'],
    ['0.75', 164, 'h&quot;时&quot;mm&quot;分&quot;', '18:00'],
    ['0.5', 164, '上午/下午h:mm', '12:00'],
    ['1.25', 46, '', '30:00'],
    ['1.25', 164, '[h]:mm', '30:00'],
    ['123', 164, '00000', '00123'],
    ['-5', 164, '000', -5],
    ['5713120001', 164, '0000-0000000', '0571-3120001'],
    ['87654321', 164, '(&quot;0571&quot;)0000-0000', '(0571)8765-4321'],
    ['20', 164, '0&quot;个工作日&quot;', '20个工作日'],
    ['20', 164, '&quot;每证&quot;0&quot;元&quot;', '每证20元'],
    ['20', 164, '\\第#\\条', '第20条'],
    ['0', 164, '##&quot;.0&quot;0', '.00'],
    ['3.5', 164, '0&quot;个工作日&quot;', 3.5],
    ['-5', 164, '0&quot;元&quot;', -5],
    ['5', 164, '0', 5],
    ['5', 164, '&quot;是&quot;', 5],
    ['5', 164, '0_ ', 5],
    ['5', 164, '0&quot;元&quot;;\\-0', 5],
    ['0.5', 9, '', 0.5],
    ['5', 164, '[Red]0.00_);\\(0\\)', 5],
    ['5', 164, 'General&quot;个工作日&quot;', 5],
    ['5', 164, '0.00E+00', 5],
    ['5', 164, '#,##0&quot; days&quot;', 5],
    ['5', 164, '@', 5],
  ])('%s in format %d %s', async (serial, id, code, expected) => {
    const cell = `<c r="A1" s="1"><v>${serial}</v></c>`;
    expect(await cellOf(cell, { styles: styles(id, code) })).toEqual(expected);
  });

  test('days counted from 1904', async () => {
    const workbook = workbookXml('<sheet name="a" r:id="rId1"/>').replace(
      '<sheets>',
      '<workbookPr date1904="1"/><sheets>',
    );
    expect(await cellOf('<c r="A1" s="1"><v>43890</v></c>', { workbook })).toEqual(day('2024-03-01'));
  });
});
