import { afterEach, describe, expect, test, vi } from 'vitest';
import { connect, type Sql } from '../../db/client.ts';
import { awaitReaders, type ReleaseWatch, watchReleases } from '../../db/release-watch.ts';
import { freshDatabase } from '../support/database.ts';

const opened: (() => PromiseLike<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

const open = async () => {
  const database = await freshDatabase();
  const sql = connect(database.url);
  opened.push(
    () => database[Symbol.asyncDispose](),
    () => sql.end(),
  );
  return { sql, url: database.url };
};

const watching = (url: string): ReleaseWatch => {
  const watch = watchReleases(url);
  opened.push(watch.close);
  return watch;
};

const write = (sql: Sql, number: number) => sql`
  insert into release.release (number, published_at, added, changed, removed)
  values (${number}, '2026-03-01', 0, 0, 0)`;

/** Ends the connection the watch reads over, as a network or a restart does. */
const cut = (sql: Sql) => sql`
  select pg_terminate_backend(l.pid) from pg_locks l
  where l.locktype = 'advisory' and l.classid = 4720333 and l.pid <> pg_backend_pid() and l.database = (select oid from pg_database where datname = current_database())`;

describe('the newest release without asking', () => {
  test('is known once watched, and after each publication that has returned', async () => {
    const { sql, url } = await open();
    await write(sql, 1);
    const watch = watching(url);
    await vi.waitFor(() => expect(watch.newest()).toBe(1), 5_000);
    for (const number of [2, 3, 4, 5]) {
      await write(sql, number);
      expect(await awaitReaders(sql, number)).toBe(true);
      expect(watch.newest()).toBe(number);
    }
  });

  test('is not known before anything is published, and the first release is waited for too', async () => {
    const { sql, url } = await open();
    const watch = watching(url);
    await vi.waitFor(async () => {
      const [held] = await sql<{ held: number }[]>`
        select count(*)::int as held from pg_locks where locktype = 'advisory' and classid = 4720333 and objid = 0
          and database = (select oid from pg_database where datname = current_database())`;
      expect(held?.held).toBe(1);
    }, 5_000);
    expect(watch.newest()).toBe(undefined);
    await write(sql, 1);
    expect(await awaitReaders(sql, 1)).toBe(true);
    await vi.waitFor(() => expect(watch.newest()).toBe(1), 5_000);
  });

  test('is forgotten with the connection and known again over the next, with what was missed', async () => {
    const { sql, url } = await open();
    await write(sql, 1);
    const watch = watching(url);
    await vi.waitFor(() => expect(watch.newest()).toBe(1), 5_000);
    for (let number = 2; number <= 20; number += 1) {
      await cut(sql);
      await write(sql, number);
      expect(await awaitReaders(sql, number)).toBe(true);
      expect([undefined, number]).toContain(watch.newest());
    }
    await vi.waitFor(() => expect(watch.newest()).toBe(20), 10_000);
    await write(sql, 21);
    expect(await awaitReaders(sql, 21)).toBe(true);
    expect(watch.newest()).toBe(21);
  });

  test('a reader two releases behind is waited for by whoever published the second', async () => {
    const { sql } = await open();
    await write(sql, 1);
    await write(sql, 2);
    await write(sql, 3);
    const reader = await sql.reserve();
    await reader`select pg_advisory_lock_shared(4720333, 1)`;
    expect(await awaitReaders(sql, 3, 50)).toBe(false);
    const waiting = awaitReaders(sql, 3, 5_000);
    await reader`select pg_advisory_lock_shared(4720333, 2)`;
    await reader`select pg_advisory_unlock_shared(4720333, 1)`;
    expect(await Promise.race([waiting, awaitReaders(sql, 2, 5_000).then(() => 'first')])).toBe('first');
    await reader`select pg_advisory_unlock_shared(4720333, 2)`;
    reader.release();
    expect(await waiting).toBe(true);
  });

  test('publications of several at once: none returns before every reader has moved on to it', async () => {
    const { sql, url } = await open();
    await write(sql, 1);
    const watches = Array.from({ length: 3 }, () => watching(url));
    await vi.waitFor(() => expect(watches.map((watch) => watch.newest())).toEqual([1, 1, 1]), 5_000);
    const behind: string[] = [];
    const publish = async (number: number): Promise<void> => {
      expect(await awaitReaders(sql, number)).toBe(true);
      for (const watch of watches)
        if ((watch.newest() ?? number) < number) behind.push(`${watch.newest()} after ${number}`);
    };
    for (let number = 2; number <= 120; number += 3) {
      const under: Promise<void>[] = [];
      for (const next of [number, number + 1, number + 2]) {
        await write(sql, next);
        under.push(publish(next));
      }
      await Promise.all(under);
    }
    expect(behind).toEqual([]);
  });

  test('a lock that is not got in time is no end of the watch', async () => {
    const { sql, url } = await open();
    await write(sql, 1);
    const watch = watching(url);
    await vi.waitFor(() => expect(watch.newest()).toBe(1), 5_000);
    const holder = await sql.reserve();
    await holder`select pg_advisory_lock(4720333, 2)`;
    await write(sql, 2);
    await vi.waitFor(async () => {
      const [waiting] = await sql<{ pid: number }[]>`
        select pid from pg_locks where locktype = 'advisory' and classid = 4720333 and objid = 2 and not granted
          and database = (select oid from pg_database where datname = current_database())`;
      expect(waiting).toBeDefined();
      // As the time-out of a statement does: the connection stays.
      await sql`select pg_cancel_backend(${waiting?.pid ?? 0})`;
    }, 5_000);
    await holder`select pg_advisory_unlock(4720333, 2)`;
    holder.release();
    await vi.waitFor(() => expect(watch.newest()).toBe(2), 5_000);
    expect(await awaitReaders(sql, 2)).toBe(true);
    await write(sql, 3);
    expect(await awaitReaders(sql, 3)).toBe(true);
    expect(watch.newest()).toBe(3);
  });

  test('a reader that does not move on is told of, and delays nobody for longer than the patience', async () => {
    const { sql } = await open();
    await write(sql, 1);
    await write(sql, 2);
    const reader = await sql.reserve();
    await reader`select pg_advisory_lock_shared(4720333, 1)`;
    expect(await awaitReaders(sql, 2, 50)).toBe(false);
    await reader`select pg_advisory_unlock_shared(4720333, 1)`;
    reader.release();
    expect(await awaitReaders(sql, 2, 50)).toBe(true);
  });

  test('many readers, each at a hundred publications: none is behind after any', async () => {
    const { sql, url } = await open();
    await write(sql, 1);
    const watches = Array.from({ length: 5 }, () => watching(url));
    await vi.waitFor(() => expect(watches.map((watch) => watch.newest())).toEqual([1, 1, 1, 1, 1]), 5_000);
    for (let number = 2; number <= 101; number += 1) {
      await write(sql, number);
      expect(await awaitReaders(sql, number)).toBe(true);
      expect(new Set(watches.map((watch) => watch.newest()))).toEqual(new Set([number]));
    }
  });
});
