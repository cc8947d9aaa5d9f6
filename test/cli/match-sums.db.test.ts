import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeSentence, itemsSentence, type LinkSums, linkSums } from '../../cli/match-sums.ts';
import { connect, type Sql } from '../../db/client.ts';
import { decide, storeMachineLinks } from '../linkage/decision-calls.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { storeCatalogs, storeItems, storeReleases } from '../support/rows.ts';

let database: TestDatabase;
let sql: Sql;

beforeAll(async () => {
  database = await freshDatabase();
  sql = connect(database.url, { connections: 1 });
  await storeReleases(sql, 1);
  await storeCatalogs(sql, [{ id: 'ca_county', key: 'power', itemCount: 3 }]);
  const province = { catalog: 'ca_province', region: '880000000000', level: 'PROVINCE' };
  await storeItems(sql, [
    ...['ci_a', 'ci_b', 'ci_c', 'ci_d'].map((id) => ({ id, name: `${id} 许可`, kind: 'POWER' })),
    ...['ri_1', 'ri_2', 'ri_3'].map((id) => ({ id, name: `${id} 许可`, ...province })),
  ]);
  await storeMachineLinks(sql, [
    { left: 'ci_a', right: 'ri_1', status: 'ACCEPTED', confidence: 0.99 },
    { left: 'ci_a', right: 'ri_2', status: 'REVIEW', confidence: 0.6 },
    { left: 'ci_b', right: 'ri_2', status: 'ACCEPTED', confidence: 0.99 },
    { left: 'ci_c', right: 'ri_3', status: 'CONFLICT', confidence: 0.4 },
  ]);
  const about = { kind: 'REFERENCE', reason: '已核对' };
  // Release 2: one is confirmed and its rivals step back, one is put off, and one is new.
  await decide(sql, [
    { ...about, left: 'ci_a', right: 'ri_2', verdict: 'CONFIRM' },
    { ...about, left: 'ci_c', right: 'ri_3', verdict: 'DEFER' },
    { ...about, left: 'ci_d', right: 'ri_3', verdict: 'CONFIRM' },
  ]);
  // Release 3: the item has changed since, and one link is gone.
  await sql`update matching.item set fingerprint = 'other' where item_id = 'ci_d'`;
  await sql`update matching.match set to_release = 3 where to_release > 3 and left_id = 'ci_b'`;
  await sql`select matching.settle(array['ci_d'], 3, '2026-04-01')`;
});

afterAll(async () => {
  await sql.end();
  await database[Symbol.asyncDispose]();
});

const ZERO: LinkSums = {
  before: 0,
  added: 0,
  removed: 0,
  changed: 0,
  now: 0,
  counting: 0,
  stale: 0,
  waiting: 0,
  deferred: 0,
  rejected: 0,
};

test.each<[number, Partial<LinkSums>]>([
  [1, { added: 4, now: 4, counting: 2, waiting: 2 }],
  [2, { before: 4, added: 1, changed: 4, now: 5, counting: 2, waiting: 1, deferred: 1, rejected: 1 }],
  [3, { before: 5, removed: 1, changed: 1, now: 4, counting: 2, stale: 1, deferred: 1, rejected: 1 }],
])('the links of release %i', async (release, expected) => {
  const sums = await linkSums(sql, release);
  expect(sums).toEqual({ ...ZERO, ...expected });
  expect(sums.before + sums.added - sums.removed).toBe(sums.now);
  expect(sums.counting + sums.waiting + sums.deferred + sums.rejected).toBe(sums.now);
});

describe('the sentences add up', () => {
  const numbers = (sentence: string): readonly number[] => [...sentence.matchAll(/\d+/gu)].map(Number);

  test('of links', async () => {
    const [before = 0, added = 0, removed = 0, changed, now, counting = 0, stale, ...rest] = numbers(
      changeSentence(await linkSums(sql, 3)),
    );
    expect(before + added - removed).toBe(now);
    expect(rest.reduce((sum, one) => sum + one, counting)).toBe(now);
    expect([changed, stale]).toEqual([1, 1]);
  });

  test('of items, which are counted once for each list they are held against', () => {
    const kind = { items: 7, sure: 1, auto: 3, review: 2, none: 1 };
    const [all, ...parts] = numbers(
      itemsSentence([kind, { items: 2, sure: 0, auto: 0, review: 0, none: 2 }]),
    );
    expect(all).toBe(9);
    expect(parts.reduce((sum, one) => sum + one, 0)).toBe(9);
  });
});
