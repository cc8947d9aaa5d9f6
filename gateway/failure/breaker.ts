/** OPEN: nothing is sent. TRYING: open, and a small query is on its way that may close it. */
export type BreakerState = 'CLOSED' | 'OPEN' | 'TRYING';

/** Whether calls are worth sending, judged by how the last ones ended. */
export interface Breaker {
  readonly state: () => BreakerState;
  readonly succeeded: () => void;
  /** A call came to nothing on its way: no answer, or one that is none. What a subgraph answers is no failure. */
  readonly failed: () => void;
  /** Opens at once: it is known that nobody answers. */
  readonly trip: () => void;
  /** A trial begins, or has ended: one that was answered closes. */
  readonly tries: () => void;
  readonly tried: (wasAnswered: boolean) => void;
}

/** Outcomes that are remembered: with none but failures it opens long before as many calls. */
const REMEMBERED = 20;
/** Fewer outcomes prove nothing: a restart breaks a few calls off. */
const FEWEST = 5;
const SHARE = 0.5;

/** A breaker, closed. It opens when of the last twenty calls at least five, and at least half, have failed. */
export const createBreaker = (): Breaker => {
  let state: BreakerState = 'CLOSED';
  let outcomes: boolean[] = [];
  const become = (next: BreakerState): void => {
    if (state === next) return;
    state = next;
    outcomes = [];
  };
  const note = (failed: boolean): void => {
    // What was sent before it opened tells nothing about now.
    if (state !== 'CLOSED') return;
    outcomes.push(failed);
    if (outcomes.length > REMEMBERED) outcomes.shift();
    const failures = outcomes.filter(Boolean).length;
    if (failures >= FEWEST && failures >= SHARE * outcomes.length) become('OPEN');
  };
  return {
    state: () => state,
    succeeded: () => note(false),
    failed: () => note(true),
    trip: () => become('OPEN'),
    tries: () => {
      if (state === 'OPEN') become('TRYING');
    },
    tried: (wasAnswered) => {
      if (state === 'TRYING') become(wasAnswered ? 'CLOSED' : 'OPEN');
    },
  };
};
