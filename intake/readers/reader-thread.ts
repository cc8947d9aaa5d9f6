import { Worker } from 'node:worker_threads';
import { type Problem, problem } from '../../catalog/problems.ts';
import type { ReaderMessage, ReaderTask } from './reader-messages.ts';
import { readerEnded } from './unreadable.ts';

/** A reader's thread at work on one file: what it has sent and not been asked for yet. */
export interface ReaderThread {
  next(): Promise<ReaderMessage>;
  /** Ends the work; a thread that has come to the end of its file is kept for the next one. */
  close(): Promise<void>;
}

/** Short-lived objects: as few as keep the reader's speed, as they are not given back. */
const YOUNG_MEMORY = 16;

/** A thread that has read a file to its end and waits for another: starting one costs a quarter of a second. */
let spare: { readonly worker: Worker; readonly memoryMegabytes: number } | undefined;

/** Only our own listeners go: the thread's own ones carry its messages. */
const forgetFile = (worker: Worker): void => {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
};

const takeWorker = (memoryMegabytes: number): Worker => {
  if (spare?.memoryMegabytes === memoryMegabytes) {
    const { worker } = spare;
    spare = undefined;
    forgetFile(worker);
    worker.ref();
    return worker;
  }
  return new Worker(new URL('./reader-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes, maxYoungGenerationSizeMb: YOUNG_MEMORY },
  });
};

/** How long a thread that has nothing more to do may take to end. */
const GRACE = 2000;

/** A thread with nothing left to do ends by itself: V8 has died, seldom, of being stopped from outside. */
const endWorker = async (worker: Worker): Promise<void> => {
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  // An error without a listener would end the process; this one comes after the file has been read.
  worker.on('error', () => undefined);
  worker.postMessage('CLOSE');
  const timer = setTimeout(() => void worker.terminate(), GRACE);
  await ended;
  clearTimeout(timer);
};

const keepWorker = async (worker: Worker, memoryMegabytes: number): Promise<void> => {
  forgetFile(worker);
  if (spare !== undefined) return await endWorker(worker);
  spare = { worker, memoryMegabytes };
  const forget = (): void => {
    if (spare?.worker === worker) spare = undefined;
  };
  worker.on('error', forget);
  worker.on('exit', forget);
  worker.unref();
};

/** The last message of a thread that cannot send one itself. */
const gone = (found: Problem): ReaderMessage => ({ kind: 'REFUSED', problem: found, reusable: false });

/** What a thread has sent, in order, for one taker at a time. */
const mailbox = () => {
  const arrived: ReaderMessage[] = [];
  let waiting: ((message: ReaderMessage) => void) | undefined;
  return {
    arrive: (message: ReaderMessage): void => {
      if (waiting === undefined) arrived.push(message);
      else waiting(message);
      waiting = undefined;
    },
    take: (): Promise<ReaderMessage> => {
      const first = arrived.shift();
      if (first !== undefined) return Promise.resolve(first);
      return new Promise((resolve) => {
        waiting = resolve;
      });
    },
  };
};

/**
 * Starts reading a file in a thread. `timeoutMs` is what its consumer may wait for it in all: the time the consumer
 * takes for itself does not count. A thread that is ended, runs out of memory or breaks says so in its last message.
 */
export const startReaderThread = (
  task: ReaderTask,
  timeoutMs: number,
  memoryMegabytes: number,
): ReaderThread => {
  const worker = takeWorker(memoryMegabytes);
  const { arrive, take } = mailbox();
  let waited = 0;
  let reusable = false;
  let idle = false;
  let ended = false;
  let closed = false;
  worker.on('message', arrive);
  worker.on('error', (error: NodeJS.ErrnoException) => {
    arrive(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? { kind: 'OUT_OF_MEMORY' } : { kind: 'BUG', error });
  });
  // Only seen where nothing else was sent before: whatever ended the thread, it has not read the file.
  worker.on('exit', () => {
    ended = true;
    arrive(gone(readerEnded()));
  });
  worker.postMessage(task);
  const tooSlow = (): void => {
    const seconds = String(Math.ceil(timeoutMs / 1000));
    arrive(gone(problem('FILE_TOO_SLOW', { other: seconds })));
    void worker.terminate();
  };
  return {
    next: async () => {
      const begun = performance.now();
      const timer = setTimeout(tooSlow, Math.max(0, timeoutMs - waited));
      const message = await take();
      clearTimeout(timer);
      waited += performance.now() - begun;
      if (message.kind === 'EVENT') worker.postMessage('MORE');
      if (message.kind === 'END' || message.kind === 'REFUSED') {
        reusable = message.reusable;
        idle = true;
      }
      return message;
    },
    close: async () => {
      if (closed) return;
      closed = true;
      if (ended) return;
      if (reusable) await keepWorker(worker, memoryMegabytes);
      else if (idle) await endWorker(worker);
      else await worker.terminate();
    },
  };
};
