import { once } from 'node:events';
import { afterEach, describe, expect, test } from 'vitest';
import { startTaskPool, type TaskPool } from '../../../matching/workers/task-pool.ts';
import { collected } from './collected.ts';
import type { SumResult, SumTask } from './sum-worker.ts';

const entry = new URL('./sum-worker.ts', import.meta.url);
const open: TaskPool<SumTask, SumResult>[] = [];

const pool = (workers: number, signal?: AbortSignal) => {
  const failures = new Int32Array(new SharedArrayBuffer(4));
  const started = startTaskPool<SumTask, SumResult>({
    entry,
    workers,
    workerData: { failures },
    ...(signal === undefined ? {} : { signal }),
  });
  open.push(started);
  return started;
};

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const results = (tasks: readonly SumTask[], workers = 2) => collected(pool(workers).run(tasks));
const sums = async (tasks: readonly SumTask[], workers = 2) =>
  (await results(tasks, workers)).map(({ sum }) => sum);

describe('results', () => {
  test('come in the order of the tasks, however long each takes', async () => {
    const waits = [40, 0, 20, 0, 10, 0];
    const tasks = waits.map((wait, at) => ({ numbers: [at, 1], wait }));
    expect(await sums(tasks, 3)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('of no tasks are none', async () => {
    expect(await sums([])).toEqual([]);
  });

  test('come from several threads', async () => {
    const tasks = Array.from({ length: 8 }, (_, at) => ({ numbers: [at], wait: 20 }));
    expect(new Set((await results(tasks)).map(({ thread }) => thread)).size).toBe(2);
  });

  test('are asked for little by little: the source is not read far ahead', async () => {
    let read = 0;
    const source = function* (): Generator<SumTask> {
      for (; read < 1000; read += 1) yield { numbers: [read] };
    };
    const run = pool(2).run(source());
    for (let taken = 0; taken < 3; taken += 1) await run.next();
    expect(read).toBeLessThan(10);
    await run.return(undefined);
  });
});

describe('a failed task', () => {
  test.each(['THROW_ONCE', 'DIE_ONCE'] as const)('is done by another worker: %s', async (event) => {
    const tasks: SumTask[] = [{ numbers: [1] }, { numbers: [2], event }, { numbers: [3] }];
    expect(await sums(tasks)).toEqual([1, 2, 3]);
  });

  test.each([
    ['THROW', expect.objectContaining({ message: 'too much' })],
    ['DIE', expect.objectContaining({ message: 'the worker ended with code 3' })],
  ] as const)('that fails again ends the run with its cause: %s', async (event, cause) => {
    const tasks: SumTask[] = [{ numbers: [1] }, { numbers: [2], event }, { numbers: [3] }];
    await expect(sums(tasks)).rejects.toMatchObject({ message: 'a task failed on two workers', cause });
  });

  test('is tried again by the only worker there is', async () => {
    expect(await sums([{ numbers: [2], event: 'THROW_ONCE' }], 1)).toEqual([2]);
  });

  test('is told of where another failure has ended the run before it', async () => {
    const forgotten = Promise.withResolvers<unknown>();
    const failures = new Int32Array(new SharedArrayBuffer(4));
    const one = startTaskPool<SumTask, SumResult>({
      entry,
      workers: 2,
      workerData: { failures },
      onForgotten: forgotten.resolve,
    });
    open.push(one);
    const tasks: SumTask[] = [
      { numbers: [1], event: 'THROW' },
      { numbers: [2], event: 'THROW' },
    ];
    await expect(collected(one.run(tasks))).rejects.toThrow('a task failed on two workers');
    expect(await forgotten.promise).toMatchObject({
      message: 'a task failed on two workers',
      cause: { message: 'too much' },
    });
  });

  test('is a warning of the process where nobody asked to be told', async () => {
    const one = pool(1);
    const warned = once(process, 'warning');
    const run = one.run([{ numbers: [1] }, { numbers: [2], event: 'THROW' }]);
    await run.next();
    await run.return(undefined);
    expect((await warned)[0]).toMatchObject({
      message: 'a task failed whose result nobody waited for',
      detail: expect.stringContaining('too much'),
    });
  });

  test('leaves the pool fit for the next run', async () => {
    const one = pool(2);
    await expect(collected(one.run([{ numbers: [1], event: 'DIE' }]))).rejects.toThrow();
    expect((await collected(one.run([{ numbers: [1] }]))).map(({ sum }) => sum)).toEqual([1]);
  });

  test('that cannot be handed to a thread fails alone', async () => {
    const one = pool(1);
    const task = { numbers: [1], event: (() => 'HANG') as unknown as 'HANG' };
    await expect(collected(one.run([task]))).rejects.toThrow('could not be cloned');
    expect((await collected(one.run([{ numbers: [1] }]))).map(({ sum }) => sum)).toEqual([1]);
  });

  test('of a file that cannot be run says so', async () => {
    const broken = startTaskPool<SumTask, SumResult>({
      entry: new URL('./broken-worker.ts', import.meta.url),
      workers: 1,
    });
    await expect(collected(broken.run([{ numbers: [1] }]))).rejects.toMatchObject({
      cause: expect.objectContaining({ message: 'this file cannot be run' }),
    });
    await broken.close();
  });
});

describe('an end from outside', () => {
  test('closing the pool ends what is under way', async () => {
    const one = pool(2);
    const running = collected(one.run([{ numbers: [1], event: 'HANG' }]));
    const ended = expect(running).rejects.toThrow('the pool is closed');
    await one.close();
    await ended;
  });

  test('so does the signal, whose reason is the cause', async () => {
    const controller = new AbortController();
    const running = collected(pool(2, controller.signal).run([{ numbers: [1], event: 'HANG' }]));
    const ended = expect(running).rejects.toMatchObject({ cause: 'SIGTERM' });
    controller.abort('SIGTERM');
    await ended;
  });

  test('a pool that has ended takes no more tasks', async () => {
    const one = pool(1);
    await one.close();
    await expect(collected(one.run([{ numbers: [1] }]))).rejects.toThrow('closed');
  });

  test('so does one whose signal came before it', async () => {
    await expect(collected(pool(1, AbortSignal.abort('gone')).run([{ numbers: [1] }]))).rejects.toThrow();
  });
});
