import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect, type Sql } from '../../db/client.ts';
import { workOnOpenRuns } from '../../linkage/match-stored.ts';
import { openRun } from '../../linkage/runs.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { NOW, publishRows } from '../support/lists.ts';
import { simpleJudging } from './simple-judging.ts';

let database: TestDatabase;
let sql: Sql;

beforeEach(async () => {
  database = await freshDatabase();
  sql = connect(database.url, { connections: 2 });
  const rows = [{ row_id: '1', 事项名称: '食品经营许可' }];
  await publishRows(sql, { reference: rows, power: rows });
});

afterEach(async () => {
  await sql.end();
  await database[Symbol.asyncDispose]();
});

const ask = (mode: string, at: string) => sql`select matching.queue_run(${mode}, '{}', ${at})`;

const ended = async (): Promise<readonly string[]> => {
  const rows = await sql<{ line: string }[]>`
    select concat_ws(' ', mode, status, stats ->> 'reason', stats ->> 'detail') as line from matching.run order by started_at`;
  return rows.map(({ line }) => line);
};

/** An engine that breaks the first so many times it is asked. */
const breaking = (times: number) => {
  const judging = simpleJudging();
  let left = times;
  const prepareItem: typeof judging.prepareItem = (item) => {
    left -= 1;
    if (left >= 0) throw new Error('a bug in a block');
    return judging.prepareItem(item);
  };
  return { judging: { ...judging, prepareItem }, now: () => NOW };
};

test('a run that fails is ended, the one behind it is done, and the failure is thrown', async () => {
  await ask('FULL', '2026-01-01');
  await ask('INCREMENTAL', '2026-01-02');
  await expect(workOnOpenRuns(sql, breaking(1))).rejects.toThrow('a bug in a block');
  expect(await ended()).toEqual(['FULL FAILED INTERNAL a bug in a block', 'INCREMENTAL DONE']);
});

test('of several runs that fail each is ended, and all failures are thrown', async () => {
  await ask('FULL', '2026-01-01');
  await ask('INCREMENTAL', '2026-01-02');
  await expect(workOnOpenRuns(sql, breaking(2))).rejects.toMatchObject({
    errors: [{ message: 'a bug in a block' }, { message: 'a bug in a block' }],
  });
  expect((await ended()).map((line) => line.split(' ')[1])).toEqual(['FAILED', 'FAILED']);
});

test('a run that cannot be finished is ended, and the one behind it is done', async () => {
  await ask('FULL', '2026-01-01');
  await sql`
    create function fail_once() returns trigger language plpgsql as $$ begin
      if new.mode = 'FULL' and new.status = 'DONE' then raise exception 'cannot be finished'; end if;
      return new;
    end $$`;
  await sql`create trigger fail_once before update on matching.run for each row execute function fail_once()`;
  await ask('INCREMENTAL', '2026-01-02');
  await expect(workOnOpenRuns(sql, breaking(0))).rejects.toThrow('cannot be finished');
  expect(await ended()).toEqual(['FULL FAILED INTERNAL cannot be finished', 'INCREMENTAL DONE']);
});

test('a run that another model left is ended, not left open for ever', async () => {
  const opened = await openRun(sql, { mode: 'FULL', modelVersion: 'earlier', now: '2026-01-01T00:00:00Z' });
  expect(opened.kind).toBe('OPEN');
  await ask('INCREMENTAL', '2026-01-02');
  expect(await workOnOpenRuns(sql, breaking(0))).toBe(1);
  expect(await ended()).toEqual(['FULL FAILED MODEL_CHANGED', 'INCREMENTAL DONE']);
});
