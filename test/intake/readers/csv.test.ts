import { describe, expect, test } from 'vitest';
import { csvReader } from '../../../intake/readers/csv.ts';
import { numberedRows, readWith } from '../../support/read-grid.ts';

describe('rows and their numbers', () => {
  test.each([
    [
      'plain',
      'a,b\n1,2\n',
      [
        [1, ['a', 'b']],
        [2, ['1', '2']],
      ],
    ],
    [
      'no line end at the end',
      'a,b\n1,2',
      [
        [1, ['a', 'b']],
        [2, ['1', '2']],
      ],
    ],
    [
      'CRLF',
      'a,b\r\n1,2\r\n',
      [
        [1, ['a', 'b']],
        [2, ['1', '2']],
      ],
    ],
    [
      'carriage returns alone',
      'a,b\r1,2\r',
      [
        [1, ['a', 'b']],
        [2, ['1', '2']],
      ],
    ],
    [
      'a header that ends otherwise',
      'a,b\r\n1,2\n3,4\r',
      [
        [1, ['a', 'b']],
        [2, ['1', '2']],
        [3, ['3', '4']],
      ],
    ],
    [
      'commas and quotes in a cell',
      'a,b\n"1,""x""",2\n',
      [
        [1, ['a', 'b']],
        [2, ['1,"x"', '2']],
      ],
    ],
    [
      'line breaks in a cell make one row',
      'a,b\n"1\r\n2",3\n4,5\n',
      [
        [1, ['a', 'b']],
        [2, ['1\n2', '3']],
        [3, ['4', '5']],
      ],
    ],
    [
      'blank rows are counted and left out',
      'a,b\n\n,\n1,2\n',
      [
        [1, ['a', 'b']],
        [4, ['1', '2']],
      ],
    ],
    [
      'short and long rows',
      'a,b\n1\n1,2,3\n5,6\n',
      [
        [1, ['a', 'b']],
        [2, ['1']],
        [3, ['1', '2', '3']],
        [4, ['5', '6']],
      ],
    ],
    [
      'a quoted cell at the very end',
      'a,b\n1,"2"',
      [
        [1, ['a', 'b']],
        [2, ['1', '2']],
      ],
    ],
    [
      'blanks behind a quotation',
      'a,b\n"1" ,"2" \n',
      [
        [1, ['a', 'b']],
        [2, ['1', '2']],
      ],
    ],
    [
      'empty quotations',
      'a,b\n"",2\n',
      [
        [1, ['a', 'b']],
        [2, ['', '2']],
      ],
    ],
    [
      'one column',
      '名称\n甲\n乙\n',
      [
        [1, ['名称']],
        [2, ['甲']],
        [3, ['乙']],
      ],
    ],
  ])('%s', async (_what, text, rows) => {
    const read = await readWith(csvReader, 'list.csv', text);
    expect(read).toMatchObject({ problems: [], sheets: [{ kind: 'CELLS' }] });
    expect(numberedRows(read)).toEqual(rows);
  });

  test.each([
    ['that swallows rows', '名称,部门\n"特困人员,乙\n临时救助,丙"\n丁,戊\n', 2, ['ROWS_SWALLOWED']],
    ['after titles', '清单\n名称,部门\n甲,"特困,乙\n临时,丙"\n"丁,戊\n己,庚"\n', 4, ['ROWS_SWALLOWED']],
    ['around lines of a cell', '名称,部门\n"甲\n乙",丙\n', 2, []],
    ['around lines of a title', '"清单\n2024"\n名称,部门\n', 1, []],
  ])('a quotation mark %s', async (_what, text, row, problems) => {
    const { sheets } = await readWith(csvReader, 'list.csv', text);
    const found = sheets[0]?.rows.find((one) => one.row === row)?.problems ?? [];
    expect(found.map(({ code }) => code)).toEqual(problems);
  });
});

describe('delimiters', () => {
  test.each([
    [
      'tabs',
      'list.csv',
      'a\tb\n1,1\t2\n',
      [
        ['a', 'b'],
        ['1,1', '2'],
      ],
    ],
    [
      'semicolons',
      'list.csv',
      'a;b;c\n1,5;2;3\n',
      [
        ['a', 'b', 'c'],
        ['1,5', '2', '3'],
      ],
    ],
    [
      'bars',
      'list.csv',
      'a|b\n1|2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'full-width commas',
      'list.csv',
      '名称，主体\n甲，局\n',
      [
        ['名称', '主体'],
        ['甲', '局'],
      ],
    ],
    [
      'a first line that tells it',
      'list.csv',
      'sep=;\na;b,c\n1;2,3\n',
      [
        ['a', 'b,c'],
        ['1', '2,3'],
      ],
    ],
    ['a .tsv is tabs whatever it looks like', 'list.tsv', 'a,b\n1,2\n', [['a,b'], ['1,2']]],
    [
      'lists within cells',
      'list.csv',
      'name,forms\n甲,窗口;网上\n乙,窗口;网上\n',
      [
        ['name', 'forms'],
        ['甲', '窗口;网上'],
        ['乙', '窗口;网上'],
      ],
    ],
    [
      'a delimiter within quotations',
      'list.csv',
      'a;b\n"1,2,3";4\n"5,6,7";8\n',
      [
        ['a', 'b'],
        ['1,2,3', '4'],
        ['5,6,7', '8'],
      ],
    ],
    [
      'a title above',
      'list.csv',
      '某县，2024 年清单\na,b,c\n1,2,3\n4,5,6\n',
      [['某县，2024 年清单'], ['a', 'b', 'c'], ['1', '2', '3'], ['4', '5', '6']],
    ],
  ])('%s', async (_what, name, text, cells) => {
    const read = await readWith(csvReader, name, text);
    expect(numberedRows(read).map(([, row]) => row)).toEqual(cells);
  });

  test('another than the comma is told', async () => {
    expect(await readWith(csvReader, 'list.csv', 'a;b\n1;2\n')).toMatchObject({
      problems: ['DELIMITER_GUESSED'],
    });
  });

  test('the line that tells the delimiter is no row', async () => {
    expect(numberedRows(await readWith(csvReader, 'list.csv', 'sep=;\r\na;b\r\n'))).toEqual([
      [1, ['a', 'b']],
    ]);
  });
});

describe('what is wrong with a file is said', () => {
  test.each([
    ['an empty file', '', 'FILE_EMPTY', ''],
    ['blank rows only', '\n,,\n\n', 'FILE_EMPTY', ''],
    [
      'a quotation that never closes',
      'a,b\n"1\n1",2\n3,"4\n5,6\n',
      'FILE_UNREADABLE',
      '第 4 行开始的引号没有配对',
    ],
    [
      'the same after the delimiter line',
      'sep=,\na,b\n"1,2\n',
      'FILE_UNREADABLE',
      '第 3 行开始的引号没有配对',
    ],
  ])('%s', async (_what, text, code, sentence) => {
    const { refused } = await readWith(csvReader, 'list.csv', text);
    expect(refused?.code).toBe(code);
    expect(refused?.message).toContain(sentence);
  });

  test('text behind a closing quotation mark stays in the cell and is told', async () => {
    const read = await readWith(csvReader, 'list.csv', 'a,b\n"甲"乙,丙\n1,2\n');
    expect(numberedRows(read)).toEqual([
      [1, ['a', 'b']],
      [2, ['甲乙', '丙']],
      [3, ['1', '2']],
    ]);
    expect(read.problems).toEqual(['CELL_MISQUOTED']);
    expect(read.sheets[0]?.rows[1]?.problems?.[0]).toMatchObject({ row: 2, value: '甲乙' });
  });

  test.each([
    ['rows', { rows: 2 }, 'a\n1\n2\n', '第 3 行：行数超过上限 2'],
    ['columns', { columns: 2 }, 'a,b\n1,2,3\n', '第 2 行：列数超过上限 2'],
    ['cells', { cells: 5 }, 'a,b\n1,2\n3,4\n', '第 3 行：单元格数超过上限 5'],
    ['characters of a cell', { cellCharacters: 3 }, 'a,b\n1,2345\n', '第 2 行：单元格字数超过上限 3'],
    ['bytes', { fileBytes: 3 }, 'a,b\n', '文件有 4 字节，上限是 3 字节'],
  ])('a limit of %s', async (_what, limits, text, sentence) => {
    const { refused } = await readWith(csvReader, 'list.csv', text, limits);
    expect(refused?.message).toContain(sentence);
  });

  test('a quotation mark that is never closed ends at the longest cell, not at the end of the file', async () => {
    const text = `a,b\n"1,2\n${'x,y\n'.repeat(400_000)}`;
    const { refused } = await readWith(csvReader, 'list.csv', text);
    expect(refused?.message).toContain('第 2 行开始的引号没有配对');
  });
});

test.each([
  ['of ten million commas', ',x'.repeat(5_000_000), '列数超过上限 512'],
  ['of quotations', '"x",'.repeat(1_000_000), '列数超过上限 512'],
  ['of eleven million letters', 'x'.repeat(11_000_000), '一行的字数超过上限 10,000,000'],
])('a line %s is refused with its number', async (_what, line, sentence) => {
  const { refused } = await readWith(csvReader, 'list.csv', `a,b\n${line}`);
  expect(refused?.message).toContain(`第 2 行：${sentence}`);
});
