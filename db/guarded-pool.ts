import type { Sql } from 'postgres';
import { codeOf, DatabaseAway, DatabaseSlow, failureOf } from './failures.ts';
import { type Pulse, takePulse, type Waiting } from './pulse.ts';
import { toBeAnsweredBy } from './time-left.ts';

export interface GuardedPoolOptions {
  /** Address of the database. */
  readonly url: string;
  /** Opens a pool of the driver. */
  readonly open: () => Sql;
  /** Milliseconds a statement may take with all its waiting. */
  readonly longestStatement: number;
  /** Milliseconds a transaction may. */
  readonly longestTransaction: number;
}

/** A statement of the driver: a promise with the functions that settle it, which begins when it is first waited for. */
interface Statement extends Promise<unknown> {
  executed: boolean;
  /** Has the server end it, over a connection of its own; or takes it back before it is sent. */
  canceller: ((statement: Statement) => Promise<void>) | null;
  handle: () => Promise<void>;
  resolve: (value: unknown) => void;
  reject: (reason: unknown) => void;
}

/**
 * A pool that never lets anybody wait without bound. The driver knows no end of a wait: a connection that is ended while
 * it begins, or whose other end is silent, keeps its statements for ever. Here a statement ends when its time is over, at
 * once where the database is known to be away, and with all others when it is found to be. After it has come back,
 * statements go over new connections. Failures of the database come as `DatabaseFailure`.
 */
export const guardedPool = (options: GuardedPoolOptions): Sql => {
  const { url, open, longestStatement, longestTransaction } = options;
  const { pulse, letGo } = takePulse(url);
  let current = open();
  let opened = pulse.returns();
  let isOver = false;
  const renew = (): void => {
    const used = current;
    current = open();
    Object.assign(current.options.connection, used.options.connection);
    void used.end({ timeout: 0 });
  };
  const pool = (): Sql => {
    if (opened !== pulse.returns() && !isOver) {
      opened = pulse.returns();
      renew();
    }
    return current;
  };
  const failed = (error: unknown): unknown => {
    // The driver may have lost what it was to send; it would do so again on this connection.
    if (codeOf(error) === 'CONNECT_TIMEOUT' && pulse.away() === undefined && !isOver) renew();
    return failureOf(error);
  };
  const guarded = <Made>(made: Made): Made => {
    if (made instanceof Promise)
      guardStatement(made as unknown as Statement, pulse, longestStatement, failed);
    return made;
  };
  const asked = (...words: Parameters<Sql>) => guarded(pool()(...words));
  return Object.assign(asked, current, {
    unsafe: (...words: Parameters<Sql['unsafe']>) => guarded(pool().unsafe(...words)),
    begin: (...words: readonly unknown[]) =>
      guardedTransaction(() => pool(), words, pulse, longestTransaction, failed),
    end: async (ending?: { timeout?: number }) => {
      isOver = true;
      letGo();
      await current.end(ending);
    },
  }) as unknown as Sql;
};

/** Without another promise: the driver's own is settled through the functions it bears. */
const guardStatement = (
  statement: Statement,
  pulse: Pulse,
  longest: number,
  failed: (error: unknown) => unknown,
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
        const waiting: Waiting = {
          until: Math.min(performance.now() + longest, toBeAnsweredBy()),
          giveUp: (why) => {
            pulse.waiting.delete(waiting);
            // The server may work on it for seconds yet, in vain. Once it is rejected the driver knows it no more.
            if (why instanceof DatabaseSlow) cancel(statement);
            reject(why);
          },
        };
        pulse.waiting.add(waiting);
        statement.resolve = (value) => {
          pulse.waiting.delete(waiting);
          resolve(value);
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

/** The driver's own `cancel` would lose the failure of the way, which ends a process. */
const cancel = (statement: Statement): void => {
  statement.canceller?.(statement).catch(() => undefined);
  statement.canceller = null;
};

/** One that is given up before it has a connection does nothing when it gets one. */
const guardedTransaction = (
  pool: () => Sql,
  words: readonly unknown[],
  pulse: Pulse,
  longest: number,
  failed: (error: unknown) => unknown,
): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const away = pulse.away();
    if (away !== undefined) {
      reject(new DatabaseAway(away));
      return;
    }
    let givenUp: Error | undefined;
    const waiting: Waiting = {
      until: performance.now() + longest,
      giveUp: (why) => {
        pulse.waiting.delete(waiting);
        givenUp = why;
        reject(why);
      },
    };
    pulse.waiting.add(waiting);
    const act = words.at(-1) as (transaction: unknown) => unknown;
    const acting = (transaction: unknown): unknown => {
      if (givenUp !== undefined) throw givenUp;
      return act(transaction);
    };
    const begin = pool().begin as (...all: readonly unknown[]) => Promise<unknown>;
    begin(...words.slice(0, -1), acting)
      .then(resolve, (error: unknown) => reject(failed(error)))
      .finally(() => pulse.waiting.delete(waiting));
  });
