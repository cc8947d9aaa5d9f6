/** Milliseconds after which others are let in. */
const TURN = 10;

/**
 * Does heavy work step by step, and lets the process see to others between two steps: a whole comparison takes a second,
 * and nobody else's request waits longer than a step of it.
 */
export const inSteps = async <Value>(work: Generator<unknown, Value>): Promise<Value> => {
  let begun = performance.now();
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
    if (performance.now() - begun < TURN) continue;
    await new Promise((next) => setImmediate(next));
    begun = performance.now();
  }
};
