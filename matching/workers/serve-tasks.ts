import { parentPort, type Transferable } from 'node:worker_threads';
import type { TaskAnswer, TaskMessage } from './task-messages.ts';

/** A result and the buffers in it that the worker gives away instead of copying them. */
export interface Answer<Result> {
  readonly result: Result;
  readonly transfer?: readonly Transferable[];
}

/** Makes this thread a worker of a pool: tasks are done one after the other, until the pool ends the thread. */
export function serveTasks<Task, Result>(
  run: (task: Task) => Answer<Result> | Promise<Answer<Result>>,
): void {
  const port = parentPort;
  if (port === null) throw new Error('tasks are served in a thread of their own');
  const serve = async ({ number, task }: TaskMessage<Task>): Promise<void> => {
    try {
      const { result, transfer = [] } = await run(task);
      port.postMessage({ number, kind: 'DONE', result } satisfies TaskAnswer<Result>, [...transfer]);
    } catch (error) {
      port.postMessage({ number, kind: 'FAILED', error } satisfies TaskAnswer<Result>);
    }
  };
  port.on('message', (message: TaskMessage<Task>) => void serve(message));
}
