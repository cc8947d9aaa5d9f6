import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connect, type Sql } from '../../db/client.ts';
import { publish } from '../../intake/publish/publish.ts';
import { verify } from '../../intake/verify.ts';
import { matchStored } from '../../linkage/match-stored.ts';
import type { RunMode } from '../../linkage/runs.ts';
import { MATCHER } from '../../matching/block/matcher-judging.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { importRows, NOW, publishRows, type Row } from '../support/lists.ts';
import { decide, revoke } from './decision-calls.ts';

let database: TestDatabase;
let sql: Sql;

beforeEach(async () => {
  database = await freshDatabase();
  sql = connect(database.url, { connections: 2 });
});

afterEach(async () => {
  expect(await verify(sql)).toEqual([]);
  await sql.end();
  await database[Symbol.asyncDispose]();
});

const REFERENCE: readonly Row[] = [
  { row_id: 'r1', 事项名称: '企业设立登记', 基本编码: '880100001001' },
  { row_id: 'r2', 事项名称: '企业变更登记', 基本编码: '880100001002' },
  { row_id: 'r3', 事项名称: '企业注销登记', 基本编码: '880100001003' },
  { row_id: 'r4', 事项名称: '公共场所卫生许可', 基本编码: '880100002000' },
];
const MERGED: Row = { row_id: 'p1', 事项名称: '企业设立、变更、注销登记' };
const SPLIT: readonly Row[] = [
  { row_id: 'p2', 事项名称: '公共场所卫生许可（新办）' },
  { row_id: 'p3', 事项名称: '公共场所卫生许可（注销）' },
];

const run = (mode: RunMode = 'INCREMENTAL') => matchStored(sql, { judging: MATCHER, mode, now: () => NOW });

/** The links as `name → name relation status`. */
const links = async (): Promise<readonly string[]> => {
  const rows = await sql<{ line: string }[]>`
    select concat_ws(' ', l.task_name, '→', r.task_name, m.relation, m.status) as line
    from matching.match m
    join matching.item l on l.item_id = m.left_id and l.to_release = 2147483647
    join matching.item r on r.item_id = m.right_id and r.to_release = 2147483647
    where m.to_release = 2147483647 order by r.basic_code, l.task_name`;
  return rows.map((row) => row.line);
};

const idOf = async (name: string): Promise<string> => {
  const [row] = await sql<{ id: string }[]>`
    select item_id as id from matching.item where task_name = ${name} order by from_release desc limit 1`;
  return row?.id ?? '';
};

const say = async (right: string | undefined, verdict: string, more = {}) => {
  const left = await idOf(MERGED['事项名称'] as string);
  const partner = right === undefined ? {} : { right: await idOf(right) };
  const request = { kind: 'REFERENCE', left, ...partner, verdict, reason: '核对过', ...more };
  const [answer] = await decide(sql, [request]);
  return answer;
};

const name = MERGED['事项名称'];
const PARTS = ['设立', '变更', '注销'].map((act) => `${name} → 企业${act}登记 BROADER`);
const states = (...found: readonly string[]) => found.map((status, at) => `${PARTS[at]} ${status}`);

describe('an item made of several references', () => {
  test('has a link to each part, which tells what it answers', async () => {
    await publishRows(sql, { reference: REFERENCE, power: [MERGED] });
    await run();
    expect(await links()).toEqual(states('REVIEW', 'REVIEW', 'REVIEW'));
    const parts = await sql`
      select evidence -> 'part' as part from matching.match m join matching.item r on r.item_id = m.right_id
      order by r.basic_code`;
    expect(parts).toEqual(
      ['设立', '变更', '注销'].map((act, place) => ({
        part: { place, members: [act], rest: [] },
      })),
    );
  });

  test('loses a part that the catalog loses, and tells what is left without one', async () => {
    await publishRows(sql, { reference: REFERENCE, power: [MERGED] });
    await run();
    await importRows(sql, 'reference', REFERENCE.slice(1), { allowRemovals: true });
    await publish(sql, { now: NOW });
    await run();
    const incremental = await links();
    expect(incremental).toEqual([`${PARTS[1]} REVIEW`, `${PARTS[2]} REVIEW`]);
    const [part] = await sql`
      select distinct evidence -> 'part' -> 'rest' as rest from matching.match where to_release = 2147483647`;
    expect(part).toEqual({ rest: ['设立'] });
    await run('FULL');
    expect(await links()).toEqual(incremental);
  });
});

describe('what a person says of parts', () => {
  beforeEach(async () => {
    await publishRows(sql, { reference: REFERENCE, power: [MERGED] });
    await run();
  });

  test('one that is confirmed says nothing against the others', async () => {
    await say('企业变更登记', 'CONFIRM');
    expect(await links()).toEqual(states('REVIEW', 'CONFIRMED', 'REVIEW'));
    const second = await say('企业设立登记', 'CONFIRM');
    expect(await links()).toEqual(states('CONFIRMED', 'CONFIRMED', 'REVIEW'));
    const [row] =
      await sql`select relation, supersedes from matching.decision where decision_id = ${second?.decision ?? ''}`;
    expect(row).toEqual({ relation: 'BROADER', supersedes: null });
    expect(await say('企业变更登记', 'CONFIRM')).toMatchObject({ result: 'ALREADY_DECIDED' });
  });

  test('one that is rejected leaves the others, which are no longer all of it, in every later run', async () => {
    await say('企业注销登记', 'REJECT');
    expect(await links()).toEqual(states('REVIEW', 'REVIEW', 'REJECTED'));
    await run();
    await run('FULL');
    expect(await links()).toEqual(states('REVIEW', 'REVIEW', 'REJECTED'));
    const rests = await sql`
      select evidence -> 'part' -> 'rest' as rest from matching.match where to_release = 2147483647 and status = 'REVIEW'`;
    expect(rests).toEqual([{ rest: ['注销'] }, { rest: ['注销'] }]);
  });

  test('one that is confirmed as the same rules the others out, until that is taken back', async () => {
    const answer = await say('企业变更登记', 'CONFIRM', { relation: 'EQUIVALENT' });
    const one = `${name} → 企业变更登记 EQUIVALENT CONFIRMED`;
    expect(await links()).toEqual([`${PARTS[0]} REJECTED`, one, `${PARTS[2]} REJECTED`]);
    await revoke(sql, answer?.decision ?? '');
    expect(await links()).toEqual(states('REVIEW', 'REVIEW', 'REVIEW'));
  });

  test.each(['EQUIVALENT', 'NARROWER', 'OVERLAP', 'RELATED'])(
    'one that is confirmed as %s rules all others out, those that were confirmed too',
    async (relation) => {
      await say('企业设立登记', 'CONFIRM');
      await say('企业变更登记', 'CONFIRM', { relation });
      const one = `${name} → 企业变更登记 ${relation} CONFIRMED`;
      expect(await links()).toEqual([`${PARTS[0]} REJECTED`, one, `${PARTS[2]} REJECTED`]);
    },
  );

  test('what was confirmed stays, where a later run no longer finds it', async () => {
    await say('企业设立登记', 'CONFIRM');
    await say('企业变更登记', 'CONFIRM');
    await sql`update matching.match set machine_method = null, machine_relation = null, machine_status = null,
      evidence = null where to_release = 2147483647 and status = 'CONFIRMED'`;
    await say('企业注销登记', 'REJECT');
    expect(await links()).toEqual(states('CONFIRMED', 'CONFIRMED', 'REJECTED'));
  });
});

describe('one part that is put off', () => {
  const later = { deferredUntil: '2099-01-01' };

  beforeEach(async () => {
    await publishRows(sql, { reference: REFERENCE, power: [MERGED] });
    await run();
  });

  test('waits by itself: what was confirmed of the others stays, whichever was said first', async () => {
    await say('企业设立登记', 'CONFIRM');
    const second = await say('企业变更登记', 'DEFER', later);
    expect(await links()).toEqual(states('CONFIRMED', 'DEFERRED', 'REVIEW'));
    const [row] =
      await sql`select supersedes from matching.decision where decision_id = ${second?.decision ?? ''}`;
    expect(row).toEqual({ supersedes: null });
    expect(await say('企业设立登记', 'CONFIRM')).toMatchObject({ result: 'ALREADY_DECIDED' });
    await say('企业注销登记', 'CONFIRM');
    expect(await links()).toEqual(states('CONFIRMED', 'DEFERRED', 'CONFIRMED'));
    expect(await say('企业变更登记', 'DEFER', later)).toMatchObject({ result: 'ALREADY_DECIDED' });
    await run('FULL');
    expect(await links()).toEqual(states('CONFIRMED', 'DEFERRED', 'CONFIRMED'));
  });

  test('before any part is confirmed it holds up all of them, and afterwards itself alone', async () => {
    await say('企业变更登记', 'DEFER', later);
    expect(await links()).toEqual(states('DEFERRED', 'DEFERRED', 'DEFERRED'));
    await say('企业设立登记', 'CONFIRM');
    expect(await links()).toEqual(states('CONFIRMED', 'DEFERRED', 'REVIEW'));
  });

  test.each([
    ['put off itself', '企业设立登记', 'DEFER', ['DEFERRED', 'REVIEW', 'REVIEW']],
    ['put off until a day that has come', '企业设立登记', 'DUE', ['REVIEW', 'REVIEW', 'REVIEW']],
    ['put off with the whole item', undefined, 'DEFER', ['DEFERRED', 'DEFERRED', 'DEFERRED']],
    ['ruled out with the whole item', undefined, 'NO_MATCH', ['REJECTED', 'REJECTED', 'REJECTED']],
  ])('a part that was confirmed and is %s', async (_, right, verdict, expected) => {
    await say('企业设立登记', 'CONFIRM');
    const more = verdict === 'DUE' ? { deferredUntil: '2020-01-01' } : {};
    await say(right, verdict === 'DUE' ? 'DEFER' : verdict, more);
    expect(await links()).toEqual(states(...expected));
  });
});

describe('a confirmation without a word on the relation', () => {
  /** As it was stored when the machine held the two to be the same. */
  const confirmedAsTheSame = async (): Promise<void> => {
    const id = sql`(select item_id from matching.item where task_name = '企业设立登记')`;
    await sql`update matching.match set machine_relation = 'EQUIVALENT', relation = 'EQUIVALENT' where right_id = ${id}`;
    await say('企业设立登记', 'CONFIRM');
    expect(await sql`select relation from matching.decision`).toEqual([{ relation: null }]);
    expect(await links()).toContain(`${name} → 企业设立登记 EQUIVALENT CONFIRMED`);
  };

  test('is of a part once the machine finds one there: none of the parts takes it back', async () => {
    await publishRows(sql, { reference: REFERENCE, power: [MERGED] });
    await run();
    await confirmedAsTheSame();
    await run('FULL');
    expect(await links()).toEqual(states('CONFIRMED', 'REVIEW', 'REVIEW'));
    const answer = await say('企业变更登记', 'CONFIRM');
    expect(await links()).toEqual(states('CONFIRMED', 'CONFIRMED', 'REVIEW'));
    const [row] =
      await sql`select supersedes from matching.decision where decision_id = ${answer?.decision ?? ''}`;
    expect(row).toEqual({ supersedes: null });
    await say('企业注销登记', 'REJECT');
    await run('FULL');
    expect(await links()).toEqual(states('CONFIRMED', 'CONFIRMED', 'REJECTED'));
  });
});

describe('a reference split into several items', () => {
  test('has a link from each, and none of them claims it from another', async () => {
    await publishRows(sql, { reference: REFERENCE, power: SPLIT });
    await run();
    const expected = ['新办', '注销'].map((act) => `公共场所卫生许可（${act}） → 公共场所卫生许可 NARROWER`);
    expect((await links()).toSorted()).toEqual(expected.map((line) => `${line} REVIEW`).toSorted());
    for (const row of SPLIT) {
      const request = { kind: 'REFERENCE', verdict: 'CONFIRM', reason: '核对过' };
      const [left, right] = [await idOf(row['事项名称'] as string), await idOf('公共场所卫生许可')];
      await decide(sql, [{ ...request, left, right }]);
    }
    expect((await links()).toSorted()).toEqual(expected.map((line) => `${line} CONFIRMED`).toSorted());
  });
});
