import type { Sql } from 'postgres';
import { codeOf, DatabaseAway, failureOf } from './failures.ts';
import { guardStatement, type Statement } from './guarded-statement.ts';
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
  /** What is under way goes on for so many milliseconds; the rest over new connections. */
  const renew = (farewell = 0): void => {
    const used = current;
    current = open();
    // What somebody has set since it was opened: Drizzle, how values of some types are read and written.
    for (const kept of ['connection', 'parsers', 'serializers'] as const)
      Object.assign(current.options[kept], used.options[kept]);
    void used.end({ timeout: farewell / 1_000 });
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
  const guarded = <Made>(made: Made, used: Sql): Made => {
    if (!(made instanceof Promise)) return made;
    const forsaken = (): void => {
      if (used === current && !isOver) renew(longestTransaction);
    };
    guardStatement(made as unknown as Statement, { pulse, longest: longestStatement, failed, forsaken });
    return made;
  };
  const asked = (...words: Parameters<Sql>) => {
    const used = pool();
    return guarded(used(...words), used);
  };
  const all = Object.assign(asked, current, {
    unsafe: (...words: Parameters<Sql['unsafe']>) => {
      const used = pool();
      return guarded(used.unsafe(...words), used);
    },
    begin: (...words: readonly unknown[]) =>
      guardedTransaction(() => pool(), words, pulse, longestTransaction, failed),
    end: async (ending?: { timeout?: number }) => {
      isOver = true;
      letGo();
      await current.end(ending);
    },
  }) as unknown as Sql;
  return Object.defineProperty(all, 'options', { get: () => current.options });
};

/** One that is given up does nothing when it gets a connection at last, and nothing of it stays where it had one. */
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
      until: Math.min(performance.now() + longest, toBeAnsweredBy()),
      giveUp: (why) => {
        pulse.waiting.delete(waiting);
        givenUp = why;
        reject(why);
      },
    };
    pulse.waiting.add(waiting);
    const act = words.at(-1) as (transaction: unknown) => unknown;
    const acting = async (transaction: unknown): Promise<unknown> => {
      if (givenUp !== undefined) throw givenUp;
      const made = act(transaction);
      const value: unknown = await (Array.isArray(made) ? Promise.all(made) : made);
      // Whoever has been told that it failed need not find it done.
      if (givenUp !== undefined) throw givenUp;
      return value;
    };
    const begin = pool().begin as (...all: readonly unknown[]) => Promise<unknown>;
    begin(...words.slice(0, -1), acting)
      .then(resolve, (error: unknown) => reject(failed(error)))
      .finally(() => pulse.waiting.delete(waiting));
  });
