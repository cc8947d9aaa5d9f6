import { setTimeout as pause } from 'node:timers/promises';
import { createAnswerSharing } from './answer-sharing.ts';
import { HEARTBEAT, type Heartbeat } from './heartbeat.ts';
import { becauseOf, createStarting, type NotBegun, type Running, type StartingOptions } from './starting.ts';
import { workerProcesses } from './worker-process.ts';

export interface CrewOptions extends StartingOptions {
  readonly count: number;
  readonly heartbeat?: Heartbeat;
}

/** The workers that answer, each of them replaced when it dies or hangs. */
export interface Crew {
  readonly running: ReadonlySet<Running>;
  /** One more worker that is ready; else why there is none. */
  readonly begin: () => Promise<Running | NotBegun>;
  readonly end: (one: Running) => Promise<void>;
  /** The next workers run the program as it is now. */
  readonly loadAnew: () => Promise<void>;
  /** Keeps a process in reserve from now on, where none is kept. */
  readonly keepSpare: () => void;
  readonly isClosing: () => boolean;
  readonly close: () => Promise<void>;
}

/** Milliseconds before another worker is begun in the place of one that died: for each that died young before. */
const AGAIN = { step: 200, longest: 5_000 } as const;
/** Milliseconds a worker lives before its death counts as its own. */
const YOUNG = 5_000;

export const createCrew = (options: CrewOptions): Crew => {
  const { count, tell, heartbeat = HEARTBEAT } = options;
  const running = new Set<Running>();
  const beginning = new Set<Promise<unknown>>();
  const closing = new AbortController();
  const sharing = createAnswerSharing();
  const fork = workerProcesses({
    shareAnswers: sharing.attach,
    heartbeat,
    onSilence: (pid) => tell(`一个工作进程（${pid}）没有响应，强行结束它`),
  });
  const { start, keepSpare, discardSpare } = createStarting(options, fork, closing.signal);
  const replace = replacing(() => running.size < count && !closing.signal.aborted, tell);

  const begin = async (): Promise<Running | NotBegun> => {
    const starting = start(running.size);
    beginning.add(starting);
    const one = await starting.finally(() => beginning.delete(starting));
    if ('kind' in one) return one;
    running.add(one);
    const { pid, gone } = one.process;
    const begun = performance.now();
    void gone.then(() => {
      const died = running.delete(one);
      if (!died || closing.signal.aborted) return;
      tell(`一个工作进程（${pid}）意外结束，正在另起一个`);
      void replace(performance.now() - begun < YOUNG, begin);
    });
    if (running.size >= count) keepSpare();
    return one;
  };
  const end = async (one: Running): Promise<void> => {
    running.delete(one);
    await one.process.end();
  };
  return {
    running,
    begin,
    end,
    loadAnew: () => {
      sharing.renew();
      return discardSpare();
    },
    keepSpare,
    isClosing: () => closing.signal.aborted,
    close: async () => {
      closing.abort();
      await Promise.all([...beginning, discardSpare(), ...[...running].map(end)]);
    },
  };
};

/** Returns what begins another worker until one is ready, the later the more have died young before. */
const replacing = (isNeeded: () => boolean, tell: (sentence: string) => void) => {
  let diedYoung = 0;
  return async (young: boolean, begin: () => Promise<Running | NotBegun>): Promise<void> => {
    // Whoever lived for long is replaced at once, and so is the first that did not.
    let wait = young ? diedYoung : 0;
    diedYoung = young ? diedYoung + 1 : 0;
    for (;;) {
      await pause(Math.min(wait * AGAIN.step, AGAIN.longest));
      if (!isNeeded()) return;
      const next = await begin();
      if (!('kind' in next) || !isNeeded()) return;
      diedYoung += 1;
      wait = diedYoung;
      tell(`另起的工作进程没有就绪，稍后再试${becauseOf(next)}`);
    }
  };
};
