/** How often a query may be sent once more: a subgraph in trouble must not be asked more because of it. */
export interface RetryBudget {
  /** A call was made. */
  readonly earn: () => void;
  /** Whether one call may be repeated; it is then spent. */
  readonly spend: () => boolean;
}

/** Repetitions for each call. */
const SHARE = 0.1;
/** Of what was saved in quiet times so many at most: a restart may break as many kept connections at once. */
const MOST = 10;
/** Enough for the first kept connections to be found dead. */
const FIRST = 3;

/** A budget of one repetition for ten calls. */
export const createRetryBudget = (): RetryBudget => {
  let saved = FIRST;
  return {
    earn: () => {
      saved = Math.min(MOST, saved + SHARE);
    },
    spend: () => {
      if (saved < 1) return false;
      saved -= 1;
      return true;
    },
  };
};
