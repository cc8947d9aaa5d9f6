/** Has something done now, or in a later round of the event loop; in the order they came. */
export type Turns = (act: () => void) => void;

/**
 * Milliseconds of one round of the event loop that are for what has been waited for; what is short (a refusal, an answer
 * that is kept) does not wait longer for its own round than this and one more piece of work.
 */
const SHARE = 4;

export interface TurnsOptions {
  /** In milliseconds; need not begin anywhere. */
  readonly now?: () => number;
  /** Calls back once everybody else has been heard. */
  readonly later?: (act: () => void) => unknown;
}

/**
 * Results that come at once over several connections are worked on one after the other before the event loop hears of
 * anybody else: twelve pieces of five milliseconds are sixty. Here a round of the loop takes those for which there is
 * time, and each later round one more; whoever is to be refused, or answered with what is kept, is heard in between.
 */
export const createTurns = ({
  now = () => performance.now(),
  later = setImmediate,
}: TurnsOptions = {}): Turns => {
  const waiting: (() => void)[] = [];
  let since: number | undefined;
  const begin = (): void => {
    since = now();
    later(next);
  };
  const next = (): void => {
    since = undefined;
    const act = waiting.shift();
    if (act === undefined) return;
    begin();
    act();
  };
  return (act) => {
    if (since === undefined) begin();
    // What it does is done once this callback of the loop has ended: its time is seen by whoever comes next.
    if (waiting.length === 0 && now() - (since ?? 0) < SHARE) act();
    else waiting.push(act);
  };
};
