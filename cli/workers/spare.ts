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

/** One that was kept and died is not missed before the next one is needed. */
export const createSpare = (fork: () => WorkerProcess): Spare => {
  let kept: WorkerProcess | undefined;
  const give = (): WorkerProcess | undefined => {
    const one = kept;
    kept = undefined;
    return one;
  };
  return {
    take: () => {
      const one = give();
      return one?.isConnected() === true ? one : fork();
    },
    keep: () => {
      if (kept?.isConnected() !== true) kept = fork();
    },
    discard: async () => {
      await give()?.end();
    },
  };
};
