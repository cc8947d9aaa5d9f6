import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connect, type Sql } from '../../db/client.ts';
import { publish } from '../../intake/publish/publish.ts';
import { verify } from '../../intake/verify.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { importRows, NOW, publishRows, type Row } from '../support/lists.ts';

let database: TestDatabase;
let sql: Sql;

beforeEach(async () => {
  database = await freshDatabase();
  sql = connect(database.url, { connections: 1 });
});

afterEach(async () => {
  await sql.end();
  await database[Symbol.asyncDispose]();
});

const regionNames = async (code: string): Promise<string[]> => {
  const rows = await sql<{ name: string }[]>`
    select region_name as name from reference.region where region_code = ${code} order by from_release`;
  return rows.map((row) => row.name);
};

const creditCodes = async (): Promise<(string | null)[]> => {
  const rows = await sql<{ code: string | null }[]>`
    select unified_credit_code as code from reference.organisation order by from_release`;
  return rows.map((row) => row.code);
};

const CREDIT = '11880121146035644U';
const office = (key: string, code?: string): Row => ({
  row_id: key,
  事项名称: `事项${key}`,
  实施主体: '青溪县民政局',
  ...(code === undefined ? {} : { 实施主体编码: code }),
});
const placed = (name: string): Row => ({ row_id: '1', 事项名称: '甲', 区划代码: '880121', 区划名称: name });

describe('what lists tell of offices and places', () => {
  test('a credit code that stands in a later row counts', async () => {
    await publishRows(sql, { power: [office('1'), office('2', CREDIT), office('3')] });
    expect(await creditCodes()).toEqual([CREDIT]);
  });

  test('a credit code told later is filled in, and one that is known stays', async () => {
    await publishRows(sql, { power: [office('1')] });
    await publishRows(sql, { service: [office('1', CREDIT)] });
    await publishRows(sql, { government: [office('1')] });
    expect(await creditCodes()).toEqual([null, CREDIT]);
    expect(await verify(sql)).toEqual([]);
  });

  test('an office has its canonical name, and one published without it gets it without losing its code', async () => {
    const canonicalNames = async () => {
      const rows = await sql<{ name: string | null; code: string | null }[]>`
        select canonical_name as name, unified_credit_code as code from reference.organisation
        order by from_release`;
      return rows.map((row) => [row.name, row.code]);
    };
    await publishRows(sql, { power: [office('1', CREDIT)] });
    expect(await canonicalNames()).toEqual([['民政局', CREDIT]]);
    await sql`update reference.organisation set canonical_name = null`;
    await publishRows(sql, { service: [office('1')] });
    expect(await canonicalNames()).toEqual([[null, CREDIT]]);
    await publishRows(sql, { government: [office('1', CREDIT)] });
    expect(await canonicalNames()).toEqual([
      [null, CREDIT],
      ['民政局', CREDIT],
    ]);
    expect(await verify(sql)).toEqual([]);
  });

  test('a place known by its code alone is named although no item changed', async () => {
    await publishRows(sql, { power: [{ row_id: '1', 事项名称: '甲' }] });
    await importRows(sql, 'power', [placed('纵横省长风市青溪县')]);
    expect(await publish(sql, { now: NOW })).toMatchObject({
      kind: 'PUBLISHED',
      release: 2,
      lists: [{ unchanged: 1 }],
    });
    expect(await regionNames('880121000000')).toEqual(['880121000000', '青溪县']);
    await importRows(sql, 'power', [placed('纵横省长风市青溪县')]);
    expect(await publish(sql, { now: NOW })).toMatchObject({ kind: 'NOTHING_CHANGED' });
  });

  test.each([
    ['a list of the place itself renames it', 'service', ['青溪县', '青溪区']],
    ['a list of another place does not', 'reference', ['青溪县']],
  ] as const)('%s', async (_title, key, expected) => {
    await publishRows(sql, { power: [placed('纵横省长风市青溪县')] });
    await publishRows(sql, { [key]: [placed('纵横省长风市青溪区')] });
    expect(await regionNames('880121000000')).toEqual(expected);
    expect(await verify(sql)).toEqual([]);
  });

  test('two spellings in one list are no renaming', async () => {
    const both = [placed('纵横省长风市青溪县'), { ...placed('青溪'), row_id: '2' }];
    await publishRows(sql, { power: both });
    const named = await regionNames('880121000000');
    await importRows(sql, 'power', both);
    expect(await publish(sql, { now: NOW })).toMatchObject({ kind: 'NOTHING_CHANGED' });
    expect(named).toHaveLength(1);
  });
});

describe('what a list is', () => {
  const rows = [{ row_id: '1', 事项名称: '甲' }];
  const other = { list: { key: 'power', level: 'CITY', region: '880100', kind: 'PUBLIC_SERVICE' } };

  test('a wrong first import is corrected by the next', async () => {
    await importRows(sql, 'power', rows);
    await importRows(sql, 'power', rows, other);
    await importRows(sql, 'power', rows, { list: { key: 'power' } });
    await publish(sql, { now: NOW });
    const [catalog] = await sql`select level, kind, region_code from reference.catalog`;
    expect(catalog).toEqual({ level: 'CITY', kind: 'PUBLIC_SERVICE', region_code: '880100000000' });
  });

  test('once published it stays what it is, whatever its draft says', async () => {
    await publishRows(sql, { power: rows });
    await importRows(sql, 'power', rows);
    await expect(importRows(sql, 'power', rows, other)).rejects.toThrow('已发布的层级');
  });
});
