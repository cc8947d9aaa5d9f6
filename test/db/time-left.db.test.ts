import { expect, test, vi } from 'vitest';
import { connect, connectSubgraph } from '../../db/client.ts';
import { DatabaseSlow } from '../../db/failures.ts';
import { answeredBy, toBeAnsweredBy } from '../../db/time-left.ts';
import { freshDatabase } from '../support/database.ts';

test('a statement for which no time is left is given up, and the server ends it', async () => {
  await using database = await freshDatabase();
  const sql = connectSubgraph(database.url, 'matching', { connections: 1, statementTimeout: 60_000 });
  const direct = connect(database.url, { connections: 1 });
  const working = async (): Promise<number> => {
    const [row] = await direct<{ count: number }[]>`
      select count(*)::int from pg_stat_activity
      where state = 'active' and query like '%pg_sleep(50)%' and pid <> pg_backend_pid()`;
    return row?.count ?? 0;
  };
  try {
    await sql`select 1`;
    const [mine, others] = [
      answeredBy(performance.now() + 300, () => sql`select pg_sleep(50)`.catch((error: unknown) => error)),
      // Waits for the only connection, with time enough.
      sql`select 1 as one`,
    ];
    await vi.waitFor(async () => expect(await working()).toBe(1), { timeout: 5_000, interval: 10 });
    expect(await mine).toBeInstanceOf(DatabaseSlow);
    await vi.waitFor(async () => expect(await working()).toBe(0), { timeout: 5_000, interval: 10 });
    expect(await others).toEqual([{ one: 1 }]);
  } finally {
    await Promise.all([sql.end({ timeout: 0 }), direct.end()]);
  }
});

test('what is done elsewhere at the same time has its own end', async () => {
  expect(toBeAnsweredBy()).toBe(Number.POSITIVE_INFINITY);
  const ends = await Promise.all(
    [5, 6].map((moment) =>
      answeredBy(moment, async () => {
        await Promise.resolve();
        return toBeAnsweredBy();
      }),
    ),
  );
  expect(ends).toEqual([5, 6]);
});
