import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type Sql } from '../../db/client.ts';
import { decideAll } from '../../linkage/decide.ts';
import { decisionHistory } from '../../linkage/decision-history.ts';
import { findPair } from '../../linkage/find-pair.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { NOW } from '../support/lists.ts';
import { storeItems, storeReleases } from '../support/rows.ts';

let database: TestDatabase;
let sql: Sql;

beforeAll(async () => {
  database = await freshDatabase();
  sql = connect(database.url, { connections: 1 });
  await storeReleases(sql, 1);
  await storeItems(sql, [
    { id: 'ci_a', name: '甲', kind: 'POWER', basicCode: '880100001000', catalog: 'ca_power' },
    { id: 'ci_b', name: '甲', kind: 'PUBLIC_SERVICE', basicCode: '880100001000', catalog: 'ca_service' },
    { id: 'ci_c', name: '乙', kind: 'POWER', localCode: 'A-01', catalog: 'ca_power' },
    { id: 'ti_a', name: '甲', kind: 'POWER', region: '880121100000', level: 'TOWNSHIP', catalog: 'ca_town' },
    {
      id: 'ri_1',
      name: '甲',
      region: '880000000000',
      level: 'PROVINCE',
      basicCode: '880100001000',
      catalog: 'ca_ref',
    },
    { id: 'ri_2', name: '乙', region: '880000000000', level: 'PROVINCE', catalog: 'ca_ref' },
  ]);
});

afterAll(async () => {
  await sql.end();
  await database[Symbol.asyncDispose]();
});

test.each([
  ['ids', { left: 'ci_a', right: 'ri_1' }, { kind: 'FOUND', link: 'REFERENCE', left: { id: 'ci_a' } }],
  ['a local code', { left: 'A-01', right: 'ri_2' }, { kind: 'FOUND', left: { id: 'ci_c' } }],
  [
    'a code that only one side of the pair can mean',
    { left: 'ci_c', right: '880100001000', link: 'REFERENCE' },
    { kind: 'FOUND', right: { id: 'ri_1' } },
  ],
  [
    'a village or township item and its source',
    { left: 'ti_a', right: 'ci_a' },
    { kind: 'FOUND', link: 'SOURCE' },
  ],
  ['two lists of one place', { left: 'ci_a', right: 'ci_b' }, { kind: 'FOUND', link: 'COUNTERPART' }],
  ['an item alone', { left: 'ci_a' }, { kind: 'FOUND', link: 'REFERENCE' }],
  [
    'a code of several lists',
    { left: '880100001000', right: 'ri_2' },
    { kind: 'SEVERAL', items: [{ id: 'ci_a' }, { id: 'ci_b' }] },
  ],
  ['nothing there', { left: 'ci_x', right: 'ri_1' }, { kind: 'NOT_FOUND', text: 'ci_x' }],
  ['what cannot be joined', { left: 'ri_1', right: 'ri_2', link: 'SOURCE' }, { kind: 'NOT_A_PAIR' }],
] as const)('finds the items named by %s', async (_, texts, found) => {
  expect(await findPair(sql, texts)).toMatchObject(found);
});

test('a dry run answers and changes nothing; the history tells who decided what', async () => {
  const request = {
    kind: 'REFERENCE',
    left: 'ci_c',
    right: 'ri_2',
    verdict: 'CONFIRM',
    reason: '旧称',
  } as const;
  const options = { actor: '张三', now: NOW };
  expect(await decideAll(sql, [request], { ...options, dryRun: true })).toEqual([
    { result: 'OK', decision: null, match: null, version: null, release: null },
  ]);
  expect(await decisionHistory(sql)).toEqual([]);
  await decideAll(sql, [request], options);
  expect(await decisionHistory(sql, 'ri_2')).toMatchObject([
    {
      leftName: '乙',
      rightName: '乙',
      verdict: 'CONFIRM',
      decidedBy: '张三',
      decidedAt: NOW,
      revokedBy: null,
      release: 2,
    },
  ]);
});
