import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTable, type TableShape } from '../../cli/table-file.ts';

const SHAPE = {
  required: ['id', 'name'],
  optional: ['code'],
  key: 'id',
} as const satisfies TableShape<string, string>;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zongheng-table-'));
});

afterAll(async () => await rm(folder, { recursive: true, force: true }));

const read = async (content: string | Buffer) => {
  const path = join(folder, 'items.csv');
  await writeFile(path, content);
  return await readTable(path, SHAPE);
};

const row = (id: string, name: string, code = '') => ({ id, name, code });

describe('a table is read', () => {
  test.each<[string, string, readonly object[]]>([
    ['plain', 'id,name,code\n1,甲,x\n2,乙,\n', [row('1', '甲', 'x'), row('2', '乙')]],
    ['columns in another order', 'name,code,id\n甲,x,1\n', [row('1', '甲', 'x')]],
    ['unknown columns', 'id,备注,name\n1,无,甲\n', [row('1', '甲')]],
    ['a byte order mark and carriage returns', '\uFEFFid,name\r\n1,甲\r\n', [row('1', '甲')]],
    ['the last line without an end', 'id,name\n1,甲', [row('1', '甲')]],
    ['quotes, commas and line ends in cells', 'id,name\n1,"甲,""乙""\n丙"\n', [row('1', '甲,"乙"\n丙')]],
    ['titles in capitals and with blanks', ' ID ,Name\n1,甲\n', [row('1', '甲')]],
    ['blank lines and cells left out at the end', 'id,name,code\n\n1,甲\n\n', [row('1', '甲')]],
    ['empty cells beyond the header', 'id,name\n1,甲,,\n', [row('1', '甲')]],
    ['names as they are written', 'id,name\n01, 甲 \n', [row('01', ' 甲 ')]],
    ['the header alone', 'id,name\n', []],
  ])('%s', async (_, content, rows) => {
    expect(await read(content)).toEqual({ kind: 'ROWS', rows, notes: [] });
  });

  test('GB 18030 as spreadsheets of this country write it, which is told', async () => {
    const bytes = Buffer.concat([Buffer.from('id,name\n1,'), Buffer.from([0xbc, 0xd7]), Buffer.from('\n')]);
    const table = await read(bytes);
    expect(table).toMatchObject({ kind: 'ROWS', rows: [{ name: '甲' }] });
    expect(table.kind === 'ROWS' && table.notes).toEqual([expect.stringContaining('GB18030')]);
  });
});

test('a delimiter that had to be guessed is told, without the advice of an import', async () => {
  const table = await read('id;name\n1;甲\n');
  expect(table.kind === 'ROWS' && table.notes).toEqual(['items.csv：各列以分号分隔，已按此读取。']);
});

describe('what is no CSV, whatever it is called, is named', () => {
  const fixture = (name: string) => join(import.meta.dirname, '../fixtures/intake', name);
  test.each<[string, () => Promise<Buffer | string>, RegExp]>([
    [
      'a workbook',
      () => readFile(fixture('header-only.xlsx')),
      /^items\.csv：内容是 Excel 工作簿（xlsx），不是 CSV.*“CSV UTF-8（逗号分隔）”/u,
    ],
    [
      'an old workbook',
      () => readFile(fixture('old-excel-biff8.xls')),
      /Excel 97-2003 工作簿（xls），不是 CSV/u,
    ],
    [
      'a page saved as a table',
      async () => '<html><table><tr><td>id</td></tr></table></html>',
      /网页（HTML）/u,
    ],
    ['a PDF', async () => '%PDF-1.4\n', /PDF 文件 是版式文件.*这里要的是 CSV/u],
    ['an archive of another kind', async () => Buffer.from('377abcaf271c0004', 'hex'), /7z 文件 是压缩包/u],
    ['a workbook cut off', async () => Buffer.from('504b030414000000', 'hex'), /像是损坏了的 Excel 工作簿/u],
    ['a document of another program', async () => '{\\rtf1 }', /内容是 RTF 文档，不是 CSV/u],
  ])('%s', async (_, content, sentence) => {
    const table = await read(await content());
    expect(table.kind === 'WRONG' && table.problems).toEqual([expect.stringMatching(sentence)]);
  });

  test('a CSV may be called anything', async () => {
    const path = join(folder, '事项.数据');
    await writeFile(path, 'id,name\n1,甲\n');
    expect(await readTable(path, SHAPE)).toMatchObject({ kind: 'ROWS', rows: [{ name: '甲' }] });
  });
});

describe('a table is refused with file, line and column, and what to do', () => {
  test.each([
    [
      'a missing column',
      'id,code\n1,x\n',
      /^items\.csv 第 1 行（表头）：缺少“name”列，现有 id、code；.*必须有/u,
    ],
    ['no header', '1,甲\n2,乙\n', /缺少“id”“name”列/u],
    ['a column twice', 'id,name,ID\n1,甲,2\n', /“id”列出现了两次/u],
    ['an empty id', 'id,name\n1,甲\n ,乙\n', /^items\.csv 第 3 行“id”列：不能为空/u],
    ['an empty name', 'id,name\n1,\n', /^items\.csv 第 2 行“name”列：不能为空/u],
    ['a repeated id', 'id,name\n1,甲\n2,乙\n1,丙\n', /第 4 行“id”列：“1”与第 2 行重复/u],
    ['a comma without quotes', 'id,name,code\n1,甲,x,乙\n', /第 2 行：比表头多出 1 格；.*双引号/u],
    ['a quotation that does not end', 'id,name\n1,"甲\n2,乙\n', /引号没有配对/u],
    ['text behind a quotation', 'id,name\n1,"甲"乙\n', /^items\.csv 第 2 行：.*引号/u],
    ['an empty file', '', /文件是空的/u],
  ])('%s', async (_, content, sentence) => {
    const table = await read(content);
    expect(table.kind).toBe('WRONG');
    expect(table.kind === 'WRONG' && table.problems.join('\n')).toMatch(sentence);
  });

  test('every problem is told at once, but not thousands', async () => {
    const two = await read('id,name\n,甲\n2,\n');
    expect(two.kind === 'WRONG' && two.problems).toHaveLength(2);
    const many = await read(`id,name\n${'1,甲\n'.repeat(500)}`);
    expect(many.kind === 'WRONG' && many.problems).toHaveLength(21);
    expect(many.kind === 'WRONG' && many.problems.at(-1)).toContain('还有别的问题');
  });

  test.each([
    ['a file that is not there', 'nowhere.csv', '文件不存在'],
    ['a folder', '.', '这是文件夹'],
  ])('%s', async (_, name, words) => {
    const table = await readTable(join(folder, name), SHAPE);
    expect(table.kind === 'WRONG' && table.problems.join()).toContain(words);
  });
});
