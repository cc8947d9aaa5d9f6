import type { CellObject, WorkBook } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import type { CellValue, ReadLimits } from '../../../intake/readers/grid.ts';
import { xlsReader } from '../../../intake/readers/xls.ts';
import { END, number, ole, record, start, strings, text, workbook } from '../../support/old-workbook.ts';
import { numberedRows, type ReadFile, readWith } from '../../support/read-grid.ts';
import { savedBook, sheetJs } from '../../support/sheet-js.ts';

const read = async (bytes: Buffer, limits: Partial<ReadLimits> = {}): Promise<ReadFile> =>
  await readWith(xlsReader, 'list.xls', bytes, limits);

/** A workbook of these sheets as Excel 97 saves it. */
const saved = (
  sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>,
  change = (_book: WorkBook) => {},
) => {
  const book = sheetJs.utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    sheetJs.utils.book_append_sheet(book, sheetJs.utils.aoa_to_sheet(rows as unknown[][]), name);
  }
  change(book);
  return savedBook(book, 'biff8');
};

describe('a workbook of Excel 97', () => {
  test('brings texts, numbers, truth values; what is empty is left out', async () => {
    const rows = [['事项名称', 'code'], [], [null, 1.5, -7, 330824, true, '𠀀许', false]];
    expect(numberedRows(await read(saved({ 清单: rows })))).toEqual([
      [1, ['事项名称', 'code']],
      [3, [null, 1.5, -7, 330824, true, '𠀀许', false]],
    ]);
  });

  test.each<readonly [value: number, format: string, expected: CellValue]>([
    [45352, 'yyyy-mm-dd', new Date('2024-03-01Z')],
    [45352, 'yyyy"年"m"月"d"日"', new Date('2024-03-01Z')],
    [0.395833333333333, 'h:mm', '09:30'],
    [1.25, '[h]:mm', '30:00'],
    [123, '00000', '00123'],
    [20, '0"个工作日"', '20个工作日'],
    [5713120001, '0000-0000000', '0571-3120001'],
    [0.5, '0%', 0.5],
    [1234567.25, '#,##0.00', 1234567.25],
    [12.34, 'General', 12.34],
    [-536870912, 'General', -536870912],
  ])('%d in format %s', async (value, format, expected) => {
    const cell: CellObject = { t: 'n', v: value, z: format };
    const file = saved({ a: [[null]] }, (book) => {
      book.Sheets['a'] = { '!ref': 'A1', A1: cell };
    });
    expect((await read(file)).sheets[0]?.rows[0]?.cells).toEqual([expected]);
  });

  test('tells merged ranges and hidden sheets', async () => {
    const file = saved({ 一: [['a']], 二: [['b']] }, (book) => {
      book.Sheets['一']!['!merges'] = [
        sheetJs.utils.decode_range('A1:C2'),
        sheetJs.utils.decode_range('B4:B5'),
      ];
      book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
    });
    expect((await read(file)).sheets).toMatchObject([
      {
        name: '一',
        hidden: false,
        merges: [
          { top: 1, left: 0, bottom: 2, right: 2 },
          { top: 4, left: 1, bottom: 5, right: 1 },
        ],
      },
      { name: '二', hidden: true, rows: [{ row: 1, cells: ['b'] }] },
    ]);
  });

  test('reports errors by their cell', async () => {
    const file = saved({ a: [['x']] }, (book) => {
      book.Sheets['a'] = { '!ref': 'A1:B2', A1: { t: 's', v: 'x' }, B2: { t: 'e', v: 42 } };
    });
    expect((await read(file)).sheets[0]?.rows).toMatchObject([
      { row: 1, cells: ['x'] },
      { row: 2, cells: [], problems: [{ code: 'CELL_ERROR', value: '#N/A', sheet: 'a', cell: 'B2' }] },
    ]);
  });

  test('has rows by the thousand', async () => {
    const rows = Array.from({ length: 3000 }, (_none, row) => [row, `第 ${row} 行`]);
    const found = numberedRows(await read(saved({ a: rows })));
    expect(found.length).toBe(3000);
    expect(found.at(-1)).toEqual([3000, [2999, '第 2999 行']]);
  });
});

const at = (row: number, column: number): Buffer => Buffer.from([row, 0, column, 0, 0, 0]);
const shared = (row: number, column: number, index: number): Buffer =>
  record(0xfd, at(row, column), [index, 4]);
const formula = (row: number, column: number, result: string): Buffer =>
  record(0x06, at(row, column), Buffer.from(result, 'hex'), Buffer.alloc(8));
const wide = (letters: string): Buffer => Buffer.from(letters, 'utf16le');

const cells = async (records: readonly Buffer[], globals: readonly Buffer[] = []) =>
  numberedRows(await read(workbook(records, globals)));

describe('records that few programs write', () => {
  test('cells in any order are sorted by their rows', async () => {
    const found = await cells([number(4, 0), number(1, 2), number(4, 2), number(2, 0)]);
    expect(found.map(([row, values]) => [row, values.length])).toEqual([
      [2, 3],
      [3, 1],
      [5, 3],
    ]);
  });

  test('the text of a formula comes after what formulas share', async () => {
    const records = [
      formula(0, 0, '000000000000ffff'),
      record(0x4bc, Buffer.alloc(10)),
      record(0x207, [2, 2], [1, 1], wide('甲乙')),
      formula(0, 1, '010001000000ffff'),
      formula(0, 2, '020007000000ffff'),
      formula(0, 3, '030000000000ffff'),
      formula(0, 4, '000000000000f03f'),
    ];
    const { sheets } = await read(workbook(records));
    expect(sheets[0]?.rows).toMatchObject([
      {
        row: 1,
        cells: ['甲乙', true, null, null, 1],
        problems: [{ code: 'CELL_ERROR', value: '#DIV/0!', cell: 'C1' }],
      },
    ]);
  });

  test('shared texts cut by a record say anew how they are written', async () => {
    const first = strings(2, text(4, 0, Buffer.from('ab')));
    const rest = record(0x3c, [1, 1], wide('甲乙'), text(1, 8, [1, 2], Buffer.from('c'), Buffer.alloc(4)));
    expect(await cells([shared(0, 0, 0), shared(0, 1, 1)], [first, rest])).toEqual([[1, ['ab甲乙', 'c']]]);
  });

  test('texts within the cell, plain and with formats', async () => {
    const label = record(0x204, at(0, 0), text(2, 1, wide('甲乙')));
    const rich = record(0xd6, at(0, 1), text(1, 0, Buffer.from('b')), [1, 2], Buffer.alloc(4));
    expect(await cells([label, rich])).toEqual([[1, ['甲乙', 'b']]]);
  });

  test('numbers in four bytes', async () => {
    const packed = (value: number) => [0, 0, value] as const;
    const bytes = (values: readonly number[]): Buffer =>
      Buffer.concat(values.map((value) => record(0, [0, 2], [packed(value)[2], 4]).subarray(4)));
    const many = record(
      0xbd,
      [0, 2],
      [1, 2],
      bytes([(5 << 2) | 2, (1234 << 2) | 3, 0x3ff00000, 0x40590001]),
      [4, 2],
    );
    expect(await cells([many])).toEqual([[1, [null, 5, 12.34, 1, 1]]]);
  });

  test('merged ranges after an embedded chart', async () => {
    const merged = record(0xe5, [1, 2], [0, 2], [2, 2], [1, 2], [1, 2]);
    const found = await read(workbook([number(0, 0), start(0x20), number(9, 9), END, merged]));
    expect(found.sheets[0]?.merges).toEqual([{ top: 1, left: 1, bottom: 3, right: 1 }]);
    expect(numberedRows(found).map(([row]) => row)).toEqual([1]);
  });

  test('rows that are hidden are read and told', async () => {
    const row = (index: number, flags: number): Buffer =>
      record(0x208, [index, 2], Buffer.alloc(10), [flags, 4]);
    const found = await read(workbook([row(0, 0), row(1, 0x20), row(2, 0x20), number(0, 0), number(2, 0)]));
    expect(numberedRows(found).map(([at]) => at)).toEqual([1, 3]);
    expect(found.problems).toEqual(['HIDDEN_ROWS']);
  });

  test('days counted from 1904', async () => {
    const styles = [record(0x22, [1, 2]), record(0xe0, [0, 2], [14, 2], Buffer.alloc(16))];
    const cell = record(0x203, at(0, 0), Buffer.from('0000000000008040', 'hex'));
    expect(await cells([cell], styles)).toEqual([[1, [new Date('1905-05-27Z')]]]);
  });
});

describe('a file is refused', () => {
  const password = workbook([number(0, 0)], [record(0x2f, Buffer.alloc(54))]);
  const old = ole({ Workbook: Buffer.concat([start(5, 0x500), END, Buffer.alloc(5000)]) });

  test.each<readonly [why: string, bytes: Buffer, limits: Partial<ReadLimits>, sentence: RegExp]>([
    ['with a password', password, {}, /设有打开密码/u],
    ['of Excel 95', old, {}, /xls 内容已损坏/u],
    ['without the text a cell names', workbook([shared(0, 0, 7)]), {}, /xls 内容已损坏/u],
    ['cut short', workbook([number(0, 0)]).subarray(0, 2000), {}, /已损坏/u],
    [
      'with a column too far',
      workbook([number(6, 27)]),
      { columns: 27 },
      /工作表“a”单元格 AB7：列数超过上限 27/u,
    ],
    ['with a row too far', workbook([number(6, 0)]), { rows: 6 }, /单元格 A7：行数超过上限 6/u],
    [
      'with too many cells',
      workbook([number(0, 0), number(0, 1)]),
      { cells: 1 },
      /单元格 B1：单元格数超过上限 1/u,
    ],
    ['that is none', Buffer.from('d0cf11e0'), {}, /文件已损坏/u],
  ])('%s', async (_why, bytes, limits, sentence) => {
    expect((await read(bytes, limits)).refused?.message).toMatch(sentence);
  });
});
