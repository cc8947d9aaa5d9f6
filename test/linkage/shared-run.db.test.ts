import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connect, type Sql } from '../../db/client.ts';
import { verify } from '../../intake/verify.ts';
import { matchStored } from '../../linkage/match-stored.ts';
import { openRun } from '../../linkage/runs.ts';
import { cloneDatabase, freshDatabase, type TestDatabase } from '../support/database.ts';
import { NOW, publishRows, type Row } from '../support/lists.ts';
import { quiet } from '../support/stored-state.ts';
import { simpleJudging } from './simple-judging.ts';

const child = join(import.meta.dirname, 'match-child.ts');

const start = (database: TestDatabase, ...words: readonly string[]) =>
  spawn(process.execPath, [child, database.url, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });

const THINGS = [
  '食品经营',
  '食品生产',
  '烟草零售',
  '道路运输',
  '林木采伐',
  '民办学校',
  '人力资源',
  '公共场所',
];
const rows = (ending: string): readonly Row[] =>
  THINGS.map((thing, index) => ({ row_id: String(index), 事项名称: `${thing}${ending}`, 实施主体: '一局' }));

const withSql = async <T>(database: TestDatabase, act: (sql: Sql) => Promise<T>): Promise<T> => {
  const sql = connect(database.url, { connections: 2 });
  try {
    return await act(sql);
  } finally {
    await sql.end();
  }
};

const linksOf = (database: TestDatabase) =>
  withSql(database, async (sql) => {
    await quiet(sql);
    expect(await verify(sql)).toEqual([]);
    return await sql`
      select kind, left_id, right_id, status, relation, confidence, method, band, evidence from matching.match
      where to_release = 2147483647 order by 1, 2, 3`;
  });

/** Resolves when a statement of the database waits for a lock. */
const untilSomeoneWaits = (database: TestDatabase) =>
  withSql(database, async (sql) => {
    for (;;) {
      const [row] = await sql<{ count: number }[]>`
        select count(*)::int as count from pg_locks where not granted
          and pid in (select pid from pg_stat_activity where datname = current_database())`;
      if ((row?.count ?? 0) > 0) return;
    }
  });

test('two processes share a run, one is killed amid a block: the links are those of one process', async () => {
  await using alone = await freshDatabase();
  await withSql(alone, (sql) =>
    publishRows(sql, {
      reference: rows('许可证核发'),
      power: rows('许可证的核发'),
      power2: rows('许可核发'),
      service: rows('许可证办理'),
    }),
  );
  await using shared = await cloneDatabase(alone);
  await withSql(alone, (sql) => matchStored(sql, { judging: simpleJudging(), mode: 'FULL', now: () => NOW }));
  await withSql(shared, (sql) => openRun(sql, { mode: 'FULL', modelVersion: 'simple-1', now: NOW }));

  const doomed = start(shared, String(THINGS.length + 3));
  const killed = once(doomed, 'exit');
  await once(doomed.stdout, 'data');
  const helper = start(shared);
  const ended = once(helper, 'exit');
  await untilSomeoneWaits(shared);
  doomed.kill('SIGKILL');
  expect(await killed).toEqual([null, 'SIGKILL']);
  expect(await ended).toEqual([0, null]);

  const links = await linksOf(shared);
  expect(links.length).toBeGreaterThan(THINGS.length);
  expect(links).toEqual(await linksOf(alone));
  const [run] = await withSql(shared, (sql) => sql`select status, release, stats from matching.run`);
  expect(run).toMatchObject({ status: 'DONE', release: 2, stats: { blocks: 4 } });
});

test('a process is killed amid the main items of a list: the next one finds them as if nothing had been', async () => {
  const named = (text: string, number: number, main: string) => ({
    row_id: String(number),
    事项名称: text,
    实施主体: '一局',
    基本编码: `511A00225${String(number).padStart(3, '0')}`,
    主项名称: main,
  });
  const main = '经营高危险性体育项目许可';
  const power = [
    named(main, 0, ''),
    ...['延续', '变更', '补办'].map((act, at) => named(`经营高危险性体育项目${act}审批`, at + 1, main)),
    named('经营高危险性体育项目注销审批', 4, ''),
  ];
  await using alone = await freshDatabase();
  await withSql(alone, (sql) => publishRows(sql, { power }));
  await using shared = await cloneDatabase(alone);
  await withSql(alone, (sql) => matchStored(sql, { judging: simpleJudging(), mode: 'FULL', now: () => NOW }));
  await withSql(shared, (sql) => openRun(sql, { mode: 'FULL', modelVersion: 'simple-1', now: NOW }));

  await withSql(shared, (sql) =>
    sql.begin(async (transaction) => {
      // Whoever has done the block waits here to store it.
      await transaction`lock table matching.block_state in exclusive mode`;
      const doomed = start(shared);
      const killed = once(doomed, 'exit');
      await untilSomeoneWaits(shared);
      doomed.kill('SIGKILL');
      expect(await killed).toEqual([null, 'SIGKILL']);
    }),
  );
  expect(await once(start(shared), 'exit')).toEqual([0, null]);
  const links = await linksOf(shared);
  expect(links).toMatchObject([{ kind: 'MAIN' }, { kind: 'MAIN' }, { kind: 'MAIN' }, { kind: 'MAIN' }]);
  expect(links.map(({ method }) => method).sort()).toEqual([...Array(3).fill('DECLARED_SOURCE'), 'MODEL']);
  expect(links).toEqual(await linksOf(alone));
});

test('a run that was asked for is taken up by the next process that works', async () => {
  await using database = await freshDatabase();
  await withSql(database, async (sql) => {
    await publishRows(sql, { reference: rows('许可证核发'), power: rows('许可证的核发') });
    const [first] = await sql`select matching.queue_run('FULL', '{}', ${NOW}) as id`;
    expect(await sql`select matching.queue_run('FULL', '{}', ${NOW}) as id`).toEqual([first]);
  });
  expect(await once(start(database), 'exit')).toEqual([0, null]);
  expect(await linksOf(database)).toHaveLength(THINGS.length);
});

test('a run asked for over a list that is gone ends, and the next one is taken up', async () => {
  await using database = await freshDatabase();
  await withSql(database, async (sql) => {
    await publishRows(sql, { reference: rows('许可证核发'), power: rows('许可证的核发') });
    await sql`select matching.queue_run('FULL', '{"lists": ["gone"]}', ${NOW})`;
    await sql`select matching.queue_run('FULL', '{}', '2999-01-01')`;
  });
  expect(await once(start(database), 'exit')).toEqual([0, null]);
  const runs = await withSql(
    database,
    (sql) => sql`
      select status, ended_at is not null as ended, stats ->> 'reason' as reason from matching.run order by started_at`,
  );
  expect(runs).toMatchObject([
    { status: 'FAILED', ended: true, reason: 'NO_SUCH_LIST' },
    { status: 'DONE', ended: true, reason: null },
  ]);
});
