import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { sql as words } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import { afterEach, describe, expect, test } from 'vitest';
import { connect, connectSubgraph, type Sql } from '../../db/client.ts';
import { DatabaseAway, DatabaseSlow } from '../../db/failures.ts';
import { answeredBy } from '../../db/time-left.ts';
import { freshDatabase } from '../support/database.ts';
import { type DatabaseProxy, proxyDatabase } from '../support/database-proxy.ts';

const opened: (() => PromiseLike<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

/** Two pools of one connection each, through one proxy; the pulse of both goes. */
const open = async (): Promise<{ sql: Sql; fresh: Sql; proxy: DatabaseProxy; direct: Sql }> => {
  const database = await freshDatabase();
  const proxy = await proxyDatabase(database.url);
  const [sql, fresh] = [0, 1].map(() =>
    connectSubgraph(proxy.url, 'matching', {
      connections: 1,
      statementTimeout: 1_000,
      settings: { default_transaction_read_only: 'off' },
    }),
  ) as [Sql, Sql];
  const direct = connect(database.url, { connections: 1 });
  opened.push(
    () => database[Symbol.asyncDispose](),
    () => proxy[Symbol.asyncDispose](),
    ...[sql, fresh, direct].map((pool) => () => pool.end({ timeout: 0 })),
  );
  await sql`select 1`;
  return { sql, fresh, proxy, direct };
};

/** The rows of a statement, or its failure. */
const outcome = (statement: PromiseLike<Iterable<unknown>>): PromiseLike<unknown> =>
  statement.then(
    (rows) => [...rows],
    (error: unknown) => error,
  );

/** Statements that are put to a connection between its error and its end. */
const askedInBetween = (
  sql: Sql,
  ask: () => PromiseLike<unknown>,
): { readonly reset: () => Promise<unknown> } => {
  const options = sql.options as unknown as { socket: (address: unknown) => Promise<Socket> };
  const make = options.socket;
  let made: Socket | undefined;
  options.socket = async (address) => {
    made = await make(address);
    return made;
  };
  return {
    reset: () =>
      new Promise((resolve) => {
        made?.prependOnceListener('error', () => process.nextTick(() => resolve(ask())));
        made?.destroy(Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }));
      }),
  };
};

describe('a statement gets its own answer or none', () => {
  test('behind one that is given up while it waits for its turn on a connection', async () => {
    const { sql } = await open();
    const slow = outcome(sql`select pg_sleep(0.6)::text as n`);
    await pause(20);
    const givenUp = answeredBy(performance.now() + 100, () => outcome(sql`select 1 as n`));
    const [second, third] = [outcome(sql`select 2 as n`), outcome(sql`select 3 as n`)];
    expect(await givenUp).toBeInstanceOf(DatabaseSlow);
    expect(await Promise.all([slow, second, third])).toEqual([[{ n: '' }], [{ n: 2 }], [{ n: 3 }]]);
    expect(await outcome(sql`select 4 as n`)).toEqual([{ n: 4 }]);
  });

  test('behind one whose moment is none', async () => {
    const { sql } = await open();
    const at = (text: string) => outcome(sql`select ${text}::timestamptz > '2000-01-01' as n`);
    expect(await at('2026-01-02T00:00:00Z')).toEqual([{ n: true }]);
    const slow = outcome(sql`select pg_sleep(0.3)::text as n`);
    await pause(20);
    const [none, second, third] = [at('昨天'), outcome(sql`select 2 as n`), outcome(sql`select 3 as n`)];
    expect(await Promise.all([slow, second, third])).toEqual([[{ n: '' }], [{ n: 2 }], [{ n: 3 }]]);
    expect(await none).toMatchObject({ code: '22007' });
  });

  test('put to a connection between its error and its end', async () => {
    for (const sql of [(await open()).direct, (await open()).fresh]) {
      const between = askedInBetween(sql, () => outcome(sql`select 7 as n`));
      await sql`select 1`;
      const found = between.reset();
      await pause(50);
      expect(await outcome(sql`select 8 as n`)).toEqual([{ n: 8 }]);
      expect(await found).toBeInstanceOf(Error);
    }
  });
});

describe('a connection is not lost for good', () => {
  test('when the statement it was made for is given up', async () => {
    const { fresh, proxy, direct } = await open();
    await direct`create table public.written (n int)`;
    await direct`grant insert on public.written to zongheng_matching`;
    proxy.become('silent');
    const writing = () => outcome(fresh`insert into public.written values (1)`);
    const givenUp = answeredBy(performance.now() + 20, writing);
    expect(await givenUp).toBeInstanceOf(DatabaseSlow);
    proxy.become('through');
    expect(await outcome(fresh`select 5 as n`)).toEqual([{ n: 5 }]);
    expect(await outcome(direct`select n from public.written`)).toEqual([]);
  });
});

describe('a connection of which nothing comes back any more', () => {
  test('is replaced though the database is there, and takes no other down', async () => {
    const { sql, proxy } = await open();
    proxy.forget('pulse of zongheng');
    expect(await outcome(sql`select 1 as n`)).toBeInstanceOf(DatabaseSlow);
    // As long again, in which even a statement behind the longest would have ended.
    const begun = performance.now();
    let found: unknown;
    while (!Array.isArray(found) && performance.now() - begun < 5_000) {
      found = await answeredBy(performance.now() + 100, () => outcome(sql`select 2 as n`));
    }
    expect(found).toEqual([{ n: 2 }]);
    expect(performance.now() - begun).toBeLessThan(3_000);
  });
});

describe('one connection that is broken off is no database that is away', () => {
  test('not even that of the pulse while it waits for an answer', async () => {
    const { sql, proxy } = await open();
    proxy.forget();
    await pause(150);
    proxy.cut();
    await pause(20);
    const until = performance.now() + 700;
    while (performance.now() < until) {
      expect(await outcome(sql`select 1 as n`)).toEqual([{ n: 1 }]);
      await pause(20);
    }
  });
});

describe('a transaction whose connection is gone', () => {
  test.each(['before', 'while'])('%s a part of it begins fails, and the process goes on', async (when) => {
    const { sql, proxy } = await open();
    const working = sql.begin(async (transaction) => {
      await transaction`select 1`;
      if (when === 'before') {
        proxy.cut();
        await pause(50);
      } else {
        proxy.forget();
        setTimeout(proxy.cut, 30);
      }
      await transaction.savepoint((inner) => inner`select 2`);
    });
    expect(await working.catch((error: unknown) => error)).toBeInstanceOf(DatabaseAway);
    // What the driver does with a connection that is gone it does a little later.
    await pause(100);
    expect(await outcome(sql`select 3 as n`)).toEqual([{ n: 3 }]);
  });
});

test('values are read and written after the database was away as they were before', async () => {
  const { sql, proxy } = await open();
  const database = drizzle(sql);
  const ask = async () => [
    ...(await database.execute(words`select '2026-01-02T03:04:05Z'::timestamptz as moment, date '2026-01-02' as day,
      ${'{"a":1}'}::jsonb as value, jsonb_typeof(${'{"a":1}'}::jsonb) as kind`)),
  ];
  const before = await ask();
  expect(before).toMatchObject([{ day: '2026-01-02', kind: 'object' }]);
  proxy.become('refused');
  await expect.poll(() => outcome(sql`select 1`)).toBeInstanceOf(DatabaseAway);
  await pause(200);
  proxy.become('through');
  await expect.poll(() => outcome(sql`select 1 as n`), { timeout: 5_000 }).toEqual([{ n: 1 }]);
  expect(await ask()).toEqual(before);
});

describe('of a transaction that is given up nothing stays', () => {
  const written = async (direct: Sql): Promise<void> => {
    await direct`create table public.written (n int)`;
    await direct`grant insert on public.written to zongheng_matching`;
  };

  test('because the database is away', async () => {
    const { sql, proxy, direct } = await open();
    await written(direct);
    const working = sql.begin('read write', async (transaction) => {
      await transaction`insert into public.written values (1)`;
      proxy.become('silent');
      // Longer than it takes to find the database away; its connections are as they were.
      await pause(900);
      proxy.become('through');
    });
    expect(await working.catch((error: unknown) => error)).toBeInstanceOf(DatabaseAway);
    await pause(600);
    expect(await outcome(direct`select n from public.written`)).toEqual([]);
  });

  test('because nobody waits for it any more', async () => {
    const { sql, direct } = await open();
    await written(direct);
    const writing = () =>
      sql.begin('read write', async (transaction) => {
        await transaction`insert into public.written values (1)`;
        await pause(500);
      });
    const working = answeredBy(performance.now() + 100, writing);
    expect(await working.catch((error: unknown) => error)).toBeInstanceOf(DatabaseSlow);
    await pause(500);
    expect(await outcome(direct`select n from public.written`)).toEqual([]);
    expect(await outcome(sql`select 1 as n`)).toEqual([{ n: 1 }]);
  });
});
