import { readdir, readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stableId } from '../../intake/identity.ts';
import { connect } from '../../db/client.ts';
import { decideAll } from '../../linkage/decide.ts';
import { DEMO_NOW, matchSimply, startHub, type TestHub } from '../support/hub.ts';
import { CASES, DOUBTFUL, WAITING_RUN } from './cases.ts';

const OPERATIONS = new URL('../../schema/operations/', import.meta.url);

/** Written by `npm run golden`, never by CI: a change of an answer or of its cost is a change to review. */
const WRITING = process.env['WRITE_GOLDEN'] === '1' && process.env['CI'] !== 'true';

/** Operations that tell of runs and comparisons, which go on between two releases. */
const UNDER_WAY = [
  'compare-catalogs',
  'coverage',
  'coverage-behind',
  'findings',
  'indicators',
  'match-in-full',
  'match-quality',
  'match-runs',
  'run-progress',
];

interface Asked {
  readonly answer: Record<string, unknown>;
  readonly statements: number;
}

let hub: TestHub;
const statements: Record<string, number> = {};

/** One person says no to a doubtful link, takes it back, and then says yes. */
const decide = async (databaseUrl: string): Promise<void> => {
  const sql = connect(databaseUrl, { connections: 1 });
  try {
    const by = { actor: '张三', now: DEMO_NOW };
    const about = { kind: 'REFERENCE', ...DOUBTFUL } as const;
    const [no] = await decideAll(sql, [{ ...about, verdict: 'REJECT', reason: '对象不同' }], by);
    const revokes = no?.decision ?? '';
    await decideAll(sql, [{ verdict: 'REVOKE', revokes, reason: '看错了' }], by);
    await decideAll(sql, [{ ...about, verdict: 'CONFIRM', relation: 'NARROWER', reason: '属于其中一种' }], by);
  } finally {
    await sql.end();
  }
};

/** A run as `runMatching` leaves it, under an id that is the same each time. */
const queueRun = async (databaseUrl: string): Promise<void> => {
  const sql = connect(databaseUrl, { connections: 1 });
  try {
    const [asked] = await sql<{ id: string }[]>`
      select run_id as id from matching.request_run('INCREMENTAL', array['880121-power'], '张三', '2026-03-01T09:00:00Z')`;
    await sql`update matching.run set run_id = ${WAITING_RUN} where run_id = ${asked?.id ?? ''}`;
  } finally {
    await sql.end();
  }
};

beforeAll(async () => {
  hub = await startHub(async (databaseUrl) => {
    await matchSimply(databaseUrl);
    await decide(databaseUrl);
    await queueRun(databaseUrl);
  });
});

afterAll(async () => {
  await hub.close();
  if (WRITING) await writeFile(new URL('statements.json', import.meta.url), `${JSON.stringify(statements, null, 2)}\n`);
});

const ask = async (name: string, variables: Readonly<Record<string, unknown>>): Promise<Asked> => {
  const query = await readFile(new URL(`${name}.graphql`, OPERATIONS), 'utf8');
  hub.takeStatements();
  const response = await fetch(hub.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const answer = (await response.json()) as Record<string, unknown>;
  return { answer, statements: hub.takeStatements().length };
};

const committed = async (file: string): Promise<string> =>
  await readFile(new URL(file, import.meta.url), 'utf8').catch(() => '');

test('every stored operation has a case, and every case an operation', async () => {
  const names = (await readdir(OPERATIONS)).filter((file) => file.endsWith('.graphql'));
  expect(Object.keys(CASES)).toEqual(names.map((file) => file.replace(/\.graphql$/u, '')).sort());
  expect(names.length).toBeGreaterThanOrEqual(12);
});

describe.each(Object.entries(CASES))('%s', (name, variables) => {
  test('answers as committed, with as many statements', async () => {
    const asked = await ask(name, variables);
    expect(asked.answer['errors']).toBeUndefined();
    const text = `${JSON.stringify(asked.answer, null, 2)}\n`;
    statements[name] = asked.statements;
    if (WRITING) await writeFile(new URL(`${name}.json`, import.meta.url), text);
    expect(text).toBe(await committed(`${name}.json`));
    if (!WRITING) expect(asked.statements).toBe(JSON.parse(await committed('statements.json'))[name]);
  });

  test('answers the same the second and the third time, from what is kept but for what is under way', async () => {
    const [first, second, third] = [await ask(name, variables), await ask(name, variables), await ask(name, variables)];
    expect(JSON.stringify(second.answer)).toBe(JSON.stringify(first.answer));
    expect(JSON.stringify(third.answer)).toBe(JSON.stringify(first.answer));
    if (UNDER_WAY.includes(name)) expect(third.statements).toBeGreaterThan(0);
    else expect(third.statements).toBe(0);
  });
});

/** Pages of nine and of a hundred, which nothing else asks for: they are worked out, on lists long enough to fill both. */
const PAGED = Object.entries(CASES).filter(([, variables]) => 'first' in variables);

describe.each(PAGED)('%s', (name, variables) => {
  test('first: 100 takes no statement more than first: 9', async () => {
    const few = await ask(name, { ...variables, first: 9 });
    const many = await ask(name, { ...variables, first: 100 });
    expect(many.answer['errors']).toBeUndefined();
    expect(few.statements).toBeGreaterThan(0);
    expect(many.statements).toBeLessThanOrEqual(few.statements);
  });
});

test('some of these lists are long enough to fill a page of a hundred', async () => {
  const { answer } = await ask('catalog-page', { ...CASES['catalog-page'], catalog: stableId('catalog', 'reference'), first: 100 });
  const { data } = answer as { data: { node: { items: { nodes: readonly unknown[] } } } };
  expect(data.node.items.nodes).toHaveLength(100);
});
