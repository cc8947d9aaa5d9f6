import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connect, type Sql } from '../../db/client.ts';
import { rollback } from '../../intake/publish/rollback.ts';
import { verify } from '../../intake/verify.ts';
import { matchStored } from '../../linkage/match-stored.ts';
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

const run = (mode: RunMode = 'INCREMENTAL') =>
  matchStored(sql, { judging: simpleJudging(), mode, now: () => NOW });

const POOL = '经营高危险性体育项目许可';
const CLINIC = '放射诊疗许可';

const anItem = (name: string, main: number, sub: number, named?: string): Row => ({
  row_id: `${main}-${sub}`,
  事项名称: name,
  事项类型: '行政许可',
  实施主体: '区行政审批局',
  基本编码: `511A${String(main).padStart(5, '0')}${String(sub).padStart(3, '0')}`,
  ...(named === undefined ? {} : { 主项名称: named }),
});

/** Two main items; of the sub-items of each some say so, and others are for the machine. */
const POWER: readonly Row[] = [
  anItem(POOL, 225, 0),
  anItem('经营高危险性体育项目延续审批', 225, 1, POOL),
  anItem('经营高危险性体育项目变更审批', 225, 2, POOL),
  anItem('经营高危险性体育项目补办审批', 225, 3, POOL),
  anItem('经营高危险性体育项目注销审批', 225, 4),
  anItem('经营游泳许可', 225, 5),
  anItem(CLINIC, 42, 0),
  anItem('放射诊疗许可（新办）', 42, 1, CLINIC),
  anItem('放射诊疗许可（延续）', 42, 2, CLINIC),
  anItem('放射诊疗许可（注销）', 42, 3),
  anItem('夜间建筑施工许可', 500, 1),
];

const allLinks = async (): Promise<readonly string[]> => {
  const rows = await sql<{ line: string }[]>`
    select concat_ws(' ', l.task_name, '→', r.task_name, m.relation, m.status, m.method, case when m.stale then 'stale' end)
      as line
    from matching.match m
    join matching.item l on l.item_id = m.left_id and l.to_release = 2147483647
    join matching.item r on r.item_id = m.right_id and r.to_release = 2147483647
    where m.to_release = 2147483647 and m.kind = 'MAIN' order by 1`;
  return rows.map((row) => row.line);
};

/** The links that no list declares. */
const links = async () => (await allLinks()).filter((line) => !line.includes('DECLARED'));

const stored = () => sql`
  select left_id, right_id, relation, status, method, confidence, band, evidence, machine_status, machine_confidence
  from matching.match where to_release = 2147483647 and kind = 'MAIN' order by 1, 2`;

const idOf = async (name: string): Promise<string> => {
  const [row] = await sql<{ id: string }[]>`
    select item_id as id from matching.item where task_name = ${name} order by from_release desc limit 1`;
  return row?.id ?? '';
};

const say = async (left: string, right: string | undefined, verdict: string) => {
  const request = {
    kind: 'MAIN',
    left: await idOf(left),
    ...(right === undefined ? {} : { right: await idOf(right) }),
  };
  const [answer] = await decide(sql, [{ ...request, verdict, reason: '核对过' }]);
  expect(answer?.result).toBe('OK');
  return answer?.decision ?? '';
};

const FOUND = [
  `放射诊疗许可（注销） → ${CLINIC} NARROWER ACCEPTED MODEL`,
  `经营游泳许可 → ${POOL} NARROWER REVIEW MODEL`,
  `经营高危险性体育项目注销审批 → ${POOL} NARROWER ACCEPTED MODEL`,
];

describe('sub-items that name no main item', () => {
  test('find it by name, code and siblings; what the list declares needs no judgement', async () => {
    await publishRows(sql, { power: POWER });
    expect(await run()).toMatchObject({
      kinds: [{ kind: 'MAIN', items: 9, sure: 5, auto: 2, review: 1, none: 1, judged: 4, reused: 0 }],
    });
    expect(await links()).toEqual(FOUND);
    expect((await allLinks()).length).toBe(FOUND.length + 5);
    const [kept] =
      await sql`select band, evidence from matching.match where method = 'MODEL' and kind = 'MAIN' limit 1`;
    expect(kept).toMatchObject({ evidence: { model: 'simple-1', candidates: [{}] } });
    expect(await run()).toMatchObject({ kind: 'NOTHING_TO_DO' });
    expect(await run('FULL')).toMatchObject({ release: undefined, opened: 0, closed: 0 });
  });

  test('of one village are not those of another', async () => {
    const village = (region: string, stated: boolean): readonly Row[] =>
      POWER.map((row) => ({
        ...row,
        row_id: `${region}-${row['row_id']}`,
        level: 'TOWNSHIP',
        区划代码: region,
        主项名称: stated ? (row['主项名称'] ?? '') : '',
      }));
    await publishRows(sql, { towns: [...village('880121100', true), ...village('880121101', false)] });
    await run();
    const rows = await sql`
      select distinct left_region_code as region from matching.match where kind = 'MAIN' and method = 'MODEL'`;
    expect(rows).toEqual([{ region: '880121100000' }]);
  });
});

describe('an incremental run', () => {
  const changes: readonly [string, readonly Row[], object][] = [
    [
      'a sibling that states its main item no more',
      POWER.map((row) => (row['row_id'] === '225-3' ? { ...row, 主项名称: '' } : row)),
      { judged: 5, reused: 0 },
    ],
    ['a new sub-item', [...POWER, anItem('放射诊疗许可（变更）', 42, 4)], { judged: 5, reused: 0 }],
    [
      'a renamed main item',
      POWER.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([key, text]) => [key, text === CLINIC ? '医用辐照许可' : text]),
        ),
      ),
      { judged: 4, reused: 0 },
    ],
    ['a main item that is gone', POWER.filter((row) => row['row_id'] !== '42-0'), { judged: 4, reused: 0 }],
  ];
  test.each(changes)('says of %s what a full one says', async (_, rows, counts) => {
    await publishRows(sql, { power: POWER });
    await run();
    await publishRows(sql, { power: rows });
    expect(await run()).toMatchObject({ kinds: [{ kind: 'MAIN', ...counts }] });
    const after = await stored();
    expect(await run('FULL')).toMatchObject({ opened: 0, closed: 0 });
    expect(await stored()).toEqual(after);
  });

  test('judges only the places that have changed', async () => {
    const towns = (more: readonly Row[]) =>
      ['880121100', '880121101'].flatMap((region, at) =>
        [...POWER, ...(at === 0 ? more : [])].map((row) => ({
          ...row,
          row_id: `${region}-${row['row_id']}`,
          level: 'TOWNSHIP',
          区划代码: region,
        })),
      );
    await publishRows(sql, { towns: towns([]) });
    await run();
    await publishRows(sql, { towns: towns([anItem('放射诊疗许可（变更）', 42, 4)]) });
    expect(await run()).toMatchObject({ kinds: [{ kind: 'MAIN', judged: 5, reused: 4 }] });
  });
});

describe('what a person decided', () => {
  const again: readonly [string, () => Promise<unknown>][] = [
    ['an incremental run', () => run()],
    ['a full run', () => run('FULL')],
    ['a publish of the same list', () => publishRows(sql, { power: POWER })],
    ['a publish that adds an item', () => publishRows(sql, { power: [...POWER, anItem('新事项', 600, 1)] })],
    ['a rollback', () => rollback(sql, 2, NOW)],
  ];
  test.each(again)('survives %s', async (_, act) => {
    await publishRows(sql, { power: POWER });
    await run();
    await say('放射诊疗许可（注销）', CLINIC, 'REJECT');
    await say('夜间建筑施工许可', POOL, 'CONFIRM');
    await say('经营游泳许可', undefined, 'NO_MATCH');
    const decided = [
      `夜间建筑施工许可 → ${POOL} NARROWER CONFIRMED PERSON`,
      `放射诊疗许可（注销） → ${CLINIC} NARROWER REJECTED MODEL`,
      `经营游泳许可 → ${POOL} NARROWER REJECTED MODEL`,
    ].map((line) => (line.startsWith('夜间') ? line.replace('NARROWER', 'EQUIVALENT') : line));
    expect(await links()).toEqual(expect.arrayContaining(decided));
    await act();
    expect(await links()).toEqual(expect.arrayContaining(decided));
    await run();
    expect(await links()).toEqual(expect.arrayContaining(decided));
  });

  test('is gone with the decision: the machine says again what it said before', async () => {
    await publishRows(sql, { power: POWER });
    await run();
    const before = await stored();
    const decision = await say('放射诊疗许可（注销）', CLINIC, 'REJECT');
    await run();
    await revoke(sql, decision);
    expect(await links()).toEqual(FOUND);
    await run();
    expect(await stored()).toEqual(before);
  });

  test('speaks for the items around it', async () => {
    const silent = POWER.map(({ 主项名称: _named, ...row }) => row);
    const rows = silent.map((row) => (row['row_id'] === '42-1' ? { ...row, 主项名称: CLINIC } : row));
    await publishRows(sql, { power: rows });
    await run();
    expect((await links()).filter((line) => line.includes(POOL))).toEqual([]);
    await say('经营高危险性体育项目延续审批', POOL, 'CONFIRM');
    await say('经营高危险性体育项目变更审批', POOL, 'CONFIRM');
    await run();
    expect(await links()).toContain(`经营高危险性体育项目注销审批 → ${POOL} NARROWER ACCEPTED MODEL`);
  });
});
