import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect, type Sql } from '../../db/client.ts';
import { type OpenRun, openRun } from '../../linkage/runs.ts';
import { workOnRun } from '../../linkage/work.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { NOW, publishRows } from '../support/lists.ts';

let database: TestDatabase;
let sql: Sql;
let run: OpenRun;

beforeEach(async () => {
  database = await freshDatabase();
  sql = connect(database.url, { connections: 2 });
  const rows = [{ row_id: '1', 事项名称: '食品经营许可' }];
  await publishRows(sql, { reference: rows, power: rows });
  const opened = await openRun(sql, { mode: 'FULL', modelVersion: 'simple-1', now: NOW });
  if (opened.kind !== 'OPEN') throw new Error(opened.kind);
  run = opened.run;
});

afterEach(async () => {
  await sql.end();
  await database[Symbol.asyncDispose]();
});

const BUG = new Error('a bug in a block');
const stateOfRun = async () =>
  (
    await sql`
      select status, stats ->> 'reason' as reason, stats ->> 'detail' as detail from matching.run where run_id = ${run.id}`
  )[0];

test('a bug in a block ends the run with a code for its readers and the message for its makers, and is thrown', async () => {
  const working = workOnRun(sql, run, async () => {
    throw BUG;
  });
  await expect(working).rejects.toBe(BUG);
  expect(await stateOfRun()).toEqual({ status: 'FAILED', reason: 'INTERNAL', detail: 'a bug in a block' });
});

test('where the end of the run cannot be stored either, both failures are thrown', async () => {
  const working = workOnRun(sql, run, async () => {
    await sql`alter table matching.staged_edge rename to gone`;
    throw BUG;
  });
  await expect(working).rejects.toMatchObject({
    cause: BUG,
    errors: [BUG, expect.objectContaining({ message: expect.stringContaining('staged_edge') })],
  });
  expect(await stateOfRun()).toEqual({ status: 'RUNNING', reason: null, detail: null });
});
