import { readFile } from 'node:fs/promises';
import * as XLSX from '@e965/xlsx';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, type Sql } from '../../db/client.ts';
import { EXPORT_TITLES } from '../../intake/export/export-title.ts';
import { findList, guidesBeside } from '../../intake/export/stored-rows.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { exported } from '../support/exports.ts';
import { publishRows } from '../support/lists.ts';

let database: TestDatabase;
let sql: Sql;

const OFFICE = { 实施主体: '青溪县民政局', 实施主体编码: '11880121116711525N' };
const PLACE = { 区划代码: '880121', 区划名称: '纵横省长风市青溪县' };

beforeAll(async () => {
  database = await freshDatabase();
  sql = connect(database.url);
  const first = { row_id: '001', 事项名称: '甲事项', 事项类型: '01', 备注: '=1+1', ...OFFICE, ...PLACE };
  await publishRows(sql, { power: [first, { row_id: '2', 事项名称: '乙事项', 申请材料: '身份证;户口簿' }] });
  await publishRows(sql, {
    power: [
      { ...first, 事项名称: '甲事项改' },
      { row_id: '3', 事项名称: '丙' },
    ],
  });
});

afterAll(async () => {
  await sql.end();
  await database[Symbol.asyncDispose]();
});

const text = (format: 'jsonl' | 'csv', release?: number) =>
  exported(sql, 'power', format, (path) => readFile(path, 'utf8'), release);

const records = async (release?: number): Promise<Record<string, unknown>[]> =>
  (await text('jsonl', release))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('a list as it stood', () => {
  test.each([
    [1, ['甲事项', '乙事项']],
    [2, ['甲事项改', '丙']],
    [undefined, ['甲事项改', '丙']],
  ])('in release %s, in the order of its source', async (release, names) => {
    expect((await records(release)).map(({ task_name: name }) => name)).toEqual(names);
  });

  test('with keys, place, office, labels, and the guide elements of the row', async () => {
    expect(await records(1)).toEqual([
      {
        row_id: '001',
        level: '县级',
        task_name: '甲事项',
        task_type: '行政许可',
        region_code: '880121000000',
        region: '纵横省长风市青溪县',
        remark: '=1+1',
        dept_name: OFFICE.实施主体,
        dept_code: OFFICE.实施主体编码,
        task_state: '在用',
      },
      expect.objectContaining({
        row_id: '2',
        region: '纵横省长风市青溪县',
        materials_text: ['身份证', '户口簿'],
      }),
    ]);
  });
});

test('CSV: a mark for Excel, CRLF, and no formula', async () => {
  const csv = await text('csv', 1);
  expect(csv.startsWith(`\uFEFF${EXPORT_TITLES.csv.includes(',') ? '"' : ''}${EXPORT_TITLES.csv}`)).toBe(
    true,
  );
  expect(csv.split('\r\n')).toHaveLength(4);
  const { data } = Papa.parse<Record<string, string>>(csv.slice(1), { header: true, skipEmptyLines: true });
  expect(data.map((row) => [row[EXPORT_TITLES.csv], row['备注'], row['申请材料']])).toEqual([
    ['001', "'=1+1", ''],
    ['2', '', '身份证;户口簿'],
  ]);
});

test('XLSX: one sheet, texts, a header that filters', async () => {
  const book = XLSX.read(await exported(sql, 'power', 'xlsx', (path) => readFile(path), 1), {
    cellFormula: true,
  });
  expect(book.SheetNames).toEqual(['清单']);
  const sheet = book.Sheets['清单'] as XLSX.WorkSheet;
  const [header = []] = XLSX.utils.sheet_to_json<string[]>(sheet, { header: 1 });
  expect(header[0]).toBe(EXPORT_TITLES.xlsx);
  const at = (title: string) => sheet[`${XLSX.utils.encode_col(header.indexOf(title))}2`];
  expect([sheet['A2']?.t, sheet['A2']?.v]).toEqual(['s', '001']);
  expect([at('备注')?.t, at('备注')?.v, at('备注')?.f]).toEqual(['s', '=1+1', undefined]);
  expect([at('区划代码')?.t, at('区划代码')?.v]).toEqual(['s', '880121000000']);
  expect(sheet['!autofilter']?.ref).toMatch(/^A1:[A-Z]+3$/u);
});

describe('what is not there', () => {
  test.each([
    ['power', 3, { kind: 'NO_RELEASE', newest: 2 }],
    ['powers', undefined, { kind: 'NO_LIST', release: 2, keys: ['power'] }],
  ])('%s in release %s', async (key, release, answer) => {
    expect(await findList(sql, key, release)).toEqual(answer);
  });

  test('guides as rows of their own', async () => {
    const found = await findList(sql, 'power', 2);
    expect(found.kind === 'FOUND' ? await guidesBeside(sql, found.list, 2) : found).toBe(0);
  });
});
