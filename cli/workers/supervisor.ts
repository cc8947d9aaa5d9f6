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
  readonly url: string;
}

/** Milliseconds before another worker is begun in the place of one that died: for each that died young before. */
const AGAIN = { step: 200, longest: 5_000 } as const;
/** Milliseconds a worker lives before its death counts as its own. */
const YOUNG = 5_000;

const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url));

/**
 * Begins so many workers and keeps as many: in the place of one that dies another is begun at once. The port is this
 * process's own, which hands connections to the workers in turn, so that none is lost with a worker that leaves.
 */
export const supervise = async (options: SupervisorOptions): Promise<Supervisor> => {
  const { count, databaseUrl, hasData, tell, patience = 30_000 } = options;
  cluster.setupPrimary({ exec: WORKER, args: [], serialization: 'json' });
  const running = new Set<Running>();
  let closing = false;
  let diedYoung = 0;
  let rolling: Promise<boolean> = Promise.resolve(true);

  /** A worker that is ready; undefined for one that ended or took too long. */
  const begin = async (): Promise<Running | undefined> => {
    const message = { kind: 'BEGIN', databaseUrl, hasData: await hasData() } as const;
    const worker = cluster.fork();
    const begun = performance.now();
    const gone = once(worker, 'exit').then(() => undefined);
    send(worker, message);
    const late = pause(patience, 'LATE' as const, { ref: false });
    const url = await Promise.race([readyAt(worker), gone, late]);
    if (url === undefined || url === 'LATE') {
      worker.process.kill('SIGKILL');
      await gone;
      return undefined;
    }
    const one = { worker, url };
    running.add(one);
    void gone.then(() => {
      const died = running.delete(one);
      if (!died || closing) return;
      diedYoung = performance.now() - begun < YOUNG ? diedYoung + 1 : 0;
      tell(`一个工作进程（${worker.process.pid}）意外结束，正在另起一个`);
      void replace();
    });
    return one;
  };
  /** Begins another one until it is ready. */
  const replace = async (): Promise<void> => {
    while (!closing && running.size < count) {
      await pause(Math.min(diedYoung * AGAIN.step, AGAIN.longest));
      if (closing || (await begin()) !== undefined) return;
      diedYoung += 1;
      tell('另起的工作进程没有就绪，稍后再试');
    }
  };
  const end = async (one: Running): Promise<void> => {
    running.delete(one);
    const gone = one.worker.isDead() ? undefined : once(one.worker, 'exit');
    send(one.worker, { kind: 'END' });
    await gone;
  };
  const rollOnce = async (): Promise<boolean> => {
    for (const old of [...running]) {
      if (closing) return false;
      const next = await begin();
      if (next === undefined) {
        tell('新的工作进程没有就绪，原来的继续作答');
        return false;
      }
      if (running.has(old)) await end(old);
    }
    return true;
  };
  const first = await Promise.all(Array.from({ length: count }, begin));
  const [one] = first;
  if (one === undefined || first.includes(undefined)) {
    closing = true;
    await Promise.all([...running].map(end));
    throw new Error('工作进程没有就绪，请看上面各进程的输出');
  }
  return {
    url: one.url,
    workers: () => [...running].map(({ worker }) => worker.process.pid ?? 0),
    roll: () => {
      rolling = rolling.then(rollOnce);
      return rolling;
    },
    close: async () => {
      closing = true;
      await Promise.all([...running].map(end));
    },
  };
};

const send = (worker: Worker, message: ToWorker): void => {
  if (worker.isConnected()) worker.send(message);
};

const readyAt = (worker: Worker): Promise<string> =>
  new Promise((resolve) => {
    let url = '';
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'LISTENS') url = message.url;
      else resolve(url);
    });
  });
