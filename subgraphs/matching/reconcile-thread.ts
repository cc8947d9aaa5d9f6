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
  /** Requests that wait at most. */
  readonly mostWaiting?: number;
}

export type ReconcileThread = (task: ReconcileTask) => Promise<readonly ItemJudgement[]>;

const ENTRY = new URL('./reconcile-worker.ts', import.meta.url);
/** The gateway waits five seconds for the answer. */
const PATIENCE = 4_000;
const MOST_WAITING = 16;
/** A catalog of 20,000 items takes 60 MB, model and words about as much: what needs more is not to take the hub along. */
const MEMORY = 768;

type Answer = Promise<readonly ItemJudgement[]>;

/** The answer, or a refusal when it takes too long; the thread goes on, so that the next request finds it ready. */
const inTime = async (answer: Answer, patience: number): Answer => {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    answer.catch(warnOfForgotten);
    late.reject(refusal('SUBGRAPH_TIMEOUT', 'RECONCILE_PREPARING'));
  }, patience);
  try {
    return await Promise.race([answer, late.promise]);
  } finally {
    clearTimeout(timer);
  }
};

const only = async (pool: TaskPool<ReconcileTask, readonly ItemJudgement[]>, task: ReconcileTask): Answer => {
  for await (const judgements of pool.run([task])) return judgements;
  throw new Error('a task has one result');
};

/**
 * One thread that makes catalogs ready and judges names, started by the first request: a list of 20,000 takes seconds, in
 * which the others must be answered. Refuses with SUBGRAPH_TIMEOUT who would wait too long, or too many at once.
 */
export const createReconcileThread = ({
  url,
  signal,
  entry = ENTRY,
  patience = PATIENCE,
  mostWaiting = MOST_WAITING,
}: ReconcileThreadOptions): ReconcileThread => {
  let pool: TaskPool<ReconcileTask, readonly ItemJudgement[]> | undefined;
  let waiting = 0;
  return async (task) => {
    if (waiting >= mostWaiting) throw refusal('SUBGRAPH_TIMEOUT', 'RECONCILE_BUSY');
    const workerData: ReconcileThreadData = { url };
    pool ??= startTaskPool({ entry, workers: 1, workerData, memoryMegabytes: MEMORY, signal });
    waiting += 1;
    const answer = only(pool, task).finally(() => {
      waiting -= 1;
    });
    return await inTime(answer, patience);
  };
};
