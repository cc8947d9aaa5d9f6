import { drizzle } from 'drizzle-orm/postgres-js';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { connect, connectSubgraph, type Sql } from '../../db/client.ts';
import { DatabaseAway, DatabaseSlow } from '../../db/failures.ts';
import { freshDatabase } from '../support/database.ts';
import { type DatabaseProxy, proxyDatabase } from '../support/database-proxy.ts';

const opened: (() => PromiseLike<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

interface Opened {
  readonly sql: Sql;
  readonly proxy: DatabaseProxy;
  readonly direct: Sql;
}

const open = async (connections = 2): Promise<Opened> => {
  const database = await freshDatabase();
  const proxy = await proxyDatabase(database.url);
  const sql = connectSubgraph(proxy.url, 'matching', { connections, statementTimeout: 1_000 });
  const direct = connect(database.url, { connections: 1 });
  opened.push(
    () => database[Symbol.asyncDispose](),
    () => proxy[Symbol.asyncDispose](),
    () => direct.end(),
    () => sql.end({ timeout: 0 }),
  );
  await sql`select 1`;
  return { sql, proxy, direct };
};

const failureOf = async (work: PromiseLike<unknown>): Promise<{ error: unknown; ms: number }> => {
  const begun = performance.now();
  const error = await Promise.resolve(work).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return { error, ms: performance.now() - begun };
};

/** Milliseconds until a statement is answered. */
const untilAnswered = async (sql: Sql): Promise<number> => {
  const begun = performance.now();
  await vi.waitFor(async () => expect(await sql`select 1 as one`).toEqual([{ one: 1 }]), {
    timeout: 5_000,
    interval: 10,
  });
  return performance.now() - begun;
};

describe('a pool over a database that is away', () => {
  test.each(['refused', 'silent', 'ending'] as const)(
    'which is %s: nobody waits, and soon it is there again',
    async (mode) => {
      const { sql, proxy } = await open();
      proxy.become(mode);
      const first = await failureOf(sql`select 1`);
      expect(first.error).toBeInstanceOf(DatabaseAway);
      expect(first.ms).toBeLessThan(1_000);
      await vi.waitFor(async () => {
        const { error, ms } = await failureOf(sql`select 1`);
        expect(error).toBeInstanceOf(DatabaseAway);
        expect(ms).toBeLessThan(20);
      });
      const many = await Promise.all(Array.from({ length: 500 }, () => failureOf(sql`select 1`)));
      expect(many.every(({ error, ms }) => error instanceof DatabaseAway && ms < 500)).toBe(true);
      expect((await failureOf(sql.begin(async () => undefined))).ms).toBeLessThan(20);
      proxy.become('through');
      expect(await untilAnswered(sql)).toBeLessThan(1_500);
    },
  );

  test('says so in a way that graphql-js hands on, and in no word of the driver', async () => {
    const { sql, proxy } = await open();
    proxy.become('refused');
    const { error } = await failureOf(sql`select 1`);
    expect(error).toMatchObject({ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } });
    const within = await failureOf(drizzle(sql).execute('select 1'));
    expect(within.error).toMatchObject({ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } });
    expect(String(error)).not.toMatch(/ECONN|127\.0\.0\.1|CONNECTION/u);
  });

  test('what has been given up is not done later', async () => {
    const { sql, proxy, direct } = await open(1);
    await direct`create table public.written (n int)`;
    await direct`grant insert on public.written to zongheng_matching`;
    const acted = vi.fn();
    proxy.become('silent');
    const writing = sql.begin('read write', async (transaction) => {
      acted();
      await transaction`insert into public.written values (1)`;
    });
    expect((await failureOf(writing)).error).toBeInstanceOf(DatabaseAway);
    proxy.become('through');
    await untilAnswered(sql);
    expect(acted).not.toHaveBeenCalled();
    expect(await direct`select * from public.written`).toEqual([]);
  });

  test.each(['before its next statement', 'during a statement', 'before its end'])(
    'a transaction whose connection ends %s fails, and the process goes on',
    async (when) => {
      const { sql, proxy } = await open();
      for (const pool of [sql, connect(proxy.url, { connections: 1 })]) {
        if (pool !== sql) opened.push(() => pool.end({ timeout: 0 }));
        const working = pool.begin(async (transaction) => {
          await transaction`select 1`;
          if (when === 'during a statement') {
            setTimeout(() => proxy.become('refused'), 30);
            await transaction`select pg_sleep(0.5)`.catch(() => transaction`select 2`);
          } else proxy.become('refused');
          await new Promise((done) => setTimeout(done, 50));
          if (when === 'before its next statement') await transaction`select 3`;
          return 'done';
        });
        expect((await failureOf(working)).error).toBeInstanceOf(Error);
        // What the driver does with a connection that is gone it does a little later.
        await new Promise((done) => setTimeout(done, 100));
        proxy.become('through');
        await untilAnswered(pool);
        expect(await pool.begin(async (transaction) => [...(await transaction`select 1 as one`)])).toEqual([
          { one: 1 },
        ]);
      }
    },
  );

  test('connections that somebody has forgotten on the way are not waited for again', async () => {
    const { sql, proxy } = await open();
    proxy.forget();
    expect((await failureOf(sql`select 1`)).error).toBeInstanceOf(DatabaseAway);
    expect(await untilAnswered(sql)).toBeLessThan(4_000);
    const answers = await Promise.all(Array.from({ length: 20 }, () => sql`select 1 as one`));
    expect(answers.every(([row]) => row?.['one'] === 1)).toBe(true);
  });

  test('it ends though the other end says nothing', async () => {
    const { sql, proxy } = await open();
    proxy.become('silent');
    const begun = performance.now();
    await sql.end({ timeout: 0.2 });
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});

describe('a pool over a database that is there', () => {
  test('a statement that takes too long ends, and the next is answered', async () => {
    const { sql } = await open();
    const { error, ms } = await failureOf(sql`select pg_sleep(10)`);
    expect(error).toBeInstanceOf(DatabaseSlow);
    expect(ms).toBeLessThan(1_800);
    expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
  });

  test('who waits for a connection waits no longer than for a statement', async () => {
    const { sql } = await open(1);
    const held = Array.from({ length: 4 }, () => failureOf(sql`select pg_sleep(0.8)`));
    const found = await Promise.all(held);
    expect(found.some(({ error }) => error instanceof DatabaseSlow)).toBe(true);
    expect(found.every(({ ms }) => ms < 2_600)).toBe(true);
  });

  test('a server without room for another connection refuses at once, and is not away for the others', async () => {
    const { sql, proxy } = await open(2);
    proxy.become('crowded');
    const held = failureOf(sql`select pg_sleep(0.3)`);
    const { error, ms } = await failureOf(sql`select 1`);
    expect(error).toMatchObject({ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } });
    expect(ms).toBeLessThan(250);
    expect((await held).error).toBeUndefined();
    expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
  });

  test('one connection that is ended is no database that is away', async () => {
    const { sql, direct } = await open(1);
    await direct`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`;
    expect(await untilAnswered(sql)).toBeLessThan(500);
  });

  test('errors of a statement stay its own', async () => {
    const { sql } = await open();
    expect((await failureOf(sql`select 1 / 0`)).error).toMatchObject({ code: '22012' });
    expect((await failureOf(sql.begin((t) => t`select 1 / 0`))).error).toMatchObject({ code: '22012' });
  });
});
