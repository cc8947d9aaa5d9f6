import { setTimeout as pause } from 'node:timers/promises';
import type { WorkerProcess } from './worker-process.ts';

/** A process kept prepared beside those that answer: to load the program and to prepare it takes a second or two. */
export interface Spare {
  /** The process that is kept, or else a new one. */
  readonly take: () => WorkerProcess;
  /** Keeps another one from now on, where none is kept. */
  readonly keep: () => void;
  /** Ends the one that is kept: it has prepared what was then. */
  readonly discard: () => Promise<void>;
}

/** Milliseconds before another one is kept in the place of one that died: it may be the program. */
const AGAIN = 5_000;

/** On closing none is kept any more. */
export const createSpare = (fork: () => WorkerProcess, closing: AbortSignal): Spare => {
  let kept: WorkerProcess | undefined;
  const give = (): WorkerProcess | undefined => {
    const one = kept;
    kept = undefined;
    return one;
  };
  const keep = (): void => {
    if (kept?.isConnected() === true || closing.aborted) return;
    const one = fork();
    kept = one;
    void one.gone.then(async () => {
      if (kept !== one) return;
      kept = undefined;
      await pause(AGAIN, undefined, { ref: false });
      keep();
    });
  };
  return {
    take: () => {
      const one = give();
      return one?.isConnected() === true ? one : fork();
    },
    keep,
    discard: async () => {
      await give()?.end();
    },
  };
};
