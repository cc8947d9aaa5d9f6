import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { connect, type Sql } from '../../db/client.ts';
import type { TestDatabase } from '../support/database.ts';
import { DEMO_NOW, demoDatabase } from '../support/hub.ts';
import { type BothExecutors, openBothExecutors } from './both-executors.ts';

const QUERY = 'query ($id: ID!) { node(id: $id) { ... on Region { name parent { name } } } }';
const asked = { query: QUERY, variables: { id: '880121000000' } };
/** Beyond the second that fusion rests. */
const RESTED = 1_001;
/** Beyond every rest of an operation whose statement took too long. */
const ALL_RESTED = 3_600_000;

const READABLE = [
  'county.item',
  'guide.guide',
  'matching.item',
  'matching.match',
  'reference.catalog',
  'reference.item',
  'reference.organisation',
  'reference.region',
  'release.published',
  'township.item',
];
const UNREADABLE = ['intake.draft_row', 'matching.decision', 'matching.run', 'release.release'];

let database: TestDatabase;
let sql: Sql;
let both: BothExecutors;
let passed = 0;
const stopped = new Set<number>();

beforeAll(async () => {
  database = await demoDatabase();
  sql = connect(database.url, { connections: 2 });
  both = await openBothExecutors(database.url, {
    now: () => new Date(Date.parse(DEMO_NOW) + passed),
    deadline: 500,
  });
  for (let time = 0; time < 3; time += 1) await both.ask(both.fused, asked);
});

afterAll(async () => {
  await both?.[Symbol.asyncDispose]();
  await sql?.end();
  await database?.[Symbol.asyncDispose]();
});

beforeEach(async () => {
  passed += ALL_RESTED;
  await expectFused();
  both.failures.length = 0;
});

afterEach(() => resume());

const resume = (): void => {
  for (const pid of stopped) process.kill(pid, 'SIGCONT');
  stopped.clear();
};

const backends = async (role: string): Promise<readonly number[]> => {
  const rows = await sql<{ pid: number }[]>`
    select pid from pg_stat_activity where datname = current_database() and application_name like ${role}`;
  return rows.map(({ pid }) => pid);
};

/** Holds the server's processes for a role as a machine holds them that no longer answers. */
const pause = async (role: string): Promise<void> => {
  for (const pid of await backends(role)) {
    process.kill(pid, 'SIGSTOP');
    stopped.add(pid);
  }
  expect(stopped.size).toBeGreaterThan(0);
};

/** Fused statements that wait for a lock. */
const waiting = async (): Promise<number> => {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and application_name = 'zongheng_gateway' and wait_event_type = 'Lock'`;
  return row?.count ?? 0;
};

const answered = async () => {
  both.takeStatements();
  const answer = await both.ask(both.fused, asked);
  return { answer, statements: both.takeStatements() };
};

const expectFused = async (): Promise<void> => {
  const { statements } = await answered();
  expect(statements).toEqual([expect.stringMatching(/^select json_build_object/u)]);
};

describe('when the database does not answer', () => {
  test('the plan answers in its place, nobody waits for the next, and later it is fused again', async () => {
    const right = await both.ask(both.planned, asked);
    await pause('zongheng_gateway');
    const started = performance.now();
    expect((await answered()).answer).toBe(right);
    expect(performance.now() - started).toBeLessThan(2_500);
    const after = performance.now();
    expect((await answered()).statements).not.toContainEqual(
      expect.stringMatching(/^select json_build_object/u),
    );
    expect(performance.now() - after).toBeLessThan(900);
    expect(both.failures).toHaveLength(1);
    resume();
    passed += RESTED;
    await expectFused();
    expect((await answered()).answer).toBe(right);
  });

  test('a hundred requests at once wait no longer than one', async () => {
    const right = await both.ask(both.planned, asked);
    await pause('zongheng_gateway');
    const started = performance.now();
    const answers = await Promise.all(Array.from({ length: 100 }, () => both.ask(both.fused, asked)));
    expect(new Set(answers)).toEqual(new Set([right]));
    expect(performance.now() - started).toBeLessThan(2_500);
  });

  test('the plan says so where it does not answer either, within its deadline', async () => {
    await both.ask(both.planned, asked);
    await pause('zongheng_%');
    const started = performance.now();
    const { answer } = await answered();
    expect(performance.now() - started).toBeLessThan(3_000);
    expect(JSON.parse(answer)).toMatchObject({ errors: [{ extensions: { code: 'SUBGRAPH_TIMEOUT' } }] });
    resume();
    passed += RESTED;
    await expectFused();
  });

  test('a statement that waits too long for a lock ends on the server too', async () => {
    const right = await both.ask(both.planned, asked);
    await sql.begin(async (locking) => {
      await locking`lock table reference.region in access exclusive mode`;
      const { answer } = await answered();
      expect(JSON.parse(answer)).toMatchObject({ errors: [{ extensions: { code: 'SUBGRAPH_TIMEOUT' } }] });
      await vi.waitFor(async () => expect(await waiting()).toBe(0));
    });
    passed += ALL_RESTED;
    await expectFused();
    expect((await answered()).answer).toBe(right);
  });

  test('an operation that takes too long leaves the others fused, and is not tried again and again', async () => {
    const slow = {
      query: 'query ($id: ID!) { node(id: $id) { ... on Guide { name } } }',
      variables: { id: 'gd_x' },
    };
    for (let time = 0; time < 3; time += 1) await both.ask(both.fused, slow);
    await sql.begin(async (locking) => {
      await locking`lock table guide.guide in access exclusive mode`;
      await Promise.all(Array.from({ length: 20 }, () => both.ask(both.fused, slow)));
      passed += RESTED;
      await expectFused();
      passed += RESTED;
      both.takeStatements();
      await both.ask(both.fused, slow);
      expect(both.takeStatements()).not.toContainEqual(expect.stringMatching(/^select json_build_object/u));
    });
    // However many waited, it was one failure.
    passed += 10_000;
    both.takeStatements();
    await both.ask(both.fused, slow);
    expect(both.takeStatements()).toEqual([expect.stringMatching(/^select json_build_object/u)]);
  });

  test('connections that the server ends in the middle of a statement are opened again', async () => {
    const right = await both.ask(both.planned, asked);
    const answer = await sql.begin(async (locking) => {
      await locking`lock table reference.region in access exclusive mode`;
      const pending = both.ask(both.fused, asked);
      await vi.waitFor(async () => expect(await waiting()).toBe(1));
      for (const pid of await backends('zongheng_gateway')) await sql`select pg_terminate_backend(${pid})`;
      await vi.waitFor(() => expect(both.failures).toHaveLength(1));
      return { pending };
    });
    expect(await answer.pending).toBe(right);
    // Each of the connections that are gone may be found so only when it is used.
    await vi.waitFor(async () => {
      passed += RESTED;
      await expectFused();
    });
  });
});

describe('the role that fused statements are read as', () => {
  test('reads the tables that the subgraphs show, changes nothing, and sees nothing else', async () => {
    const tables = await sql<{ name: string; reads: boolean; changes: boolean }[]>`
      select n.nspname || '.' || c.relname as name,
        has_any_column_privilege('zongheng_gateway', c.oid, 'select') as reads,
        has_table_privilege('zongheng_gateway', c.oid, 'insert, update, delete, truncate') as changes
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm') and n.nspname not in ('pg_catalog', 'information_schema')
      order by 1`;
    expect(tables.filter(({ changes }) => changes)).toEqual([]);
    expect(tables.filter(({ reads }) => reads).map(({ name }) => name)).toEqual(READABLE);
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(UNREADABLE));
  });

  test('calls no function that acts with the rights of its owner', async () => {
    const functions = await sql<{ name: string; calls: boolean }[]>`
      select oid::regprocedure::text as name, has_function_privilege('zongheng_gateway', oid, 'execute') as calls
      from pg_proc where prosecdef and pronamespace::regnamespace::text in ('matching', 'report', 'release')`;
    expect(functions.length).toBeGreaterThan(0);
    expect(functions.filter(({ calls }) => calls)).toEqual([]);
  });

  test.each([
    ['what a person has decided', 'select reason from matching.decision'],
    ['what waits to be published', 'select * from intake.draft_catalog'],
    ['a change', "update reference.region set region_name = ''"],
    ['a temporary table', 'create temporary table own ()'],
    ['a file of the server', "select pg_read_file('PG_VERSION')"],
  ])('is refused %s', async (_what, text) => {
    const asGateway = connect(database.url, { role: 'zongheng_gateway', connections: 1 });
    try {
      await expect(asGateway.unsafe(text)).rejects.toThrow(/permission denied|read-only/u);
    } finally {
      await asGateway.end();
    }
  });
});
