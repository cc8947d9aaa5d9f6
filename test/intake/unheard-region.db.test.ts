import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type Sql } from '../../db/client.ts';
import { unheardRegion } from '../../intake/unheard-region.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { importRows, publishRows } from '../support/lists.ts';

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

test('a hub that knows no region yet has heard of all, later only of those of its lists, drafts and items', async () => {
  expect(await unheardRegion(sql, '999999')).toBeUndefined();
  await publishRows(sql, { power: [{ 事项名称: '甲' }, { 事项名称: '乙', 区划代码: '880121003' }] });
  await importRows(sql, 'power2', [{ 事项名称: '甲' }]);
  const heard = [
    '880121',
    '880121000000',
    '880121003',
    '880122',
    '88',
    '8801',
    '00',
    '000000000000',
    'x',
    '8',
  ];
  const unheard = ['999999', '880123', '880121004', '89'];
  expect(await Promise.all(heard.map((code) => unheardRegion(sql, code)))).toEqual(
    heard.map(() => undefined),
  );
  expect(await Promise.all(unheard.map((code) => unheardRegion(sql, code)))).toEqual(
    unheard.map((code) => code.padEnd(12, '0')),
  );
});
