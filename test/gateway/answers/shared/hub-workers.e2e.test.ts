import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { TestDatabase } from '../../../support/database.ts';
import { demoDatabase } from '../../../support/hub.ts';
import { ask, fetched } from '../../ask.ts';
import { type HubWorker, type HubWorkers, startHubWorkers } from './hub-workers.ts';

const QUERY =
  'query Lists($first: Int) { catalogs(first: $first) { totalCount nodes { id name region { id name } } } }';
const WAIT = { timeout: 20_000, interval: 5 };

let database: TestDatabase;
let sql: postgres.Sql;
let hub: HubWorkers;

beforeAll(async () => {
  database = await demoDatabase();
  sql = postgres(database.url, { max: 2, onnotice: () => undefined });
  hub = await startHubWorkers(database.url, 3);
  // Each knows the operation now: the next request for it takes the short way.
  for (const worker of hub.workers) await asked(worker, 1);
});

afterAll(async () => {
  await hub?.[Symbol.asyncDispose]();
  await sql?.end();
  await database?.[Symbol.asyncDispose]();
});

const asked = ({ url }: HubWorker, first: number) => ask(url, { query: QUERY, variables: { first } });

const statementsOfAll = async (): Promise<number> =>
  (await Promise.all(hub.workers.map(({ statements }) => statements()))).reduce((sum, one) => sum + one, 0);

/** Lets no subgraph read catalogs until it is released. */
const hold = async (): Promise<{ readonly release: () => Promise<void> }> => {
  const connection = await sql.reserve();
  await connection`begin`;
  await connection`lock table reference.catalog in access exclusive mode`;
  const release = async () => {
    await connection`rollback`;
    connection.release();
  };
  return { release };
};

const waitingForLock = async (): Promise<number> => {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from pg_locks where not granted
      and database = (select oid from pg_database where datname = current_database())`;
  return row?.count ?? 0;
};

const figure = async ({ url }: HubWorker, outcome: string): Promise<number> => {
  const { text } = await fetched(new URL('/metrics', url));
  const line = text.split('\n').find((one) => one.includes(`shared_answers_total{outcome="${outcome}"}`));
  return Number(line?.split(' ').at(-1) ?? 0);
};

const figureOfAll = async (outcome: string): Promise<number> =>
  (await Promise.all(hub.workers.map((worker) => figure(worker, outcome)))).reduce(
    (sum, one) => sum + one,
    0,
  );

describe('processes that share answers', () => {
  test('many clients ask each of them for the same things at once: each is worked out once', async () => {
    const before = await statementsOfAll();
    await asked(hub.worker(0), 2);
    const ofOne = (await statementsOfAll()) - before;
    expect(ofOne).toBeGreaterThan(0);
    const operations = [3, 4, 5, 6, 7];
    const absentBefore = await figureOfAll('absent');
    const answers = await Promise.all(
      operations.flatMap((first) =>
        Array.from({ length: 12 }, async (_, client) => ({
          first,
          text: (await asked(hub.worker(client % 3), first)).text,
        })),
      ),
    );
    for (const first of operations)
      expect(new Set(answers.filter((one) => one.first === first).map(({ text }) => text)).size).toBe(1);
    expect((await figureOfAll('absent')) - absentBefore).toBe(operations.length);
    // What is asked again and again may take fewer statements than at first.
    expect((await statementsOfAll()) - before).toBeLessThanOrEqual((1 + operations.length) * ofOne);
  });

  test('one that hangs while it works an answer out is not waited for any longer than the others may', async () => {
    await hub.worker(1).waitFor(300);
    const held = await hold();
    const hung = asked(hub.worker(0), 11).catch(() => undefined);
    await vi.waitFor(async () => expect(await waitingForLock()).toBeGreaterThan(0), WAIT);
    hub.worker(0).signal('SIGSTOP');
    await held.release();
    const answer = await asked(hub.worker(1), 11);
    expect(answer.errors).toBeUndefined();
    expect(await figure(hub.worker(1), 'late')).toBe(1);
    hub.worker(0).signal('SIGCONT');
    expect((await hung)?.text).toBe(answer.text);
    await hub.worker(1).waitFor(15_000);
  });

  test('one that is killed while it works an answer out is followed by one of those that wait', async () => {
    const [dying, second, third] = [hub.worker(0), hub.worker(1), hub.worker(2)];
    const foundBefore = (await figure(second, 'found')) + (await figure(third, 'found'));
    const held = await hold();
    const lost = asked(dying, 10).catch(() => 'LOST');
    await vi.waitFor(async () => expect(await waitingForLock()).toBeGreaterThan(0), WAIT);
    const others = Promise.all([asked(second, 10), asked(third, 10)]);
    await vi.waitFor(() => expect(hub.waiting()).toBe(2), WAIT);
    dying.signal('SIGKILL');
    expect(await lost).toBe('LOST');
    await vi.waitFor(() => expect(hub.waiting()).toBe(1), WAIT);
    await held.release();
    const [one, other] = await others;
    expect(one.errors).toBeUndefined();
    expect(other.text).toBe(one.text);
    expect((await figure(second, 'found')) + (await figure(third, 'found'))).toBe(foundBefore + 1);
  });

  test('without their keeper they go on by themselves, those that wait too', async () => {
    const held = await hold();
    const both = Promise.all([asked(hub.worker(1), 12), asked(hub.worker(2), 12)]);
    await vi.waitFor(() => expect(hub.waiting()).toBe(1), WAIT);
    hub.loseKeeper();
    await held.release();
    const [one, other] = await both;
    expect(one.errors).toBeUndefined();
    expect(other.text).toBe(one.text);
    expect((await asked(hub.worker(2), 13)).errors).toBeUndefined();
    expect(await figure(hub.worker(2), 'away')).toBeGreaterThan(0);
  });
});
