import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { EventEmitter } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { readGrid } from '../../../intake/readers/read-grid.ts';
import { withFile } from '../../support/lists.ts';

const rows = JSON.stringify(Array.from({ length: 100 }, (_, at) => ({ row_id: `k${at}`, 事项名称: '采矿' })));

/** Reads a list to its end and gives the number of its rows. */
const readAll = (name: string, text: string): Promise<number> =>
  withFile(name, text, async (path) => {
    const result = await readGrid(path, { timeoutMs: 20_000 });
    if (result.kind === 'REFUSED') return -1;
    let count = 0;
    for await (const sheet of result.grid.sheets) {
      for await (const batch of sheet.batches) count += batch.length;
    }
    return count;
  });

/** Threads started while something is done. */
const threadsOf = async (work: () => Promise<void>): Promise<number> => {
  let started = 0;
  const count = (): void => {
    started += 1;
  };
  subscribe('worker_threads', count);
  await work();
  unsubscribe('worker_threads', count);
  return started;
};

test('files read one after another are read by one thread', async () => {
  const started = await threadsOf(async () => {
    for (let file = 0; file < 5; file += 1) expect(await readAll('list.json', rows)).toBe(100);
  });
  expect(started).toBe(1);
});

/** Lets a thread break in the moment in which it is told to end. */
const breakAtClose = (worker: Worker, broken: unknown[]): void => {
  const post = worker.postMessage.bind(worker);
  worker.postMessage = (message: unknown) => {
    post(message);
    if (message !== 'CLOSE') return;
    broken.push(worker);
    (worker as unknown as EventEmitter).emit('error', new Error('late'));
  };
};

test('a thread that breaks as it is ended, after its file has been read, takes nothing along', async () => {
  const broken: unknown[] = [];
  const prepare = (message: unknown): void =>
    breakAtClose((message as { readonly worker: Worker }).worker, broken);
  subscribe('worker_threads', prepare);
  // Of threads that read side by side one is kept, and the others are ended.
  const counts = await Promise.all(['a', 'b', 'c'].map((name) => readAll(`${name}.json`, rows)));
  unsubscribe('worker_threads', prepare);
  expect(counts).toEqual([100, 100, 100]);
  expect(broken.length).toBeGreaterThanOrEqual(1);
});

test('a thread that refused a file is not used for the next one', async () => {
  const started = await threadsOf(async () => {
    expect(await readAll('list.pdf', '%PDF-1.7\n')).toBe(-1);
    expect(await readAll('list.json', rows)).toBe(100);
  });
  expect(started).toBe(1);
});
