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

export interface SpareOptions {
  readonly fork: () => WorkerProcess;
  readonly tell: (sentence: string) => void;
  /** On closing none is kept any more. */
  readonly closing: AbortSignal;
}

/**
 * Milliseconds before another one is kept in the place of one that died: twice as many after each in a row that was
 * never prepared, since it may be the program.
 */
const AGAIN = { first: 5_000, longest: 300_000 } as const;

export const createSpare = ({ fork, tell, closing }: SpareOptions): Spare => {
  let kept: WorkerProcess | undefined;
  let again: NodeJS.Timeout | undefined;
  const failures = createFailures(tell);
  const give = (): WorkerProcess | undefined => {
    const one = kept;
    kept = undefined;
    return one;
  };
  const keep = (): void => {
    if (kept?.isConnected() === true || closing.aborted) return;
    clearTimeout(again);
    const one = fork();
    kept = one;
    void one.over.then(({ wasPrepared, sentence }) => {
      if (kept !== one || closing.aborted) return;
      kept = undefined;
      if (wasPrepared) failures.forget();
      again = setTimeout(keep, failures.add(sentence)).unref();
    });
  };
  return {
    take: () => {
      const one = give();
      return one?.isConnected() === true ? one : fork();
    },
    keep,
    discard: async () => {
      clearTimeout(again);
      // What comes next may be another program.
      failures.forget();
      await give()?.end();
    },
  };
};

/** Tells each cause once, and returns the milliseconds to wait after it. */
const createFailures = (tell: (sentence: string) => void) => {
  const told = new Set<string | undefined>();
  let wait: number = AGAIN.first;
  return {
    add: (sentence: string | undefined): number => {
      if (!told.has(sentence))
        tell(`备用的工作进程意外结束，稍后另备一个${sentence === undefined ? '' : `：${sentence}`}`);
      told.add(sentence);
      const now = wait;
      wait = Math.min(wait * 2, AGAIN.longest);
      return now;
    },
    forget: (): void => {
      told.clear();
      wait = AGAIN.first;
    },
  };
};
