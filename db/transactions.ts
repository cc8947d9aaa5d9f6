import type { Sql } from 'postgres';
import { failureOf, isAway } from './failures.ts';

type Act = (transaction: Sql) => unknown;

/** A statement of the driver, with what settles it. */
interface Statement extends Promise<unknown> {
  executed: boolean;
  handle: () => Promise<void>;
  reject: (reason: unknown) => void;
}

/** Why the connection of a transaction is gone. */
interface Fate {
  lost: unknown;
}

/**
 * Has transactions survive the end of their connection. The driver writes the next statement of one, its `rollback` or
 * its `commit` to a connection that is no more, and the process ends of it. Here nothing more is handed to the driver
 * once the connection is known to be gone; the transaction has failed by then.
 */
export const surviveLostConnections = (sql: Sql): void => {
  const begin = sql.begin as (...words: readonly unknown[]) => Promise<unknown>;
  const beginning = async (...words: readonly unknown[]): Promise<unknown> => {
    const fate: Fate = { lost: undefined };
    const act = words.at(-1) as Act;
    try {
      return await begin(...words.slice(0, -1), (transaction: Sql) =>
        acted(act, within(transaction, fate), fate),
      );
    } catch (error) {
      if (isAway(error)) fate.lost ??= error;
      throw error;
    }
  };
  Object.assign(sql, { begin: beginning });
};

/** What is done within a transaction, without an end where its connection has one: the driver would go on with it. */
const acted = async (act: Act, transaction: Sql, fate: Fate): Promise<unknown> => {
  const never = new Promise(() => undefined);
  try {
    const made = act(transaction);
    const value: unknown = await (Array.isArray(made) ? Promise.all(made) : made);
    return fate.lost === undefined ? value : await never;
  } catch (error) {
    if (fate.lost === undefined) throw error;
    return await never;
  }
};

const within = (transaction: Sql, fate: Fate): Sql => {
  const guarded = <Made>(made: Made): Made => {
    if (made instanceof Promise) guardStatement(made as unknown as Statement, fate);
    return made;
  };
  const { savepoint } = transaction as unknown as {
    readonly savepoint: (...words: readonly unknown[]) => Promise<unknown>;
  };
  const asked = (...words: Parameters<Sql>) => guarded(transaction(...words));
  return Object.assign(asked, transaction, {
    unsafe: (...words: Parameters<Sql['unsafe']>) => guarded(transaction.unsafe(...words)),
    // What sets it goes to the connection as any statement does.
    savepoint: async (...words: readonly unknown[]) => {
      if (fate.lost !== undefined) throw failureOf(fate.lost);
      const act = (inner: Sql) => acted(words.at(-1) as Act, within(inner, fate), fate);
      try {
        return await savepoint(...words.slice(0, -1), act);
      } catch (error) {
        if (isAway(error)) fate.lost ??= error;
        throw error;
      }
    },
  }) as unknown as Sql;
};

const guardStatement = (statement: Statement, fate: Fate): void => {
  const { handle, reject } = statement;
  statement.reject = (error) => {
    if (isAway(error)) fate.lost ??= error;
    reject(error);
  };
  statement.handle = () => {
    if (!statement.executed && fate.lost !== undefined) {
      statement.executed = true;
      reject(failureOf(fate.lost));
    }
    return handle.call(statement);
  };
};
