import { Worker } from 'node:worker_threads';
import type { TaskAnswer, TaskMessage } from './task-messages.ts';

export interface PoolOptions {
  /** The worker's file, which calls `serveTasks`. */
  readonly entry: URL;
  readonly workers: number;
  /** Given to each worker as it starts; memory that can be shared is. */
  readonly workerData?: unknown;
  /** What a worker may hold on its heap; one that needs more dies. Without it the heaps grow before they are cleaned. */
  readonly memoryMegabytes?: number;
  /** Ends the pool: tasks under way are dropped, and `run` throws the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Threads that do the tasks of one kind, for as long as they are needed. */
export interface TaskPool<Task, Result> {
  /**
   * The results in the order of the tasks, taken from the source only a little ahead of the workers. A task whose
   * worker throws or dies is given once more to another; where that fails too, `run` throws with the failure as cause.
   */
  readonly run: (tasks: Iterable<Task> | AsyncIterable<Task>) => AsyncGenerator<Result, void, undefined>;
  /** Ends all threads; a run under way throws. */
  readonly close: () => Promise<void>;
}

interface Job<Task, Result> {
  readonly number: number;
  readonly task: Task;
  readonly settled: PromiseWithResolvers<Result>;
  /** The worker that failed at it, if one has. */
  failedOn?: Seat<Task, Result>;
}

interface Seat<Task, Result> {
  readonly worker: Worker;
  /** Whether it has ever done anything. */
  proven: boolean;
  job: Job<Task, Result> | undefined;
}

/** Tasks taken from the source beyond those under way: a worker must not wait for the source. */
const AHEAD = 2;

/** Short-lived objects are given little room: what they take is not given back. */
const limits = (megabytes: number) => ({ maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 16 });

/** Starts the workers; whoever starts a pool closes it. */
export function startTaskPool<Task, Result>(options: PoolOptions): TaskPool<Task, Result> {
  const seats = new Set<Seat<Task, Result>>();
  const waiting: Job<Task, Result>[] = [];
  let numbers = 0;
  let ended: Error | undefined;

  const failed = (job: Job<Task, Result>, seat: Seat<Task, Result>, error: unknown): void => {
    if (job.failedOn !== undefined || ended !== undefined) {
      job.settled.reject(ended ?? new Error('a task failed on two workers', { cause: error }));
      return;
    }
    job.failedOn = seat;
    waiting.unshift(job);
  };
  const give = (): void => {
    for (const seat of seats) {
      if (seat.job !== undefined) continue;
      const at = waiting.findIndex((job) => job.failedOn !== seat || seats.size === 1);
      const [job] = at < 0 ? [] : waiting.splice(at, 1);
      if (job === undefined) continue;
      seat.job = job;
      seat.worker.postMessage({ number: job.number, task: job.task } satisfies TaskMessage<Task>);
    }
  };
  const seatWorker = (): void => {
    const worker = new Worker(options.entry, {
      workerData: options.workerData,
      ...(options.memoryMegabytes === undefined ? {} : { resourceLimits: limits(options.memoryMegabytes) }),
    });
    const seat: Seat<Task, Result> = { worker, proven: false, job: undefined };
    seats.add(seat);
    let death: unknown;
    worker.on('message', (answer: TaskAnswer<Result>) => {
      const { job } = seat;
      if (job === undefined || job.number !== answer.number) return;
      seat.job = undefined;
      seat.proven = true;
      if (answer.kind === 'DONE') job.settled.resolve(answer.result);
      else failed(job, seat, answer.error);
      give();
    });
    worker.on('error', (error) => {
      death = error;
    });
    worker.on('exit', (code) => {
      seats.delete(seat);
      const { job } = seat;
      // A worker that dies without a task would die again: its file cannot be run.
      if (ended === undefined && job === undefined)
        end(new Error('a worker could not start', { cause: death }));
      if (ended === undefined) seatWorker();
      if (job !== undefined) failed(job, seat, death ?? new Error(`the worker ended with code ${code}`));
      give();
    });
  };
  const end = (reason: Error): void => {
    ended ??= reason;
    for (const job of waiting.splice(0)) job.settled.reject(ended);
    for (const { job } of seats) job?.settled.reject(ended);
  };
  const close = async (): Promise<void> => {
    options.signal?.removeEventListener('abort', abort);
    end(new Error('the pool is closed'));
    await Promise.all([...seats].map(({ worker }) => worker.terminate()));
  };
  const abort = (): void => {
    end(new Error('the pool was told to end', { cause: options.signal?.reason }));
    void close();
  };
  const start = (task: Task): Promise<Result> => {
    const settled = Promise.withResolvers<Result>();
    // Whoever stops asking for results leaves promises nobody looks at.
    settled.promise.catch(() => undefined);
    if (ended === undefined) waiting.push({ number: numbers++, task, settled });
    else settled.reject(ended);
    give();
    return settled.promise;
  };

  for (let count = 0; count < Math.max(1, options.workers); count += 1) seatWorker();
  options.signal?.addEventListener('abort', abort, { once: true });
  if (options.signal?.aborted === true) abort();
  return {
    close,
    run: async function* (tasks) {
      const underWay: Promise<Result>[] = [];
      for await (const task of tasks) {
        underWay.push(start(task));
        if (underWay.length >= options.workers + AHEAD) yield await (underWay.shift() as Promise<Result>);
      }
      for (const result of underWay) yield await result;
    },
  };
}
