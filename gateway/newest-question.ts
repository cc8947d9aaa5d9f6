export interface NewestQuestionOptions {
  /** Asks; heeds the signal, or need not be waited for any more once it aborts. Undefined: there is none. */
  readonly ask: (signal: AbortSignal) => Promise<number | undefined>;
  /** Milliseconds the answer is waited for. */
  readonly patience: number;
  /** Called when it could not be asked for the first time, so that the last known one stands in. */
  readonly onFallback: (failure: unknown) => void;
}

/** The question of the newest release, asked once for all who wait for its answer. */
export interface NewestQuestion {
  /** Some release is known to have been published: what stands in for the newest is not older. */
  readonly note: (number: number) => void;
  /**
   * The newest release. Where it cannot be had, the last one known, and `onStale` is called; who gives it is answered
   * so already when the question has been out for `PROMPT` milliseconds. Rejects where none is known.
   */
  readonly answer: (onStale?: () => void) => Promise<number | undefined>;
}

/**
 * Milliseconds after which the last known release answers those who can say so. The answer is one row of one small table,
 * and takes a millisecond or two, ten under load; a subgraph that hangs is known to after six hundred, for which nobody
 * has to wait who needs nothing else of it.
 */
export const PROMPT = 50;

export const createNewestQuestion = ({
  ask,
  patience,
  onFallback,
}: NewestQuestionOptions): NewestQuestion => {
  let known: number | undefined;
  let isUnasked = false;
  let isLate = false;
  /** Those who would rather be answered by the last known one. */
  const impatient = new Set<() => void>();
  const note = (number: number): void => {
    known = Math.max(known ?? number, number);
  };
  const becomeLate = (): void => {
    isLate = true;
    for (const standIn of impatient) standIn();
  };
  const question = singleFlight(async (): Promise<Answer> => {
    const waiting = wait(patience, becomeLate);
    try {
      const number = await ask(waiting.signal);
      if (number !== undefined) note(number);
      isUnasked = false;
      return { number, isStale: false };
    } catch (failure) {
      if (known === undefined) throw failure;
      if (!isUnasked) onFallback(failure);
      isUnasked = true;
      return { number: known, isStale: true };
    } finally {
      waiting.end();
      isLate = false;
    }
  });
  const promptly = (): Promise<Answer> => {
    if (isLate && known !== undefined) return Promise.resolve({ number: known, isStale: true });
    return new Promise((resolve, reject) => {
      const standIn = (): void => {
        if (known !== undefined) resolve({ number: known, isStale: true });
      };
      impatient.add(standIn);
      question()
        .then(resolve, reject)
        .finally(() => impatient.delete(standIn));
    });
  };
  return {
    note,
    answer: async (onStale) => {
      const { number, isStale } = await (onStale === undefined ? question() : promptly());
      if (isStale) onStale?.();
      return number;
    },
  };
};

interface Answer {
  readonly number: number | undefined;
  /** Whether it is the last known one, which stands in. */
  readonly isStale: boolean;
}

/** Waits in two parts, with one timer: for `PROMPT`, then for the rest. */
const wait = (patience: number, onLate: () => void) => {
  const controller = new AbortController();
  let isOver = false;
  let timer: NodeJS.Timeout;
  const giveUp = (): void => controller.abort(new Error(`no newest release in ${patience} ms`));
  const late = (): void => {
    if (!isOver) onLate();
  };
  const first = Math.min(PROMPT, patience);
  timer = setTimeout(() => {
    timer = setTimeout(giveUp, patience - first).unref();
    // Where this process stood still the answer may have come: what has arrived is read before it is called late.
    setImmediate(late);
  }, first).unref();
  return {
    signal: controller.signal,
    end: (): void => {
      isOver = true;
      clearTimeout(timer);
    },
  };
};

/**
 * One call at a time, shared only by those who asked before it began: an answer under way may be older than a
 * publication that has returned since, so whoever comes later waits for the next call.
 */
export function singleFlight<Value>(call: () => Promise<Value>): () => Promise<Value> {
  let running: Promise<Value> | undefined;
  let next: Promise<Value> | undefined;
  const start = (): Promise<Value> => {
    next = undefined;
    const flight = call();
    running = flight;
    const landed = (): void => {
      if (running === flight) running = undefined;
    };
    flight.then(landed, landed);
    return flight;
  };
  return () => {
    if (running === undefined) return start();
    next ??= running.then(start, start);
    return next;
  };
}
