import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, connectSubgraph, type Sql } from '../../db/client.ts';
import { listRevocations, revoke } from '../../db/revocations.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

const NOW = '2026-03-01T08:00:00.000Z';
const SECONDS = Date.parse(NOW) / 1000;

let database: TestDatabase;
let sql: Sql;
let matching: Sql;

beforeAll(async () => {
  database = await freshDatabase();
  sql = connect(database.url, { connections: 2 });
  matching = connectSubgraph(database.url, 'matching', { connections: 2 });
});

afterAll(async () => {
  await Promise.all([sql.end(), matching.end()]);
  await database[Symbol.asyncDispose]();
});

const isRevoked = async (subject: string | null, tokenId: string | null, issuedAt: number | null) => {
  const [row] = await matching`select authority.is_revoked(${subject}, ${tokenId}, ${issuedAt}) as revoked`;
  return row?.['revoked'];
};

test('a token is revoked at once, by its id alone; again changes nothing', async () => {
  expect(await isRevoked('张三', 't-1', SECONDS)).toBe(false);
  expect(await revoke(sql, { kind: 'TOKEN', tokenId: 't-1' }, { now: NOW, reason: '遗失' })).toBe(true);
  expect(await isRevoked('张三', 't-1', SECONDS)).toBe(true);
  expect(await isRevoked('张三', 't-2', SECONDS)).toBe(false);
  expect(await revoke(sql, { kind: 'TOKEN', tokenId: 't-1' }, { now: NOW, reason: '再次' })).toBe(false);
});

test('a subject is revoked with all tokens issued until then, by a clock that is ahead too; not those issued later', async () => {
  expect(await revoke(sql, { kind: 'SUBJECT', subject: '李四' }, { now: NOW, reason: '' })).toBe(true);
  expect(await isRevoked('李四', 'a', SECONDS - 1_000_000)).toBe(true);
  expect(await isRevoked('李四', 'a', SECONDS + 30)).toBe(true);
  expect(await isRevoked('李四', 'a', SECONDS + 31)).toBe(false);
  expect(await isRevoked('李四四', 'a', SECONDS)).toBe(false);
  const later = new Date(Date.parse(NOW) + 100_000).toISOString();
  expect(await revoke(sql, { kind: 'SUBJECT', subject: '李四' }, { now: later, reason: '离任' })).toBe(true);
  expect(await isRevoked('李四', 'a', SECONDS + 31)).toBe(true);
  expect(await revoke(sql, { kind: 'SUBJECT', subject: '李四' }, { now: NOW, reason: '' })).toBe(true);
  expect(await isRevoked('李四', 'a', SECONDS + 130)).toBe(true);
});

test('what is not told of a token counts as revoked', async () => {
  expect(await isRevoked(null, 'x', SECONDS)).toBe(true);
  expect(await isRevoked('王五', null, SECONDS)).toBe(true);
  expect(await isRevoked('王五', 'x', null)).toBe(true);
});

test('the list tells the newest first', async () => {
  const rows = await listRevocations(sql);
  expect(rows.at(-1)).toEqual({
    tokenId: 't-1',
    subject: null,
    reason: '遗失',
    revokedAt: '2026-03-01T08:00:00Z',
  });
  expect(rows[1]).toMatchObject({ tokenId: null, subject: '李四', reason: '离任' });
});

test('the subgraph asks and sees no more; nobody else asks', async () => {
  await expect(matching`select * from authority.revocation`).rejects.toThrow(/permission denied/u);
  await expect(
    matching.begin(
      'read write',
      (one) => one`insert into authority.revocation (token_id, revoked_at) values ('x', now())`,
    ),
  ).rejects.toThrow(/permission denied/u);
  const county = connectSubgraph(database.url, 'county', { connections: 1 });
  try {
    await expect(county`select authority.is_revoked('a', 'b', 1)`).rejects.toThrow(/permission denied/u);
  } finally {
    await county.end();
  }
});

test('the trail tells who has revoked what, once', async () => {
  const by = { now: NOW, reason: '遗失', operator: 'keeper' };
  expect(await revoke(sql, { kind: 'TOKEN', tokenId: 't-9' }, by)).toBe(true);
  expect(await revoke(sql, { kind: 'TOKEN', tokenId: 't-9' }, { ...by, operator: 'other' })).toBe(false);
  expect(await revoke(sql, { kind: 'SUBJECT', subject: '王五' }, by)).toBe(true);
  const told = await sql`
    select region, subject, action, target, outcome, release from audit.entry
    where target in ('t-9', '王五') order by sequence`;
  const entry = {
    region: '000000000000',
    subject: 'keeper',
    action: 'REVOKE',
    outcome: 'ACCEPTED',
    release: null,
  };
  expect([...told]).toEqual([
    { ...entry, target: 't-9' },
    { ...entry, target: '王五' },
  ]);
});
