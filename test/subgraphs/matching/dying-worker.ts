import { workerData } from 'node:worker_threads';
import { serveTasks } from '../../../matching/workers/serve-tasks.ts';
import type { ReconcileTask } from '../../../subgraphs/matching/reconcile-task.ts';

const started = (workerData as { readonly url: unknown }).url as Int32Array;

// The first three that are started die of it: the two that are given a task, and the one that would take the next.
if (Atomics.add(started, 0, 1) < 3) throw new Error('out of file descriptors');

serveTasks<ReconcileTask, readonly unknown[]>(({ items }) => ({
  result: items.map(({ id }) => ({ item: id })),
}));
