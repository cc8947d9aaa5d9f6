import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTable } from '../../intake/readers/read-table.ts';
import type { TableRow } from '../../intake/readers/table.ts';
import { withFile } from '../support/lists.ts';

const rowsOf = async (name: string, text: string | Buffer) =>
  await withFile(name, text, async (path) => {
    const read = await readTable(path);
    if (read.kind === 'REFUSED') return read.problem;
    const rows: TableRow[] = [];
    for await (const batch of read.table.batches) rows.push(...batch);
    return { header: read.table.header, rows, problems: read.table.problems.map((found) => found.code) };
  });

// GB 18030 bytes of 名称,甲 — Node encodes only Unicode, so they stand here as they are.
const GB18030 = Buffer.from([0xc3, 0xfb, 0xb3, 0xc6, 0x0a, 0xbc, 0xd7, 0x0a]);

describe('CSV', () => {
  test.each([
    ['plain', 'a,b\n1,2\n', [['1', '2']]],
    ['byte order mark and CRLF', '\uFEFFa,b\r\n1,2\r\n', [['1', '2']]],
    ['quotes, commas and line breaks inside', 'a,b\n"1,""x""","2\n3"\n', [['1,"x"', '2\n3']]],
    ['no line end at the end', 'a,b\n1,2', [['1', '2']]],
    ['short and long rows', 'a,b\n1\n1,2,3\n', [['1'], ['1', '2', '3']]],
    [
      'a header that ends otherwise than the rows',
      'a,b\r\n1,2\n3,4\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'another line end inside quotes',
      'a,b\n"1\r\n2",3\n4,5\n',
      [
        ['1\n2', '3'],
        ['4', '5'],
      ],
    ],
    ['carriage returns alone', 'a,b\r1,2\r', [['1', '2']]],
    ['NUL in the header', 'a\u0000,b\n1,2\n', [['1', '2']]],
    ['blank lines', 'a,b\n\n1,2\n\n', [['1', '2']]],
  ])('%s', async (_what, text, cells) => {
    const read = await rowsOf('list.csv', text);
    expect(read).toMatchObject({ header: ['a', 'b'], problems: [] });
    expect('rows' in read && read.rows.map((row) => row.cells)).toEqual(cells);
  });

  test('2,500 rows come in order, numbered from the line after the header', async () => {
    const text = `a\n${Array.from({ length: 2500 }, (_, index) => `${index}\n`).join('')}`;
    const read = await rowsOf('list.csv', text);
    expect('rows' in read && read.rows.map((row) => [row.row, row.cells[0]])).toEqual(
      Array.from({ length: 2500 }, (_, index) => [index + 2, String(index)]),
    );
  });

  test('GB 18030 is read and told', async () => {
    const read = await rowsOf('list.csv', GB18030);
    expect(read).toMatchObject({
      header: ['名称'],
      rows: [{ row: 2, cells: ['甲'] }],
      problems: ['FILE_ENCODING_GUESSED'],
    });
  });

  test.each([
    ['list.csv', '', 'FILE_EMPTY'],
    ['list.csv', Buffer.from([0xff, 0xff, 0xff]), 'FILE_ENCODING'],
    ['list.csv', 'a,"b\n1,2\n', 'FILE_UNREADABLE'],
    ['list.json', ' \n', 'FILE_EMPTY'],
    ['list.jsonl', '', 'FILE_EMPTY'],
    ['list.pdf', 'a', 'FILE_FORMAT_UNSUPPORTED'],
    ['list.json', '{"a":', 'FILE_UNREADABLE'],
    ['list.jsonl', '[1]\n', 'FILE_UNREADABLE'],
  ])('%s %j is refused with %s', async (name, text, code) => {
    expect(await rowsOf(name, text)).toMatchObject({ code });
  });

  test('a missing file is refused', async () => {
    const read = await readTable('/nowhere/list.csv');
    expect(read).toMatchObject({ kind: 'REFUSED', problem: { code: 'FILE_UNREADABLE' } });
  });

  test('a folder is refused in Chinese', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'folder-'));
    const path = join(folder, 'list.csv');
    await mkdir(path);
    const read = await readTable(path);
    await rm(folder, { recursive: true });
    expect(read).toMatchObject({ problem: { message: expect.stringContaining('文件夹') } });
  });

  test.each([
    ['list.json', '[{"a":1},\n{"a":1 2}]', '第 2 行第 8 个字'],
    ['list.json', '[{"a":x}]', '不是合法的 JSON'],
    ['list.jsonl', '{"a":1}\n{"a":\n', '第 2 行'],
    ['list.jsonl', '{"a":1}\n\n[1]\n', '第 3 行'],
  ])('%s %j says where it is broken, without the words of the parser', async (name, text, where) => {
    const read = await rowsOf(name, text);
    expect('message' in read && read.message).toContain(where);
    expect('message' in read && read.message).not.toMatch(/unexpected|expected|position|token/iu);
  });
});

describe('JSON', () => {
  test('keys become the header as they appear', async () => {
    const read = await rowsOf('list.json', '[{"a":1},{"b":[2],"a":3}]');
    expect(read).toMatchObject({
      header: ['a', 'b'],
      rows: [
        { row: 1, cells: [1] },
        { row: 2, cells: [3, [2]] },
      ],
    });
  });

  test('JSON Lines', async () => {
    const read = await rowsOf('list.jsonl', '{"a":1}\n\n{"a":2}\n');
    expect('rows' in read && read.rows.map((row) => row.cells)).toEqual([[1], [2]]);
  });

  test.each([
    ['12345678901234567890', '12345678901234567890'],
    ['-9007199254740993', '-9007199254740993'],
    ['0.12345678901234567', '0.12345678901234567'],
    ['1e400', '1e400'],
    ['123456789012345', 123456789012345],
    ['2.50', 2.5],
  ])('the number %s comes as %j', async (digits, cell) => {
    for (const [name, text] of [
      ['list.json', `[{"a":${digits}}]`],
      ['list.jsonl', `{"a":${digits}}\n`],
    ] as const) {
      const read = await rowsOf(name, text);
      expect('rows' in read && read.rows[0]?.cells).toEqual([cell]);
    }
  });

  test('half a character becomes U+FFFD and is told; NUL in a key goes', async () => {
    const read = await rowsOf(
      'list.json',
      String.raw`[{"a":"x\ud83d","b\u0000":["\ude00"],"c":"\ud83d\ude00"}]`,
    );
    expect(read).toMatchObject({ header: ['a', 'b', 'c'], rows: [{ cells: ['x\uFFFD', ['\uFFFD'], '😀'] }] });
    expect('rows' in read && read.rows[0]?.problems?.map((found) => found.code)).toEqual([
      'TEXT_DAMAGED',
      'TEXT_DAMAGED',
    ]);
  });

  test('values nested without end are cut and told', async () => {
    const read = await rowsOf('list.json', `[{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}]`);
    const row = 'rows' in read ? read.rows[0] : undefined;
    expect(row?.problems?.map((found) => found.code)).toEqual(['NESTED_TOO_DEEP']);
    expect(JSON.stringify(row?.cells).length).toBeLessThan(100);
  });
});
