import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type QueuedRuns, serveQueuedRuns } from '../../cli/queued-runs.ts';
import { connect, type Sql } from '../../db/client.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { NOW, withFile } from '../support/lists.ts';

let database: TestDatabase;
let sql: Sql;
let runs: QueuedRuns | undefined;
const told: string[] = [];

beforeEach(async () => {
  database = await freshDatabase();
  sql = connect(database.url, { connections: 2 });
  told.length = 0;
});

afterEach(async () => {
  await runs?.close();
  runs = undefined;
  await sql.end();
  await database[Symbol.asyncDispose]();
});

const queue = (lists?: readonly string[]) =>
  sql`select matching.queue_run('FULL', ${sql.json(lists === undefined ? {} : { lists })}, ${NOW})`;

const driver = join(import.meta.dirname, '../../node_modules/postgres/src/index.js');

/** A worker that ends the runs it finds and writes a line for each time it was started. */
const script = (log: string, more = '') => `
  import { appendFileSync } from 'node:fs';
  import postgres from ${JSON.stringify(driver)};
  const sql = postgres(process.env.WORKER_DATABASE, { max: 1, onnotice: () => undefined });
  appendFileSync(${JSON.stringify(log)}, 'started\\n');
  ${more}
  await sql\`update matching.run set status = 'DONE' where status = 'QUEUED'\`;
  await sql.end();
`;

const serve = async (path: string, more?: string) => {
  const log = `${path}.log`;
  await writeFile(log, '');
  await writeFile(path, script(log, more));
  const terminal = {
    environment: { WORKER_DATABASE: database.url },
    tell: (sentence: string) => void told.push(sentence),
  };
  runs = await serveQueuedRuns(sql, terminal, [path]);
  return async () => (await readFile(log, 'utf8')).split('\n').length - 1;
};

/** Resolves once no run waits. */
const untilDone = async () => {
  while ((await sql`select 1 from matching.run where status = 'QUEUED'`).length > 0);
};

test('a run that is asked for is done in another process, and so is the next', async () => {
  await withFile('worker.mjs', '', async (path) => {
    const starts = await serve(path);
    expect(await starts()).toBe(0);
    await queue();
    await untilDone();
    await queue(['another']);
    await untilDone();
    await runs?.close();
    expect(await starts()).toBeGreaterThanOrEqual(2);
    expect(told).toEqual([]);
  });
});

test('what was asked for while nobody listened is taken up at the start', async () => {
  await queue();
  await withFile('worker.mjs', '', async (path) => {
    await serve(path);
    await untilDone();
    await runs?.close();
  });
});

test('a worker that fails is told of, and the next request is served', async () => {
  await withFile('worker.mjs', '', async (path) => {
    const failing = `if ((await sql\`select 1 from matching.run where scope ? 'lists'\`).length === 0) process.exit(3);`;
    await serve(path, failing);
    await queue();
    while (told.length === 0) await sql`select 1`;
    expect(told).toEqual(['做匹配运行的进程没有正常结束（3）。']);
    await queue(['another']);
    await untilDone();
    await runs?.close();
  });
});

test('closing ends the process under way', async () => {
  await withFile('worker.mjs', '', async (path) => {
    const starts = await serve(path, 'await new Promise(() => setInterval(() => undefined, 1000));');
    await queue();
    while ((await starts()) === 0);
    await runs?.close();
    expect(told).toEqual([]);
    expect(await sql`select status from matching.run`).toEqual([{ status: 'QUEUED' }]);
  });
});
