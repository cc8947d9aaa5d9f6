import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connect, connectSubgraph, type Sql } from '../../db/client.ts';
import { verify } from '../../intake/verify.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { storeCatalogs, storeItems, storeReleases } from '../support/rows.ts';
import { decide, linksOf, type Request, revoke, storeMachineLinks } from './decision-calls.ts';

let database: TestDatabase;
let sql: Sql;

beforeEach(async () => {
  database = await freshDatabase();
  sql = connect(database.url, { connections: 2 });
  await storeReleases(sql, 1);
  await storeCatalogs(sql, [{ id: 'ca_county', key: 'power', itemCount: 2 }]);
  const province = { region: '880000000000', level: 'PROVINCE' };
  await storeItems(sql, [
    { id: 'ci_a', name: '食品经营许可', kind: 'POWER' },
    { id: 'ci_b', name: '食品经营许可核发', kind: 'POWER' },
    { id: 'ri_1', name: '食品经营许可', catalog: 'ca_province', ...province },
    { id: 'ri_2', name: '食品生产许可', catalog: 'ca_province', ...province },
    { id: 'ri_3', name: '食品经营许可', catalog: 'ca_nation', region: '000000000000', level: 'NATIONAL' },
    { id: 'ri_4', name: '别省事项', catalog: 'ca_other', region: '890000000000', level: 'PROVINCE' },
  ]);
  await storeMachineLinks(sql, [
    { left: 'ci_a', right: 'ri_1', status: 'ACCEPTED', confidence: 0.99 },
    { left: 'ci_a', right: 'ri_2', status: 'REVIEW', confidence: 0.6 },
    { left: 'ci_a', right: 'ri_3', status: 'ACCEPTED', confidence: 0.98 },
  ]);
});

afterEach(async () => {
  expect(await verify(sql)).toEqual([]);
  await sql.end();
  await database[Symbol.asyncDispose]();
});

const MACHINE = { ri_1: 'ACCEPTED', ri_2: 'REVIEW', ri_3: 'ACCEPTED' };
const about = (request: Partial<Request>): Request => ({
  kind: 'REFERENCE',
  left: 'ci_a',
  verdict: 'CONFIRM',
  reason: '已核对',
  ...request,
});

describe('what a decision does to the links of an item', () => {
  const cases: readonly {
    title: string;
    said: readonly Partial<Request>[];
    links: Record<string, string>;
  }[] = [
    {
      title: 'a confirmed partner stands alone in its catalog',
      said: [{ right: 'ri_2' }],
      links: { ri_1: 'REJECTED', ri_2: 'CONFIRMED', ri_3: 'ACCEPTED' },
    },
    {
      title: 'a rejected partner leaves the others as they were',
      said: [{ right: 'ri_1', verdict: 'REJECT' }],
      links: { ri_1: 'REJECTED', ri_2: 'REVIEW', ri_3: 'ACCEPTED' },
    },
    {
      title: 'rejections add up',
      said: [
        { right: 'ri_1', verdict: 'REJECT' },
        { right: 'ri_2', verdict: 'REJECT' },
      ],
      links: { ri_1: 'REJECTED', ri_2: 'REJECTED', ri_3: 'ACCEPTED' },
    },
    {
      title: 'no partner at all, in no catalog',
      said: [{ verdict: 'NO_MATCH' }],
      links: { ri_1: 'REJECTED', ri_2: 'REJECTED', ri_3: 'REJECTED' },
    },
    {
      title: 'the later decision rules',
      said: [{ verdict: 'NO_MATCH' }, { right: 'ri_1' }],
      links: { ri_1: 'CONFIRMED', ri_2: 'REJECTED', ri_3: 'REJECTED' },
    },
    {
      title: 'what is confirmed and then rejected is neither',
      said: [{ right: 'ri_2' }, { right: 'ri_2', verdict: 'REJECT' }],
      links: { ri_1: 'ACCEPTED', ri_2: 'REJECTED', ri_3: 'ACCEPTED' },
    },
    {
      title: 'what is put off waits until its day',
      said: [{ verdict: 'DEFER', deferredUntil: '2026-09-01' }],
      links: { ri_1: 'DEFERRED', ri_2: 'DEFERRED', ri_3: 'DEFERRED' },
    },
    {
      title: 'what was put off until a day that has come is to be reviewed',
      said: [{ right: 'ri_1', verdict: 'DEFER', deferredUntil: '2026-03-01' }],
      links: { ri_1: 'REVIEW', ri_2: 'REVIEW', ri_3: 'ACCEPTED' },
    },
  ];
  test.each(cases)('$title', async ({ said, links }) => {
    for (const request of said) {
      expect(await decide(sql, [about(request)])).toMatchObject([{ result: 'OK' }]);
    }
    expect(await linksOf(sql, 'ci_a')).toEqual(links);
  });

  test('several at once take effect in one release, which changes no earlier one', async () => {
    const results = await decide(sql, [
      about({ right: 'ri_1' }),
      about({ left: 'ci_b', right: 'ri_1', relation: 'NARROWER' }),
    ]);
    expect(results).toMatchObject([
      { result: 'OK', release: 2 },
      { result: 'OK', release: 2, version: 1 },
    ]);
    expect(await linksOf(sql, 'ci_b')).toEqual({ ri_1: 'CONFIRMED' });
    expect(await linksOf(sql, 'ci_a', 1)).toEqual(MACHINE);
    const [release] = await sql`select note, catalog_keys from release.release where number = 2`;
    expect(release).toEqual({ note: '人工审定：2 条', catalog_keys: ['power'] });
  });

  test('taken back, what ruled before rules again, and at last the machine', async () => {
    const [first] = await decide(sql, [about({ verdict: 'NO_MATCH' })]);
    const [second] = await decide(sql, [about({ right: 'ri_2' })]);
    expect(await revoke(sql, second?.decision ?? '')).toMatchObject([{ result: 'OK' }]);
    expect(await linksOf(sql, 'ci_a')).toEqual({ ri_1: 'REJECTED', ri_2: 'REJECTED', ri_3: 'REJECTED' });
    expect(await revoke(sql, first?.decision ?? '')).toMatchObject([{ result: 'OK' }]);
    expect(await linksOf(sql, 'ci_a')).toEqual(MACHINE);
    expect(await revoke(sql, first?.decision ?? '')).toMatchObject([{ result: 'ALREADY_REVOKED' }]);
  });
});

describe('a decision is refused', () => {
  const cases: readonly [string, Partial<Request>, string][] = [
    ['without a reason', { right: 'ri_1', reason: ' ' }, 'REASON_MISSING'],
    ['without the partner it confirms', {}, 'WRONG_INPUT'],
    ['with a partner where there is to be none', { right: 'ri_1', verdict: 'NO_MATCH' }, 'WRONG_INPUT'],
    ['about an item that is not there', { left: 'ci_x', right: 'ri_1' }, 'NO_SUCH_ITEM'],
    ['about a partner that is not there', { right: 'ri_x' }, 'NO_SUCH_ITEM'],
    ['about another province', { right: 'ri_4' }, 'NOT_A_PAIR'],
    ['about what has changed since it was seen', { right: 'ri_1', ifVersion: 2 }, 'VERSION_CHANGED'],
  ];
  test.each(cases)('%s', async (_, request, result) => {
    const other = about({ left: 'ci_b', right: 'ri_2' });
    expect(await decide(sql, [about(request), other])).toMatchObject([{ result }, { result: 'NOT_WRITTEN' }]);
    expect(await linksOf(sql, 'ci_a')).toEqual(MACHINE);
    expect(await sql`select from matching.decision`).toHaveLength(0);
  });

  test('without a name', async () => {
    expect(await decide(sql, [about({ right: 'ri_1' })], ' ')).toMatchObject([{ result: 'ACTOR_MISSING' }]);
  });

  test('twice in one call, and a second time for nothing', async () => {
    const request = about({ right: 'ri_1' });
    expect(await decide(sql, [request, request])).toMatchObject([
      { result: 'NOT_WRITTEN' },
      { result: 'REPEATED_IN_CALL' },
    ]);
    expect(await decide(sql, [request])).toMatchObject([{ result: 'OK', release: 2 }]);
    expect(await decide(sql, [request])).toMatchObject([{ result: 'ALREADY_DECIDED', release: null }]);
  });

  test('under a key used before, which gives the same answer to the same question', async () => {
    const first = await decide(sql, [about({ right: 'ri_1' })], '张三', 'key');
    expect(first).toMatchObject([{ result: 'OK' }]);
    expect(await decide(sql, [about({ right: 'ri_1' })], '张三', 'key')).toEqual(first);
    expect(await decide(sql, [about({ right: 'ri_2' })], '张三', 'key')).toMatchObject([
      { result: 'KEY_REUSED' },
    ]);
  });
});

describe('the record of decisions', () => {
  test.each([
    'update matching.decision set reason = $$x$$',
    'delete from matching.decision',
    'truncate matching.decision',
  ])('refuses %s, even to its owner', async (statement) => {
    await decide(sql, [about({ right: 'ri_1' })]);
    await expect(sql.unsafe(statement)).rejects.toThrow('只能追加');
  });

  test('is not written by the role of the subgraph, which may only ask', async () => {
    const reader = connectSubgraph(database.url, 'matching', { connections: 1 });
    try {
      await expect(reader.begin('read write', (own) => own`delete from matching.decision`)).rejects.toThrow(
        'permission',
      );
      await expect(
        reader.begin('read write', (own) => own`update matching.match set stale = true`),
      ).rejects.toThrow('permission');
      await expect(
        reader.begin('read write', (own) => decide(own, [about({ right: 'ri_1' })])),
      ).rejects.toThrow('permission denied for function decide');
    } finally {
      await reader.end();
    }
  });
});
