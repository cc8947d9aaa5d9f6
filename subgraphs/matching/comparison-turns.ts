import { refusal } from '../refusal.ts';

/**
 * Lets heavy work be done one piece at a time, in the order it is asked for: a list of thousands of items takes a second
 * and some 100 MB while it is compared. What comes when `mostWaiting` wait already is refused with SUBGRAPH_TIMEOUT.
 */
export const createTurns = (mostWaiting: number) => {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return async <Value>(work: () => Promise<Value>): Promise<Value> => {
    // The piece that is being done counts as well.
    if (waiting > mostWaiting) throw refusal('SUBGRAPH_TIMEOUT', 'COMPARISON_BUSY');
    waiting += 1;
    const done = last.then(work).finally(() => {
      waiting -= 1;
    });
    last = done.catch(() => undefined);
    return done;
  };
};

export type Turns = ReturnType<typeof createTurns>;
