import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, type Sql } from '../../db/client.ts';
import { type ImportResult, importFiles } from '../../intake/import.ts';
import { publish } from '../../intake/publish/publish.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { importRows, LISTS, NOW, withFile } from '../support/lists.ts';

let database: TestDatabase;
let sql: Sql;

beforeAll(async () => {
  database = await freshDatabase();
  sql = connect(database.url);
});

afterAll(async () => {
  await sql.end();
  await database[Symbol.asyncDispose]();
});

const importText = async (name: string, text: string): Promise<ImportResult> =>
  await withFile(name, text, (path) =>
    importFiles(sql, {
      files: [path],
      list: { key: 'power', ...LISTS.power },
      now: NOW,
      allowRemovals: true,
    }),
  );

const importTwo = async (first: string, second: string): Promise<ImportResult> =>
  await withFile('a.csv', first, (a) =>
    withFile('b.csv', second, (b) =>
      importFiles(sql, { files: [a, b], list: { key: 'power', ...LISTS.power }, now: NOW, dryRun: true }),
    ),
  );

/** A text that an index cannot make shorter by compressing it. */
const varied = (length: number): string =>
  Array.from({ length }, (_, index) => String.fromCodePoint(0x4e00 + ((index * index * 7919) % 20_011))).join(
    '',
  );

const codesOf = (result: ImportResult) =>
  result.kind === 'REFUSED' ? result.problems.map(({ code }) => code) : result.kind;

describe('files that amount to no list', () => {
  test.each([
    ['a.csv', '甲,乙\n1,2\n', ['HEADER_NOT_FOUND']],
    ['a.json', '[{"a":1}]', ['HEADER_NOT_FOUND']],
    ['a.json', '[]', ['FILE_EMPTY']],
    ['a.json', '[{}]', ['FILE_EMPTY', 'NAME_MISSING']],
    ['a.csv', '事项名称\n', ['FILE_EMPTY']],
    ['a.csv', '事项名称,办理地点\n-,一楼\n', ['FILE_EMPTY', 'NAME_MISSING']],
  ])('%s %j is refused with %j and leaves no draft', async (name, text, codes) => {
    expect(codesOf(await importText(name, text))).toEqual(codes);
    expect(await sql`select 1 from intake.draft`).toEqual([]);
  });
});

describe('several files', () => {
  test('each problem says in which file it is', async () => {
    const result = await importTwo('事项名称\n甲\n', '事项名称\n甲\n""\n乙\n-\n');
    const problems = result.kind === 'IMPORTED' ? result.report.problems : [];
    expect(problems.map(({ code, document, row }) => [code, document, row])).toEqual([
      ['CHK_30_COLUMNS', 'a.csv', undefined],
      ['DUPLICATE_KEY', 'b.csv', 2],
      ['NAME_MISSING', 'b.csv', 5],
      ['CHK_30_COLUMNS', 'b.csv', undefined],
    ]);
    expect(problems[1]?.message).toBe(
      '文件“b.csv”第 2 行：主键“甲、880121000000”与文件“a.csv”第 2 行重复，两行不会合并；请为每一行给出唯一的编码。',
    );
  });

  test.each([
    ['', 'FILE_EMPTY'],
    ['甲\n1\n', 'HEADER_NOT_FOUND'],
    ['事项名称\n"甲\n', 'FILE_UNREADABLE'],
  ])('a refusal for %j names the file', async (second, code) => {
    const result = await importTwo('事项名称\n甲\n', second);
    expect(result).toMatchObject({ kind: 'REFUSED', problems: [{ code, document: 'b.csv' }] });
  });
});

describe('what PostgreSQL cannot take as it is', () => {
  test('half characters, NUL and texts beyond any index are imported and published', async () => {
    const long = varied(3000);
    const records = [
      { row_id: '1', 事项名称: varied(100_000), 实施主体: varied(3000) },
      { row_id: '2', 事项名称: '乙', 基本编码: long, 实施编码: long, 来源事项编码: long, 实施主体编码: long },
      { row_id: '3', 事项名称: '丙\ud83d', '奇怪\u0000的列': 'x\u0000', 'a\ude00': '\u0000' },
    ];
    const result = await importText('a.json', JSON.stringify(records));
    expect(result).toMatchObject({ kind: 'IMPORTED', report: { rows: 3, accepted: 3 } });
    expect(await publish(sql, { now: NOW })).toMatchObject({ kind: 'PUBLISHED' });
    const names = await sql<{ length: number }[]>`
      select length(task_name) from county.item where to_release = 2147483647 order by 1`;
    expect(names.map(({ length }) => length)).toEqual([1, 2, 100_000]);
  });

  test('the same rows import as unchanged', async () => {
    const rows = [{ row_id: '1', 事项名称: '甲', 实施编码: '9'.repeat(3000) }];
    await importRows(sql, 'service', rows);
    await publish(sql, { now: NOW });
    expect(await importRows(sql, 'service', rows)).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
  });
});
