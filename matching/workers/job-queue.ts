/** A task and who waits for its result. */
export interface Job<Task, Result> {
  readonly number: number;
  readonly task: Task;
  readonly settled: PromiseWithResolvers<Result>;
  /** The worker that failed at it, if one has. */
  failedOn?: object;
}

/** Jobs nobody does yet. */
export interface JobQueue<Task, Result> {
  readonly add: (task: Task) => Promise<Result>;
  /** The next job for a worker: not one it has failed at, unless it is the only worker there is. */
  readonly takeFor: (worker: object, isOnly: boolean) => Job<Task, Result> | undefined;
  /** Puts a job back for another worker; one that has failed before is given up. */
  readonly failed: (job: Job<Task, Result>, worker: object, error: unknown) => void;
  /** From now on every job fails for this reason. */
  readonly end: (reason: Error) => void;
  readonly ended: () => Error | undefined;
}

/** An empty queue. */
export function jobQueue<Task, Result>(): JobQueue<Task, Result> {
  const waiting: Job<Task, Result>[] = [];
  let numbers = 0;
  let ended: Error | undefined;
  return {
    add: (task) => {
      const settled = Promise.withResolvers<Result>();
      // Node ends a process over a rejection nobody handles; the pool tells of results that nobody asks for any more.
      settled.promise.catch(() => undefined);
      if (ended !== undefined) settled.reject(ended);
      else waiting.push({ number: numbers++, task, settled });
      return settled.promise;
    },
    takeFor: (worker, isOnly) => {
      const at = waiting.findIndex(({ failedOn }) => failedOn !== worker || isOnly);
      return at < 0 ? undefined : waiting.splice(at, 1)[0];
    },
    failed: (job, worker, error) => {
      if (job.failedOn !== undefined || ended !== undefined) {
        job.settled.reject(ended ?? new Error('a task failed on two workers', { cause: error }));
        return;
      }
      job.failedOn = worker;
      waiting.unshift(job);
    },
    end: (reason) => {
      ended ??= reason;
      for (const { settled } of waiting.splice(0)) settled.reject(ended);
    },
    ended: () => ended,
  };
}
