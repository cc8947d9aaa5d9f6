import { inspect } from 'node:util';
import { Worker } from 'node:worker_threads';
import { type Job, type JobQueue, jobQueue } from './job-queue.ts';
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
  /** Told of each task that failed after its run had ended without it; a warning of the process when missing. */
  readonly onForgotten?: (failure: unknown) => void;
}

/** Tells of a failure nobody waits for, as a warning of the process. */
export const warnOfForgotten = (failure: unknown): void =>
  process.emitWarning('a task failed whose result nobody waited for', { detail: inspect(failure) });

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

/** A worker's place in the pool. */
interface Seat<Task, Result> {
  readonly worker: Worker;
  job: Job<Task, Result> | undefined;
  /** Whether it has ever done anything. */
  proven: boolean;
}

/** Tasks taken from the source beyond those under way: a worker must not wait for the source. */
const AHEAD = 2;

/** Short-lived objects are given little room: what they take is not given back. */
const limits = (megabytes: number) => ({ maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 16 });

const startWorker = ({ entry, workerData, memoryMegabytes }: PoolOptions): Worker =>
  new Worker(entry, {
    workerData,
    ...(memoryMegabytes === undefined ? {} : { resourceLimits: limits(memoryMegabytes) }),
  });

/** The workers and what each is doing; one that dies is replaced. */
const startSeats = <Task, Result>(options: PoolOptions, queue: JobQueue<Task, Result>) => {
  const seats = new Set<Seat<Task, Result>>();
  const give = (): void => {
    for (const seat of seats) {
      const job = seat.job === undefined ? queue.takeFor(seat, seats.size === 1) : undefined;
      if (job === undefined) continue;
      try {
        seat.worker.postMessage({ number: job.number, task: job.task } satisfies TaskMessage<Task>);
        seat.job = job;
      } catch (error) {
        // What cannot be posted to this worker cannot be posted to any.
        job.settled.reject(error);
      }
    }
  };
  const answered = (seat: Seat<Task, Result>, answer: TaskAnswer<Result>): void => {
    const { job } = seat;
    if (job === undefined || job.number !== answer.number) return;
    seat.job = undefined;
    seat.proven = true;
    if (answer.kind === 'DONE') job.settled.resolve(answer.result);
    else queue.failed(job, seat, answer.error);
    give();
  };
  const left = (seat: Seat<Task, Result>, death: unknown): void => {
    seats.delete(seat);
    // One that dies before it was given anything would die again: its file cannot be run.
    if (seat.job === undefined && !seat.proven) {
      queue.end(new Error('a worker could not start', { cause: death }));
    }
    if (seat.job !== undefined) queue.failed(seat.job, seat, death);
    if (queue.ended() === undefined) add();
    give();
  };
  const add = (): void => {
    const seat: Seat<Task, Result> = { worker: startWorker(options), job: undefined, proven: false };
    seats.add(seat);
    let death: unknown;
    seat.worker.on('message', (answer: TaskAnswer<Result>) => answered(seat, answer));
    seat.worker.on('error', (error) => {
      death = error;
    });
    seat.worker.on('exit', (code) => left(seat, death ?? new Error(`the worker ended with code ${code}`)));
  };
  for (let count = 0; count < Math.max(1, options.workers); count += 1) add();
  const dismiss = async (): Promise<void> => {
    await Promise.all([...seats].map(({ worker }) => worker.terminate()));
  };
  return { give, dismiss };
};

/** Starts the workers; whoever starts a pool closes it. */
export function startTaskPool<Task, Result>(options: PoolOptions): TaskPool<Task, Result> {
  const { signal, workers, onForgotten = warnOfForgotten } = options;
  const queue = jobQueue<Task, Result>();
  const seats = startSeats(options, queue);
  const abort = (): void => {
    queue.end(new Error('the pool was told to end', { cause: signal?.reason }));
    void seats.dismiss();
  };
  signal?.addEventListener('abort', abort, { once: true });
  if (signal?.aborted === true) abort();
  const start = (task: Task): Promise<Result> => {
    const result = queue.add(task);
    seats.give();
    return result;
  };
  return {
    close: async () => {
      signal?.removeEventListener('abort', abort);
      queue.end(new Error('the pool is closed'));
      await seats.dismiss();
    },
    run: async function* (tasks) {
      const underWay: Promise<Result>[] = [];
      const next = (): Promise<Result> => underWay.shift() as Promise<Result>;
      try {
        for await (const task of tasks) {
          underWay.push(start(task));
          if (underWay.length >= workers + AHEAD) yield await next();
        }
        while (underWay.length > 0) yield await next();
      } finally {
        for (const left of underWay) {
          left.catch((failure: unknown) => {
            // That a pool which has ended drops its tasks is no failure of theirs.
            if (failure !== queue.ended()) onForgotten(failure);
          });
        }
      }
    },
  };
}
