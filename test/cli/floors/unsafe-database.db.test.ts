import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDatabaseFacts, unsafeDatabase } from '../../../cli/floors/unsafe-database.ts';
import { connect, type Sql } from '../../../db/client.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
let sql: Sql;

beforeAll(async () => {
  database = await freshDatabase();
  sql = connect(database.url, { connections: 1 });
}, 60_000);

afterAll(async () => {
  await sql.end();
  await database[Symbol.asyncDispose]();
});

class Undone extends Error {}

/** What is found after some statements, which nobody else ever sees: roles belong to the whole server. */
const foundAfter = async (statements: string, clock = 0) => {
  let found: ReturnType<typeof unsafeDatabase> = [];
  await sql
    .begin(async (transaction) => {
      await transaction.unsafe(statements);
      found = unsafeDatabase(await readDatabaseFacts(transaction), Date.now() + clock);
      throw new Undone();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
  return found;
};

test('a database that was migrated is fine', async () => {
  expect(await foundAfter('select 1')).toEqual([]);
});

describe('refused, each with its reason', () => {
  test.each([
    [
      'a superuser',
      'alter role zongheng_county superuser',
      '权限过大，行级安全和只读对它们不起作用：zongheng_county',
    ],
    ['one past the policies', 'alter role zongheng_matching bypassrls', '：zongheng_matching'],
    ['a maker of roles', 'alter role zongheng_guide createrole', '：zongheng_guide'],
    ['one that copies everything', 'alter role zongheng_reference replication', '：zongheng_reference'],
    ['a new role of the hub', 'create role zongheng_other bypassrls', '：zongheng_other'],
    [
      'a writer of files',
      'grant pg_write_server_files to zongheng_county',
      'zongheng_county → pg_write_server_files',
    ],
    [
      'one that runs programs',
      'grant pg_execute_server_program to zongheng_county',
      '→ pg_execute_server_program',
    ],
    [
      'policies out of force',
      'create policy x on matching.match using (false)',
      '没有生效，或对表的所有者不生效：matching.match',
    ],
    [
      'policies that do not bind the owner',
      'alter table matching.match enable row level security; alter table matching.match no force row level security',
      '：matching.match',
    ],
    [
      'a trail that can be changed',
      'alter table audit.entry disable trigger append_only',
      '触发器被停用，只追加的记录可被改写：audit.entry.append_only',
    ],
    [
      'decisions that can be changed',
      'alter table matching.decision disable trigger all',
      'matching.decision.append_only',
    ],
    [
      'releases without a seal',
      'alter table release.release disable trigger sealed',
      'release.release.sealed',
    ],
    [
      'a trail that is read',
      'grant select on audit.entry to zongheng_guide',
      '可以触及留痕或吊销记录：audit.entry ← zongheng_guide',
    ],
    [
      'a trail that is written',
      'grant insert on audit.seal to zongheng_matching',
      'audit.seal ← zongheng_matching',
    ],
    [
      'a column of the trail that is read',
      'grant select (subject) on audit.entry to zongheng_guide',
      'audit.entry ← zongheng_guide',
    ],
    [
      'revocations that are read',
      'grant select on authority.revocation to zongheng_matching',
      'authority.revocation ← zongheng_matching',
    ],
    [
      'a wall taken down with its policies',
      'drop policy seen on intake.draft_row; drop policy kept on intake.draft_row; alter table intake.draft_row disable row level security',
      '没有生效，或对表的所有者不生效：intake.draft_row',
    ],
    [
      'a trigger that fires for replicas alone',
      'alter table matching.request enable replica trigger append_only',
      'matching.request.append_only',
    ],
    ['a column that all write', 'grant update (region_code) on county.item to public', '：county.item'],
    ['a table that all write', 'grant update on county.item to public', '都可以改写这些表：county.item'],
  ])('%s', async (_name, statements, reason) => {
    const found = await foundAfter(statements);
    expect(found.map((one) => one.reason)).toEqual([expect.stringContaining(reason)]);
    expect(found[0]?.remedy).toMatch(/[A-Z]{5}/u);
  });

  test.each([
    ['behind', -600_000],
    ['ahead', 600_000],
  ])('a clock that is %s', async (_name, clock) => {
    expect(await foundAfter('select 1', clock)).toEqual([
      { reason: expect.stringMatching(/相差 (599|600|601) 秒/u), remedy: '请校正两边的时钟' },
    ]);
  });

  test('another encoding', async () => {
    const facts = await readDatabaseFacts(sql);
    expect(unsafeDatabase({ ...facts, encoding: 'SQL_ASCII' }, facts.now)).toEqual([
      { reason: expect.stringContaining('SQL_ASCII'), remedy: expect.stringContaining('UTF8') },
    ]);
  });

  test('many tables are counted, a few named', async () => {
    const [found] = await foundAfter(
      'grant update on all tables in schema county, reference, guide, matching to public',
    );
    expect(found?.reason).toMatch(/等 \d\d 处/u);
  });
});
