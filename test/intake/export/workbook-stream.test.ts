import * as XLSX from '@e965/xlsx';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { FILLS, type SheetContent, workbookStream, xmlText } from '../../../intake/export/workbook-stream.ts';

const bytesOf = async (...sheets: readonly SheetContent[]): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  for await (const piece of workbookStream(sheets)) pieces.push(piece);
  return Buffer.concat(pieces);
};

const TEXTS = [
  '=1+1',
  '0012',
  '甲\n乙',
  ' x ',
  '<&>"\'',
  '_x0041_',
  '\u0001\uFFFE',
  '\u{1F600}',
  '12345678901234567890',
];

const sheet = (): SheetContent => ({
  name: '清单',
  widths: [10, 40],
  headed: true,
  rows: [
    [
      { value: '编码', look: 'HEADER' },
      { value: '数', look: 'HEADER' },
    ],
    ...TEXTS.map((value, index) => [
      { value, look: 'CODE' } as const,
      index === 0 ? undefined : ({ value: index, look: 'NUMBER' } as const),
    ]),
    [undefined, { value: '坏', look: 'ERROR' }],
  ],
});

describe('a workbook written as a stream', () => {
  test('is read by others as it was written, texts as texts', async () => {
    const list = XLSX.read(await bytesOf(sheet()), { cellFormula: true }).Sheets['清单'];
    const cells = TEXTS.map((_, index) => list?.[`A${index + 2}`]);
    expect(cells.map((cell) => cell?.t)).toEqual(TEXTS.map(() => 's'));
    expect(cells.map((cell) => cell?.f)).toEqual(TEXTS.map(() => undefined));
    expect(cells.map((cell) => cell?.v)).toEqual(TEXTS);
    expect([list?.['B2'], list?.['B3']?.t, list?.['B3']?.v]).toEqual([undefined, 'n', 1]);
  });

  test('has a header that stays and filters, widths, and colours', async () => {
    const { sheets } = await readXlsx(await bytesOf(sheet()), { readStyles: true });
    const [list] = sheets;
    expect([list?.freezePane, list?.autoFilter?.range]).toEqual([{ rows: 1 }, 'A1:B11']);
    expect(list?.columns?.map(({ width }) => width)).toEqual([10, 40]);
    expect(list?.cells?.get('10,1')?.style?.fill).toMatchObject({ fgColor: { rgb: FILLS.ERROR } });
    expect(list?.cells?.get('1,0')?.style?.numFmt).toBe('@');
  });

  test('may have several sheets, and one without rows', async () => {
    const bytes = await bytesOf(sheet(), { name: '空&表', widths: [], headed: true, rows: [] });
    const book = XLSX.read(bytes);
    expect(book.SheetNames).toEqual(['清单', '空&表']);
    expect(XLSX.utils.sheet_to_json(book.Sheets['空&表'] as XLSX.WorkSheet)).toEqual([]);
  });

  test('has the same bytes whenever it is written', async () => {
    expect((await bytesOf(sheet())).equals(await bytesOf(sheet()))).toBe(true);
  });

  test('marks stretches, leads to other sheets, and is printed with its header on every page', async () => {
    const report: SheetContent = {
      name: "甲'乙",
      widths: [20, 10],
      headed: true,
      isPrinted: true,
      rows: [
        [{ value: '标题', look: 'HEADER' }],
        [
          {
            value: [
              { text: '甲', isMarked: false },
              { text: ' 乙', isMarked: true },
            ],
            look: 'WRAPPED',
          },
          { value: '清单', look: 'LINK', leadsTo: '清单' },
        ],
        [{ value: '长'.repeat(40), look: 'WRAPPED' }],
      ],
    };
    const bytes = await bytesOf(sheet(), report);
    const book = XLSX.read(bytes, { cellStyles: true });
    const read = book.Sheets["甲'乙"];
    expect([read?.['A2']?.v, read?.['B2']?.l?.Target]).toEqual(['甲 乙', "#'清单'!A1"]);
    expect(book.Workbook?.Names).toEqual([
      expect.objectContaining({ Name: '_xlnm.Print_Titles', Sheet: 1, Ref: "'甲''乙'!$1:$1" }),
    ]);
    expect(read?.['!rows']?.[2]?.hpt).toBeGreaterThan(60);
    const { sheets } = await readXlsx(bytes, { readStyles: true });
    expect(sheets[1]?.pageSetup).toMatchObject({ paperSize: 'a4', orientation: 'landscape' });
    expect(sheets[0]?.pageSetup).toBeUndefined();
  });

  test('passes on what goes wrong with its rows', async () => {
    async function* broken() {
      yield [{ value: '甲', look: 'TEXT' } as const];
      throw new Error('the rows end here');
    }
    await expect(bytesOf({ name: 'x', widths: [1], headed: false, rows: broken() })).rejects.toThrow(
      'the rows end here',
    );
  });
});

test.each([
  ['a_b', 'a_b'],
  ['_x0041_', '_x005F_x0041_'],
  ['_x00', '_x00'],
  ['\u0008', '_x0008_'],
  ['甲\t\n', '甲\t\n'],
  ['\r', '_x000D_'],
])('%j is written %j', (text, xml) => {
  expect(xmlText(text)).toBe(xml);
});
