import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { FromWorker, ToWorker } from './messages.ts';

export interface SupervisorOptions {
  readonly count: number;
  readonly databaseUrl: string;
  /** Whether anything is published: else a worker is ready as soon as it listens. */
  readonly hasData: () => Promise<boolean>;
  readonly tell: (sentence: string) => void;
  /** Milliseconds a new worker may take to be ready before it is given up; default 30,000. */
  readonly patience?: number;
}

/** Several processes that answer on one port. */
export interface Supervisor {
  /** Address of the GraphQL endpoint. */
  readonly url: string;
  /** Process ids of the workers that answer now. */
  readonly workers: () => readonly number[];
  /**
   * Replaces every worker by a new one, one after another: an old one leaves once the new one is ready, and what it has
   * under way it finishes. False where a new one was not ready in time: the old ones stay.
   */
  readonly roll: () => Promise<boolean>;
  readonly close: () => Promise<void>;
}

interface Running {
  readonly worker: Worker;
  /** Resolves when its process has ended. */
  readonly gone: Promise<unknown>;
  readonly url: string;
}

/** A worker that did not come to be ready, and why as far as it has told. */
interface Failed {
  readonly sentence: string | undefined;
}

/** Milliseconds before another worker is begun in the place of one that died: for each that died young before. */
const AGAIN = { step: 200, longest: 5_000 } as const;
/** Milliseconds a worker lives before its death counts as its own. */
const YOUNG = 5_000;
/** Milliseconds a worker may take to finish what it has under way: longer than its own bound. */
const LONGEST_END = 20_000;

const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url));

/**
 * Begins so many workers and keeps as many: in the place of one that dies another is begun at once. The port is this
 * process's own, which hands connections to the workers in turn, so that none is lost with a worker that leaves.
 */
export const supervise = async (options: SupervisorOptions): Promise<Supervisor> => {
  const { count, databaseUrl, hasData, tell, patience = 30_000 } = options;
  cluster.setupPrimary({ exec: WORKER, args: [], serialization: 'json' });
  const running = new Set<Running>();
  const closing = new AbortController();
  const closed = once(closing.signal, 'abort').then(() => 'CLOSED' as const);
  let diedYoung = 0;
  let rolling: Promise<boolean> = Promise.resolve(true);

  /** A worker that is ready; else why there is none. */
  const begin = async (): Promise<Running | Failed> => {
    // Where that cannot be known, the database is away: a worker is not ready before it is back.
    const message = { kind: 'BEGIN', databaseUrl, hasData: await hasData().catch(() => true) } as const;
    if (closing.signal.aborted) return { sentence: undefined };
    const worker = cluster.fork();
    const begun = performance.now();
    const gone = goneOf(worker);
    send(worker, message);
    const late = pause(patience, 'LATE' as const, { ref: false });
    const told = await Promise.race([toldBy(worker), gone, late, closed]);
    if (typeof told === 'string' || 'sentence' in told || closing.signal.aborted) {
      await endWithin(worker, gone);
      return typeof told === 'object' && 'sentence' in told ? told : { sentence: undefined };
    }
    const one = { worker, gone, url: told.url };
    running.add(one);
    void gone.then(() => {
      const died = running.delete(one);
      if (!died || closing.signal.aborted) return;
      diedYoung = performance.now() - begun < YOUNG ? diedYoung + 1 : 0;
      tell(`一个工作进程（${worker.process.pid}）意外结束，正在另起一个`);
      void replace();
    });
    return one;
  };
  /** Begins another one until it is ready. */
  const replace = async (): Promise<void> => {
    while (!closing.signal.aborted && running.size < count) {
      await pause(Math.min(diedYoung * AGAIN.step, AGAIN.longest));
      if (closing.signal.aborted) return;
      const next = await begin();
      if (!('sentence' in next)) return;
      if (closing.signal.aborted) return;
      diedYoung += 1;
      tell(`另起的工作进程没有就绪，稍后再试${becauseOf(next)}`);
    }
  };
  const end = async (one: Running): Promise<void> => {
    running.delete(one);
    await endWithin(one.worker, one.gone);
  };
  const rollOnce = async (): Promise<boolean> => {
    for (const old of [...running]) {
      if (closing.signal.aborted) return false;
      const next = await begin();
      if ('sentence' in next) {
        if (!closing.signal.aborted) tell(`新的工作进程没有就绪，原来的继续作答${becauseOf(next)}`);
        return false;
      }
      // One that died meanwhile may have another in its place already.
      if (running.has(old)) await end(old);
      else if (running.size > count) await end(next);
    }
    return true;
  };
  const close = async (): Promise<void> => {
    closing.abort();
    await Promise.all([rolling, ...[...running].map(end)]);
  };
  const first = await Promise.all(Array.from({ length: count }, begin));
  const [one] = first;
  const failed = first.find((each) => 'sentence' in each);
  if (one === undefined || 'sentence' in one || failed !== undefined) {
    await close();
    const told = first.flatMap((each) =>
      'sentence' in each && each.sentence !== undefined ? [each.sentence] : [],
    );
    throw new Error(told[0] ?? '工作进程没有就绪，请看上面各进程的输出');
  }
  return {
    url: one.url,
    workers: () => [...running].map(({ worker }) => worker.process.pid ?? 0),
    roll: () => {
      rolling = rolling.then(rollOnce);
      return rolling;
    },
    close,
  };
};

/** What is told behind a worker's back is lost: that it has ended is seen elsewhere. */
const send = (worker: Worker, message: ToWorker): void => {
  if (worker.isConnected()) worker.send(message, () => undefined);
};

const goneOf = (worker: Worker): Promise<'GONE'> =>
  new Promise((resolve) => {
    worker.once('exit', () => resolve('GONE'));
    // A process that could not be begun has no end.
    worker.on('error', () => {
      if (worker.process.pid === undefined) resolve('GONE');
    });
  });

/** Ends a worker once what it has under way is finished, by force where that takes too long. */
const endWithin = async (worker: Worker, gone: Promise<unknown>): Promise<void> => {
  send(worker, { kind: 'END' });
  const waiting = new AbortController();
  void pause(LONGEST_END, undefined, { signal: waiting.signal })
    .then(() => worker.process.kill('SIGKILL'))
    .catch(() => undefined);
  await gone;
  waiting.abort();
};

const toldBy = (worker: Worker): Promise<{ readonly url: string } | Failed> =>
  new Promise((resolve) => {
    let url = '';
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'LISTENS') url = message.url;
      else resolve(message.kind === 'READY' ? { url } : message);
    });
  });

const becauseOf = ({ sentence }: Failed): string => (sentence === undefined ? '' : `：${sentence}`);
