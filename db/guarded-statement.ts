import { DatabaseAway, DatabaseSlow } from './failures.ts';
import type { Pulse, Waiting } from './pulse.ts';
import { toBeAnsweredBy } from './time-left.ts';
import { createTurns } from './turns.ts';

/** A statement of the driver: a promise with the functions that settle it, which begins when it is first waited for. */
export interface Statement extends Promise<unknown> {
  executed: boolean;
  /** The server's process it has been sent to. */
  readonly state: unknown;
  /** Whether it is that process's turn to answer it, not that of one sent before. */
  readonly active: boolean;
  cancelled: unknown;
  strings: readonly string[];
  args: readonly unknown[];
  /** Has the server end it, over a connection of its own; or takes it back before it is sent. */
  canceller: ((statement: Statement) => Promise<void>) | null;
  handle: () => Promise<void>;
  resolve: (value: unknown) => void;
  reject: (reason: unknown) => void;
}

export interface Guarding {
  readonly pulse: Pulse;
  /** Milliseconds. */
  readonly longest: number;
  readonly failed: (error: unknown) => unknown;
  /** Called where nothing comes back of a connection, not even the end of what the server gives no more time. */
  readonly forsaken: () => void;
}

/** Of all pools of the process, as they share its one thread. */
const inTurn = createTurns();

/**
 * Ends a statement when its time is over or the database is away. Without another promise: the driver's own is settled
 * through the functions it bears.
 */
export const guardStatement = (
  statement: Statement,
  { pulse, longest, failed, forsaken }: Guarding,
): void => {
  const { handle } = statement;
  statement.handle = () => {
    // A part of another statement is never begun by itself, and one that is waited for twice begins once.
    if (!statement.executed) {
      const { resolve, reject } = statement;
      const away = pulse.away();
      if (away !== undefined) {
        statement.executed = true;
        reject(new DatabaseAway(away));
      } else {
        /** It has been given up; that its connection lives is seen by its end. */
        const waitForEnd = (): void => {
          waiting = {
            until: performance.now() + longest,
            giveUp: (why) => {
              pulse.waiting.delete(waiting);
              if (why instanceof DatabaseSlow) forsaken();
            },
          };
          pulse.waiting.add(waiting);
        };
        let waiting: Waiting = {
          until: Math.min(performance.now() + longest, toBeAnsweredBy()),
          giveUp: (why) => {
            pulse.waiting.delete(waiting);
            if (why instanceof DatabaseSlow) {
              if (statement.state !== null) waitForEnd();
              // The server may work on it for seconds yet, in vain. Once it is rejected the driver knows it no more.
              cancel(statement);
            }
            reject(why);
          },
        };
        pulse.waiting.add(waiting);
        statement.resolve = (value) => {
          pulse.waiting.delete(waiting);
          inTurn(() => resolve(value));
        };
        statement.reject = (error) => {
          pulse.waiting.delete(waiting);
          reject(failed(error));
        };
      }
    }
    return handle.call(statement);
  };
};

/**
 * Has the server end a statement, or takes it back; the driver's own `cancel` would lose the failure of the way, which
 * ends a process. One that is sent and waits behind another is left to the server: of such a one the driver expects no
 * answer any more, and gives the answer that comes all the same to the statement behind it.
 */
const cancel = (statement: Statement): void => {
  const isSent = statement.state !== null;
  if (isSent && !statement.active) return;
  statement.canceller?.(statement).catch(() => undefined);
  statement.canceller = null;
  // A connection that is being made for a cancelled statement would be used for nothing else either.
  if (!isSent) Object.assign(statement, { cancelled: null, strings: NOTHING, args: [] });
};

const NOTHING = ['select'];
