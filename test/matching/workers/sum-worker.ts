import { threadId, workerData } from 'node:worker_threads';
import { serveTasks } from '../../../matching/workers/serve-tasks.ts';

export interface SumTask {
  readonly numbers: readonly number[];
  /** What happens on the way: THROW and DIE every time, or only in the first worker of the pool. */
  readonly event?: 'THROW' | 'DIE' | 'THROW_ONCE' | 'DIE_ONCE' | 'HANG';
  /** Milliseconds of waiting before the answer. */
  readonly wait?: number;
}

export interface SumResult {
  readonly sum: number;
  readonly thread: number;
}

const { failures } = workerData as { readonly failures: Int32Array };

serveTasks<SumTask, SumResult>(async ({ numbers, event = '', wait = 0 }) => {
  const first = event.endsWith('_ONCE') ? Atomics.add(failures, 0, 1) === 0 : true;
  if (first && event.startsWith('THROW')) throw new RangeError('too much');
  if (first && event.startsWith('DIE')) process.exit(3);
  if (event === 'HANG') await new Promise(() => setInterval(() => undefined, 1000));
  await new Promise((done) => setTimeout(done, wait));
  return { result: { sum: numbers.reduce((total, one) => total + one, 0), thread: threadId } };
});
