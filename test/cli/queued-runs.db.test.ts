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
  const sql = postgres(process.env.DATABASE_URL, { max: 1, onnotice: () => undefined });
  appendFileSync(${JSON.stringify(log)}, 'started' + (process.env.TOKEN_KEYS ?? '') + '\\n');
  ${more}
  await sql\`update matching.run set status = 'DONE' where status = 'QUEUED'\`;
  await sql.end();
`;

const serve = async (path: string, more?: string, pauses: readonly number[] = []) => {
  const log = `${path}.log`;
  await writeFile(log, '');
  await writeFile(path, script(log, more));
  const terminal = {
    environment: { DATABASE_URL: database.url, TOKEN_KEYS: '/etc/zongheng/tokens.json' },
    tell: (sentence: string) => void told.push(sentence),
  };
  runs = await serveQueuedRuns(sql, terminal, { words: [path], pauses });
  return async () => (await readFile(log, 'utf8')).split('\n').length - 1;
};

const FAILED = '做匹配运行的进程没有正常结束（3）';
const AGAIN = '稍后再看有无剩下的，再试。';
const LAST = '不再重试：排除原因后重新启动，或再要求一次匹配运行。';

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
    expect(await readFile(`${path}.log`, 'utf8')).toMatch(/^(started\n)+$/u);
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
    expect(told).toEqual([`${FAILED}；${LAST}`]);
    await queue(['another']);
    await untilDone();
    await runs?.close();
  });
});

test('a worker that fails is started again while runs are left', async () => {
  await withFile('worker.mjs', '', async (path) => {
    const once = `
      import { readFileSync } from 'node:fs';
      if (readFileSync(${JSON.stringify(`${path}.log`)}, 'utf8').split('\\n').length < 4) process.exit(3);`;
    const starts = await serve(path, once, [1, 1, 1]);
    await queue();
    await untilDone();
    await runs?.close();
    expect(await starts()).toBe(3);
    expect(told).toEqual([`${FAILED}；${AGAIN}`, `${FAILED}；${AGAIN}`]);
  });
});

test('one that fails every time is started so many times and no more', async () => {
  await withFile('worker.mjs', '', async (path) => {
    const starts = await serve(path, 'process.exit(3);', [1, 1]);
    await queue();
    while (told.length < 3) await sql`select 1`;
    expect(told.at(-1)).toBe(`${FAILED}；${LAST}`);
    await runs?.close();
    expect(await starts()).toBe(3);
  });
});

test('where it cannot be seen whether runs are left, that is told and looked at again', async () => {
  await queue();
  let broken = 2;
  const failing = new Proxy(sql, {
    apply: (target, self, words) => {
      broken -= 1;
      if (broken >= 0) return Promise.reject(new Error('CONNECTION_CLOSED'));
      return Reflect.apply(target as never, self, words);
    },
  });
  await withFile('worker.mjs', '', async (path) => {
    await writeFile(path, script(`${path}.log`));
    const terminal = {
      environment: { DATABASE_URL: database.url },
      tell: (line: string) => void told.push(line),
    };
    runs = await serveQueuedRuns(failing, terminal, { words: [path], pauses: [1, 1] });
    await untilDone();
    await runs.close();
  });
  const unseen = '没能查看有无排队的匹配运行（CONNECTION_CLOSED）';
  expect(told).toEqual([`${unseen}；${AGAIN}`, `${unseen}；${AGAIN}`]);
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
