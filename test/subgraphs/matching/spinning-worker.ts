import { workerData } from 'node:worker_threads';
import { serveTasks } from '../../../matching/workers/serve-tasks.ts';
import type { ReconcileTask } from '../../../subgraphs/matching/reconcile-task.ts';

/** The flag the test raises; it travels as the address, so that the thread is started as any other is. */
const raised = (flag: Int32Array): boolean => Atomics.load(flag, 0) === 1;

/** A worker that is busy without a pause until the flag is raised. */
serveTasks<ReconcileTask, readonly unknown[]>(({ items }) => {
  const flag = (workerData as { readonly url: unknown }).url as Int32Array;
  while (!raised(flag));
  return { result: items.map(({ id }) => ({ item: id })) };
});
