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
});
