import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connect, type Sql } from '../../db/client.ts';
import { publish } from '../../intake/publish/publish.ts';
import { verify } from '../../intake/verify.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { importRows, NOW, publishRows } from '../support/lists.ts';

let database: TestDatabase;
let sql: Sql;

beforeEach(async () => {
  database = await freshDatabase();
  sql = connect(database.url);
});

afterEach(async () => {
  await sql.end();
  await database[Symbol.asyncDispose]();
});

/** Resolves when that many statements wait for a lock, or when the work that should wait has ended all the same. */
const untilWaiting = async (count: number, work: Promise<unknown>): Promise<void> => {
  let ended = false;
  const end = () => {
    ended = true;
  };
  work.then(end, end);
  for (;;) {
    const [row] = await sql<{ count: number }[]>`
      select count(*)::int as count from pg_locks where not granted
        and pid in (select pid from pg_stat_activity where datname = current_database())`;
    if (ended || (row?.count ?? 0) >= count) return;
  }
};

/** Keeps a table from being written while `act` runs. */
const whileLocked = async <T>(table: string, act: () => Promise<T>): Promise<T> => {
  const holder = await sql.reserve();
  try {
    await holder`begin`;
    await holder`lock table ${sql(table)} in exclusive mode`;
    return await act();
  } finally {
    await holder`commit`;
    holder.release();
  }
};

const named = (...names: readonly string[]) =>
  names.map((name, index) => ({ row_id: String(index), 事项名称: name }));

const currentNames = async (): Promise<string[]> => {
  const rows = await sql<{ name: string }[]>`
    select task_name as name from county.item where to_release = 2147483647 order by 1`;
  return rows.map((row) => row.name);
};

describe('one list at a time', () => {
  test('an import during a publish waits, and its draft is there to be published next', async () => {
    await publishRows(sql, { power: named('甲', '乙') });
    await importRows(sql, 'power', named('甲', '丙'));
    const { published, imported } = await whileLocked('matching.match', async () => {
      const first = publish(sql, { now: NOW });
      await untilWaiting(1, first);
      const second = importRows(sql, 'power', named('丁', '戊'));
      await untilWaiting(2, second);
      return { published: first, imported: second };
    });
    expect(await published).toMatchObject({ kind: 'PUBLISHED', release: 2, lists: [{ changed: 1 }] });
    expect(await imported).toMatchObject({ changed: 2 });
    expect(await currentNames()).toEqual(['丙', '甲']);
    expect(await publish(sql, { now: NOW })).toMatchObject({ kind: 'PUBLISHED', release: 3 });
    expect(await currentNames()).toEqual(['丁', '戊']);
    expect(await verify(sql)).toEqual([]);
  });

  test('a publish during an import waits for the draft that is being written', async () => {
    await importRows(sql, 'power', named('甲'));
    const { imported, published } = await whileLocked('intake.draft', async () => {
      const first = importRows(sql, 'power', named('乙'));
      await untilWaiting(1, first);
      const second = publish(sql, { now: NOW });
      await untilWaiting(2, second);
      return { imported: first, published: second };
    });
    await imported;
    expect(await published).toMatchObject({ kind: 'PUBLISHED', release: 1, lists: [{ added: 1 }] });
    expect(await currentNames()).toEqual(['乙']);
  });

  test.each(['a new list', 'a list with a draft'])(
    'of two imports of %s the later one stays whole',
    async (kind) => {
      if (kind === 'a list with a draft') await importRows(sql, 'power', named('旧'));
      const { one, other } = await whileLocked('intake.draft', async () => {
        const first = importRows(sql, 'power', named('甲', '乙'));
        await untilWaiting(1, first);
        const second = importRows(sql, 'power', named('丙', '丁', '戊'));
        await untilWaiting(2, second);
        return { one: first, other: second };
      });
      await Promise.all([one, other]);
      const rows = await sql<{ name: string }[]>`
      select record::json ->> 'task_name' as name from intake.draft_row where target = 'county.item' order by 1`;
      expect(rows.map((row) => row.name)).toEqual(['丁', '丙', '戊']);
    },
  );
});
