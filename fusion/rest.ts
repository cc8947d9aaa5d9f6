/** Whether what has failed is to be tried again. */
export interface Rest {
  /** False while it rests; of those who ask when the rest is over one may try, and the others wait for what it finds. */
  readonly mayBeTried: () => boolean;
  /** What fails together counts once. */
  readonly fails: () => void;
  readonly works: () => void;
}

export interface RestOptions {
  /** In milliseconds. */
  readonly now: () => number;
  /** Milliseconds of the first rest; each that follows without a success is twice as long. */
  readonly first: number;
  /** Milliseconds of the longest. */
  readonly longest: number;
}

/** Milliseconds in which one that tries has found something, or another may. */
const TRYING = 2_000;

/** What works until it fails, then rests. */
export const createRest = ({ now, first, longest }: RestOptions): Rest => {
  let until: number | undefined;
  let next = first;
  let isTrying = false;
  return {
    fails: () => {
      if (until !== undefined && now() < until && !isTrying) return;
      isTrying = false;
      until = now() + next;
      next = Math.min(next * 2, longest);
    },
    works: () => {
      until = undefined;
      next = first;
      isTrying = false;
    },
    mayBeTried: () => {
      if (until === undefined) return true;
      if (now() < until) return false;
      isTrying = true;
      until = now() + TRYING;
      return true;
    },
  };
};
