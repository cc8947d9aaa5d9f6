import type { ItemJudgement } from '../../matching/judgement.ts';
import { startTaskPool, type TaskPool, warnOfForgotten } from '../../matching/workers/task-pool.ts';
import { refusal } from '../refusal.ts';
import type { ReconcileTask, ReconcileThreadData } from './reconcile-task.ts';

export interface ReconcileThreadOptions extends ReconcileThreadData {
  /** Ends the thread. */
  readonly signal: AbortSignal;
  readonly entry?: URL;
  /** Milliseconds a request waits. */
  readonly patience?: number;
  /** Milliseconds after which a task is taken to have no end. */
  readonly limit?: number;
  /** Requests that wait at most. */
  readonly mostWaiting?: number;
}

export type ReconcileThread = (task: ReconcileTask) => Promise<readonly ItemJudgement[]>;

const ENTRY = new URL('./reconcile-worker.ts', import.meta.url);
/** The gateway waits five seconds for the answer. */
const PATIENCE = 4_000;
/** A catalog of 20,000 items is ready in ten seconds, on a busy machine in thirty. */
const LIMIT = 60_000;
const MOST_WAITING = 16;
/** A catalog of 20,000 items takes 60 MB, model and words about as much: what needs more is not to take the hub along. */
const MEMORY = 768;

type Judgements = readonly ItemJudgement[];
type Pool = TaskPool<ReconcileTask, Judgements>;

/** A request, from when it comes until it is answered or refused. */
interface Waiting {
  readonly task: ReconcileTask;
  readonly answer: PromiseWithResolvers<Judgements>;
}

const only = async (pool: Pool, task: ReconcileTask): Promise<Judgements> => {
  for await (const judgements of pool.run([task])) return judgements;
  throw new Error('a task has one result');
};

/** The pool's thread, started by the first task, and anew after it was ended over one that failed or had no end. */
const createJudge = ({ url, signal, entry = ENTRY, limit = LIMIT }: ReconcileThreadOptions) => {
  let pool: Pool | undefined;
  const end = async (): Promise<void> => {
    const ended = pool;
    pool = undefined;
    await ended?.close();
  };
  return async (task: ReconcileTask): Promise<Judgements> => {
    const workerData: ReconcileThreadData = { url };
    pool ??= startTaskPool({ entry, workers: 1, workerData, memoryMegabytes: MEMORY, signal });
    const timer = setTimeout(() => void end(), limit);
    try {
      return await only(pool, task);
    } catch (error) {
      await end();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  };
};

/**
 * One thread that makes catalogs ready and judges names, started by the first request: a list of 20,000 takes seconds, in
 * which the others must be answered. Refuses with SUBGRAPH_TIMEOUT who would wait too long, or too many at once. What the
 * thread has begun it ends, so that the next request finds it ready; what it has not begun when nobody waits for it any
 * more is dropped.
 */
export const createReconcileThread = (options: ReconcileThreadOptions): ReconcileThread => {
  const { signal, patience = PATIENCE, mostWaiting = MOST_WAITING } = options;
  const judge = createJudge(options);
  const waiting: Waiting[] = [];
  let underWay: Waiting | undefined;
  const next = (): void => {
    if (underWay !== undefined) return;
    const one = waiting.shift();
    if (one === undefined) return;
    underWay = one;
    judge(one.task)
      .then(one.answer.resolve, one.answer.reject)
      .finally(() => {
        underWay = undefined;
        next();
      });
  };
  const giveUp = (one: Waiting): void => {
    const place = waiting.indexOf(one);
    if (place >= 0) waiting.splice(place, 1);
    // That a closing hub drops what it does is no failure of it.
    else one.answer.promise.catch((error: unknown) => signal.aborted || warnOfForgotten(error));
  };
  return async (task) => {
    if (waiting.length + (underWay === undefined ? 0 : 1) >= mostWaiting)
      throw refusal('SUBGRAPH_TIMEOUT', 'RECONCILE_BUSY');
    const one: Waiting = { task, answer: Promise.withResolvers() };
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      giveUp(one);
      late.reject(refusal('SUBGRAPH_TIMEOUT', 'RECONCILE_PREPARING'));
    }, patience);
    waiting.push(one);
    next();
    try {
      return await Promise.race([one.answer.promise, late.promise]);
    } finally {
      clearTimeout(timer);
    }
  };
};
