/** Whether a database is to be asked that may have failed. */
export interface Rest {
  /** False while it rests; of those who ask when the rest is over one may try, and the others wait for what it finds. */
  readonly mayBeAsked: () => boolean;
  readonly fails: () => void;
  readonly works: () => void;
}

/** Milliseconds nothing is sent after a failure. */
const REST = 1_000;

/** A rest that begins with every failure; `now` is in milliseconds. */
export const createRest = (now: () => number): Rest => {
  let until: number | undefined;
  const fails = (): void => {
    until = now() + REST;
  };
  return {
    fails,
    works: () => {
      until = undefined;
    },
    mayBeAsked: () => {
      if (until === undefined) return true;
      if (now() < until) return false;
      fails();
      return true;
    },
  };
};
