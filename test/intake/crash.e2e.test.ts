import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connect } from '../../db/client.ts';
import { cloneDatabase, freshDatabase, type TestDatabase } from '../support/database.ts';
import { csvOf, importRows, publishRows, withFile } from '../support/lists.ts';
import { quiet, storedState } from '../support/stored-state.ts';

const child = join(import.meta.dirname, '../support/intake-child.ts');

/** Moments at which a process is killed, each for import and for publish. */
const MOMENTS = 25;

const ROWS = 1_000;
const rows = (note: string) =>
  Array.from({ length: ROWS }, (_, index) => ({
    row_id: `k${index}`,
    事项名称: `第${index}项许可`,
    事项类型: '行政许可',
    实施主体: `第${index % 20}局`,
    备注: index % 3 === 0 ? note : '',
    申请材料: '身份证;申请表',
  }));

/** A reproducible sequence of numbers from 0 to 1: the golden ratio's multiples spread evenly over the run. */
const moments = Array.from({ length: MOMENTS }, (_, index) => ((index + 1) * 0.618_033_988_75) % 1);

const start = (words: readonly string[], url: string) =>
  spawn(process.execPath, [child, url, ...words], { stdio: ['ignore', 'ignore', 'inherit'] });

const stateOf = async (database: TestDatabase): Promise<string> => {
  const sql = connect(database.url, { connections: 1 });
  try {
    await quiet(sql);
    return await storedState(sql);
  } finally {
    await sql.end();
  }
};

/** The tables in which two states differ. */
const differences = (one: string, other: string): readonly string[] => {
  const lines = new Set(other.split('\n'));
  return one.split('\n').flatMap((line) => (lines.has(line) ? [] : [line.split(' ')[0] ?? '']));
};

/** Runs the command to its end on a copy, then kills it at each moment on another; tells the states that are neither. */
const killAtMoments = async (before: TestDatabase, words: readonly string[]) => {
  const clean = await stateOf(before);
  await using done = await cloneDatabase(before);
  const begun = performance.now();
  await once(start(words, done.url), 'exit');
  const lasted = performance.now() - begun;
  const finished = await stateOf(done);
  expect(finished).not.toBe(clean);
  const seen = { before: 0, after: 0, between: [] as string[] };
  for (const moment of moments) {
    await using copy = await cloneDatabase(before);
    const running = start(words, copy.url);
    const gone = once(running, 'exit');
    const timer = setTimeout(() => running.kill('SIGKILL'), moment * lasted);
    await gone;
    clearTimeout(timer);
    const state = await stateOf(copy);
    if (state === clean) seen.before += 1;
    else if (state === finished) seen.after += 1;
    else {
      const told = [differences(state, clean), differences(state, finished)].map((tables) =>
        tables.join(' '),
      );
      seen.between.push(`${moment}: ${told.join(' | ')}`);
    }
  }
  return seen;
};

test('killed at any moment, an import has left the old draft or the whole new one', async () => {
  await using before = await freshDatabase();
  const sql = connect(before.url, { connections: 1 });
  await publishRows(sql, { power: rows('旧') });
  await importRows(sql, 'power', rows('中'));
  await sql.end();
  await withFile('power.csv', csvOf(rows('新')), async (path) => {
    const seen = await killAtMoments(before, ['import', path]);
    expect(seen.between).toEqual([]);
    expect(seen.before).toBeGreaterThan(0);
  });
});

test('killed at any moment, a publish has made the whole release or none', async () => {
  await using before = await freshDatabase();
  const sql = connect(before.url, { connections: 1 });
  await publishRows(sql, { power: rows('旧') });
  await importRows(sql, 'power', rows('新'));
  await sql.end();
  const seen = await killAtMoments(before, ['publish']);
  expect(seen.between).toEqual([]);
  expect(seen.before).toBeGreaterThan(0);
});
