import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ANSWER_STREAM } from './answer-sharing.ts';
import { type Heartbeat, listenToHeart } from './heartbeat.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { takeBackUndelivered } from './undelivered.ts';

/** A worker that is ready, or why it did not come to be as far as it has told. */
export type Begun =
  | { readonly kind: 'READY'; readonly url: string }
  | { readonly kind: 'FAILED'; readonly sentence: string | undefined };

/** How far a process had come that has ended. */
export interface Over {
  /** Whether it had ever been ready to begin. */
  readonly wasPrepared: boolean;
  /** Why it failed, where it has told. */
  readonly sentence: string | undefined;
}

/** A process that prepares itself, and answers once it is told to begin. */
export interface WorkerProcess {
  readonly pid: number;
  readonly isConnected: () => boolean;
  /** Resolves when it has ended. */
  readonly gone: Promise<'GONE'>;
  /** Resolves when it has ended and all that it told is read. */
  readonly over: Promise<Over>;
  /** Tells it to begin, and waits until it is ready, has failed or ended. */
  readonly begin: (hasData: boolean) => Promise<Begun>;
  /** Ends it once what it has under way is finished, by force where that takes too long. */
  readonly end: () => Promise<void>;
}

/** Milliseconds a worker may take to finish what it has under way: longer than its own bound. */
const LONGEST_END = 20_000;

const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url));

export type Preparation = Extract<ToWorker, { kind: 'PREPARE' }>;

export interface WorkerProcessesOptions {
  readonly shareAnswers: (worker: Worker) => void;
  readonly heartbeat: Heartbeat;
  /** Told of one that hangs, before it is ended. */
  readonly onSilence: (pid: number) => void;
}

/** Returns what begins a process; each of them shares the port of this one. */
export const workerProcesses = (
  options: WorkerProcessesOptions,
): ((preparation: Preparation) => WorkerProcess) => {
  const { shareAnswers, heartbeat, onSilence } = options;
  const { stdio, environment } = ANSWER_STREAM;
  cluster.setupPrimary({ exec: WORKER, args: [], serialization: 'json', stdio: [...stdio] });
  const watchDelivery = takeBackUndelivered();
  return (preparation) => {
    const worker = cluster.fork(environment);
    watchDelivery(worker);
    shareAnswers(worker);
    const gone = goneOf(worker);
    // Listened to from the start: it may fail before it is told to begin.
    const told = toldBy(worker);
    const over = overOf(worker, gone);
    send(worker, preparation);
    const kill = (): void => void worker.process.kill('SIGKILL');
    const { pid = 0 } = worker.process;
    listenToHeart(worker, heartbeat, () => {
      onSilence(pid);
      kill();
    });
    return {
      pid,
      isConnected: () => worker.isConnected(),
      gone,
      over,
      begin: async (hasData) => {
        send(worker, { kind: 'BEGIN', hasData });
        return await Promise.race([
          told,
          gone.then(() => ({ kind: 'FAILED', sentence: undefined }) as const),
        ]);
      },
      end: async () => {
        send(worker, { kind: 'END' });
        const waiting = new AbortController();
        void pause(LONGEST_END, undefined, { signal: waiting.signal }).then(kill, () => undefined);
        await gone;
        waiting.abort();
      },
    };
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

/** Milliseconds in which the last words of a process that has ended are read. */
const LAST_WORDS = 100;

const overOf = async (worker: Worker, gone: Promise<'GONE'>): Promise<Over> => {
  let wasPrepared = false;
  let sentence: string | undefined;
  worker.on('message', (message: FromWorker) => {
    if (message.kind === 'ALIVE') wasPrepared = true;
    else if (message.kind === 'FAILED') ({ sentence } = message);
  });
  const disconnected = worker.isConnected() ? once(worker, 'disconnect') : undefined;
  await gone;
  // Its end may be known before its last words are read; that the channel has ended Node does not always tell.
  await Promise.race([disconnected, pause(LAST_WORDS, undefined, { ref: false })]);
  return { wasPrepared, sentence };
};

const toldBy = (worker: Worker): Promise<Begun> =>
  new Promise((resolve) => {
    let url = '';
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'LISTENS') url = message.url;
      else if (message.kind === 'READY') resolve({ kind: 'READY', url });
      else if (message.kind === 'FAILED') resolve(message);
    });
  });
