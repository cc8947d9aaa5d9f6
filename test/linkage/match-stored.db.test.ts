import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connect, type Sql } from '../../db/client.ts';
import { rollback } from '../../intake/publish/rollback.ts';
import { verify } from '../../intake/verify.ts';
import { forecast, matchStored } from '../../linkage/match-stored.ts';
import type { RunMode } from '../../linkage/runs.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { NOW, publishRows, type Row } from '../support/lists.ts';
import { decide, revoke } from './decision-calls.ts';
import { simpleJudging } from './simple-judging.ts';

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

const run = (mode: RunMode = 'INCREMENTAL', version?: string) =>
  matchStored(sql, { judging: simpleJudging(version), mode, now: () => NOW });

const REFERENCE: readonly Row[] = [
  { row_id: 'r1', 事项名称: '食品经营许可证核发', 基本编码: '880100001000' },
  { row_id: 'r2', 事项名称: '食品生产许可证核发', 基本编码: '880100002000' },
  { row_id: 'r3', 事项名称: '烟草专卖零售许可', 基本编码: '880100003000' },
];
const POWER: readonly Row[] = [
  { row_id: 'p1', 事项名称: '食品经营许可证核发' },
  { row_id: 'p2', 事项名称: '食品生产许可证的核发' },
  { row_id: 'p3', 事项名称: '烟草零售许可' },
  { row_id: 'p4', 事项名称: '城市绿化树木砍伐' },
];

/** The links of kind REFERENCE as `name → name status method`. */
const links = async (): Promise<readonly string[]> => {
  const rows = await sql<{ line: string }[]>`
    select concat_ws(' ', l.task_name, '→', r.task_name, m.status, m.method, case when m.stale then 'stale' end) as line
    from matching.match m
    join matching.item l on l.item_id = m.left_id and l.to_release = 2147483647
    join matching.item r on r.item_id = m.right_id and r.to_release = 2147483647
    where m.to_release = 2147483647 and m.kind = 'REFERENCE' order by 1`;
  return rows.map((row) => row.line);
};

const idOf = async (name: string, kind: 'REFERENCE' | 'POWER'): Promise<string> => {
  const [row] = await sql<{ id: string }[]>`
    select item_id as id from matching.item where task_name = ${name} and kind = ${kind} order by from_release desc limit 1`;
  return row?.id ?? '';
};

const say = async (left: string, right: string, verdict: string) => {
  const request = {
    kind: 'REFERENCE',
    left: await idOf(left, 'POWER'),
    right: await idOf(right, 'REFERENCE'),
  };
  const [answer] = await decide(sql, [{ ...request, verdict, reason: '核对过' }]);
  expect(answer?.result).toBe('OK');
  return answer?.decision ?? '';
};

const FOUND = [
  '烟草零售许可 → 烟草专卖零售许可 REVIEW MODEL',
  '食品生产许可证的核发 → 食品生产许可证核发 ACCEPTED MODEL',
  '食品经营许可证核发 → 食品经营许可证核发 ACCEPTED UNIQUE_NAME',
];

describe('a run', () => {
  test('links what the names say, with its evidence, in one release, and a second one has nothing to do', async () => {
    await publishRows(sql, { reference: REFERENCE, power: POWER });
    expect(await run()).toMatchObject({
      kind: 'MATCHED',
      release: 2,
      opened: 2,
      closed: 0,
      kinds: [{ kind: 'REFERENCE', items: 4, sure: 1, auto: 1, review: 1, none: 1, judged: 3, reused: 0 }],
    });
    expect(await links()).toEqual(FOUND);
    const [stored] = await sql`
      select band, evidence from matching.match where method = 'MODEL' and status = 'REVIEW'`;
    expect(stored).toMatchObject({
      band: 'REVIEW',
      evidence: {
        model: 'simple-1',
        evidence: [{ feature: 'grams' }],
        runnerUp: { reference: expect.stringMatching(/^ri_/u) },
      },
    });
    expect(await run()).toEqual({ kind: 'NOTHING_TO_DO', release: 2 });
    expect(await run('FULL')).toMatchObject({ release: undefined, opened: 0, closed: 0 });
    expect(await sql`select from matching.staged_edge`).toHaveLength(0);
  });

  test('looks only at what has changed', async () => {
    await publishRows(sql, { reference: REFERENCE, power: POWER, power2: POWER });
    await run();
    await publishRows(sql, { power: [...POWER, { row_id: 'p5', 事项名称: '烟草专卖零售的许可' }] });
    expect(await run()).toMatchObject({ kinds: [{ kind: 'REFERENCE', blocks: 1, judged: 1, reused: 3 }] });
  });

  test('of another model judges everything again, and writes only what it says otherwise', async () => {
    await publishRows(sql, { reference: REFERENCE, power: POWER });
    await run();
    expect(await run('INCREMENTAL', 'simple-2')).toMatchObject({
      kinds: [{ judged: 3, reused: 0 }],
      release: undefined,
    });
    expect(await run('INCREMENTAL', 'simple-2')).toMatchObject({ kind: 'NOTHING_TO_DO' });
  });

  test('tells beforehand what it would change, and changes nothing', async () => {
    await publishRows(sql, { reference: REFERENCE, power: POWER });
    const options = { judging: simpleJudging(), mode: 'INCREMENTAL', now: () => NOW } as const;
    expect(await forecast(sql, options)).toMatchObject({
      kinds: [{ kind: 'REFERENCE', put: 2, drop: 0, auto: 1, review: 1 }],
    });
    expect(await links()).toEqual([FOUND[2]]);
    expect(await sql`select from matching.run`).toHaveLength(0);
  });

  test('refuses lists that are not there', async () => {
    expect(await run()).toEqual({ kind: 'NO_RELEASE' });
    await publishRows(sql, { power: POWER });
    const options = {
      judging: simpleJudging(),
      mode: 'FULL',
      lists: ['power', 'nowhere'],
      now: () => NOW,
    } as const;
    expect(await matchStored(sql, options)).toEqual({ kind: 'NO_SUCH_LIST', missing: ['nowhere'] });
  });
});

describe('codes', () => {
  test('that contradict the name are nobody’s to decide but a person’s', async () => {
    const power = [
      { row_id: 'p1', 事项名称: '食品生产许可证的核发', 基本编码: '880100001000' },
      { row_id: 'p2', 事项名称: '食品经营许可证的核发', 基本编码: '880100001000' },
      { row_id: 'p3', 事项名称: '城市绿化', 基本编码: '880100003000' },
    ];
    await publishRows(sql, { reference: REFERENCE, power });
    expect(await links()).toEqual([
      '城市绿化 → 烟草专卖零售许可 CONFLICT CODE',
      '食品生产许可证的核发 → 食品经营许可证核发 ACCEPTED CODE',
      '食品经营许可证的核发 → 食品经营许可证核发 ACCEPTED CODE',
    ]);
    await run();
    expect(await links()).toEqual([
      '城市绿化 → 烟草专卖零售许可 CONFLICT CODE',
      '食品生产许可证的核发 → 食品生产许可证核发 CONFLICT MODEL',
      '食品生产许可证的核发 → 食品经营许可证核发 CONFLICT CODE',
      '食品经营许可证的核发 → 食品经营许可证核发 ACCEPTED CODE',
    ]);
    // A publish that does not touch them leaves them as the run did.
    await publishRows(sql, { power: [...power, { row_id: 'p4', 事项名称: '别的事' }] });
    expect(await links()).toContain('食品生产许可证的核发 → 食品经营许可证核发 CONFLICT CODE');
  });
});

describe('what a person decided', () => {
  const again: readonly [string, () => Promise<unknown>][] = [
    ['an incremental run', () => run()],
    ['a full run', () => run('FULL')],
    ['a run of another model', () => run('FULL', 'simple-2')],
    ['a publish of the same lists', () => publishRows(sql, { reference: REFERENCE, power: POWER })],
    [
      'a publish that adds an item',
      () => publishRows(sql, { power: [...POWER, { row_id: 'p5', 事项名称: '新事项' }] }),
    ],
    ['a rollback', () => rollback(sql, 2, NOW)],
  ];
  test.each(again)('survives %s', async (_, act) => {
    await publishRows(sql, { reference: REFERENCE, power: POWER });
    await run();
    await say('烟草零售许可', '烟草专卖零售许可', 'CONFIRM');
    await say('食品生产许可证的核发', '食品生产许可证核发', 'REJECT');
    await say('城市绿化树木砍伐', '食品生产许可证核发', 'CONFIRM');
    const decided = [
      '城市绿化树木砍伐 → 食品生产许可证核发 CONFIRMED PERSON',
      '烟草零售许可 → 烟草专卖零售许可 CONFIRMED PERSON',
      '食品生产许可证的核发 → 食品生产许可证核发 REJECTED MODEL',
      FOUND[2],
    ];
    expect(await links()).toEqual(decided);
    await act();
    expect(await links()).toEqual(expect.arrayContaining(decided));
    await run();
    expect(await links()).toEqual(expect.arrayContaining(decided));
  });

  test('rests on what the items said: a changed name makes it stale, and it still rules', async () => {
    await publishRows(sql, { reference: REFERENCE, power: POWER });
    await run();
    await say('烟草零售许可', '烟草专卖零售许可', 'CONFIRM');
    const renamed = POWER.map((row) => (row['row_id'] === 'p3' ? { ...row, 事项名称: '烟草销售许可' } : row));
    await publishRows(sql, { power: renamed });
    const stale = '烟草销售许可 → 烟草专卖零售许可 STALE_EVIDENCE PERSON stale';
    expect(await links()).toContain(stale);
    await run();
    expect(await links()).toContain(stale);
    await publishRows(sql, { power: POWER });
    expect(await links()).toContain('烟草零售许可 → 烟草专卖零售许可 CONFIRMED PERSON');
  });

  test('is asked again when the partner is gone, and rules again when it comes back', async () => {
    await publishRows(sql, { reference: REFERENCE, power: POWER });
    await run();
    await say('食品生产许可证的核发', '食品经营许可证核发', 'CONFIRM');
    await publishRows(sql, { reference: REFERENCE.slice(1) });
    await run();
    expect(await links()).toContain('食品生产许可证的核发 → 食品生产许可证核发 REVIEW MODEL stale');
    await publishRows(sql, { reference: REFERENCE });
    expect(await links()).toContain('食品生产许可证的核发 → 食品经营许可证核发 CONFIRMED PERSON');
  });

  test('may leave room for the next best, for a person to see', async () => {
    await publishRows(sql, { reference: REFERENCE, power: POWER });
    await run();
    const decision = await say('食品生产许可证的核发', '食品生产许可证核发', 'REJECT');
    await run();
    expect(await links()).toEqual(
      expect.arrayContaining([
        '食品生产许可证的核发 → 食品生产许可证核发 REJECTED MODEL',
        '食品生产许可证的核发 → 食品经营许可证核发 REVIEW MODEL',
      ]),
    );
    await revoke(sql, decision);
    await run();
    expect(await links()).toEqual(FOUND);
  });
});

describe('other kinds of links', () => {
  test('a sub-item stands under the main item that the list names', async () => {
    const power = [
      { row_id: 'm', 事项名称: '食品经营许可' },
      { row_id: 's1', 事项名称: '食品经营许可新办', 主项名称: '食品经营许可' },
      { row_id: 's2', 事项名称: '食品经营许可注销', 主项名称: '食品 经营许可' },
      { row_id: 'o', 事项名称: '道路运输', 主项名称: '没有这一行' },
    ];
    await publishRows(sql, { power });
    expect(await run()).toMatchObject({ kinds: [{ kind: 'MAIN', items: 2, sure: 2 }] });
    const rows = await sql`
      select l.task_name as sub, m.relation, m.status from matching.match m join matching.item l on l.item_id = m.left_id
      where m.kind = 'MAIN' order by 1`;
    expect(rows).toEqual([
      { sub: '食品经营许可新办', relation: 'NARROWER', status: 'ACCEPTED' },
      { sub: '食品经营许可注销', relation: 'NARROWER', status: 'ACCEPTED' },
    ]);
  });

  test('two items of one office that claim one partner are told apart; two villages are not two claims', async () => {
    const towns = ['880121100', '880121101'].map((region, index) => ({
      row_id: `t${index}`,
      level: 'TOWNSHIP',
      区划代码: region,
      事项名称: '食品生产许可证的核发',
      实施主体: '便民服务中心',
    }));
    const power = ['食品生产许可证的核发', '食品生产的许可证核发'].map((name, index) => ({
      row_id: `p${index}`,
      事项名称: name,
      实施主体: '市场监管局',
    }));
    await publishRows(sql, { reference: REFERENCE, towns, power });
    await run();
    const rows = await sql<{ level: string; status: string }[]>`
      select left_level as level, status from matching.match where kind = 'REFERENCE' order by 1, 2`;
    expect(rows.filter((row) => row.level === 'TOWNSHIP').map((row) => row.status)).toEqual([
      'ACCEPTED',
      'ACCEPTED',
    ]);
    expect(rows.filter((row) => row.level === 'COUNTY').map((row) => row.status)).toEqual([
      'ACCEPTED',
      'CONFLICT',
    ]);
  });
});
