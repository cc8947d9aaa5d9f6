import type { Sql } from '../db/client.ts';
import type { Row } from './values.ts';

/** Sends statements over connections that keep them prepared. */
export interface PreparedPool {
  /** The one value of the one row of a statement; rejects after a second. */
  readonly read: (text: string, values: readonly unknown[]) => Promise<Row>;
  readonly close: () => Promise<void>;
}

/** Statements kept prepared; beyond, connections are renewed, as the server gives the memory back only with them. */
const MOST_STATEMENTS = 200;

/** Milliseconds a statement may take. */
export const LONGEST_STATEMENT = 1_000;

/** A pool over connections as `connect` opens them. */
export const createPreparedPool = (connect: () => Sql): PreparedPool => {
  let sql = connect();
  let statements = new Set<string>();
  const renew = (): void => {
    void sql.end({ timeout: 5 });
    sql = connect();
    statements = new Set();
  };
  return {
    async read(text, values) {
      if (!statements.has(text) && statements.size >= MOST_STATEMENTS) renew();
      statements.add(text);
      const rows = sql.unsafe<{ answer: Row }[]>(text, values as never[], { prepare: true });
      const [row] = await within(LONGEST_STATEMENT, rows);
      if (row === undefined) throw new Error('a statement without a row');
      return row.answer;
    },
    close: () => sql.end({ timeout: 5 }),
  };
};

/** The rows of a statement, unless they take longer: what is under way ends by the server's own limit. */
const within = <Rows>(milliseconds: number, rows: PromiseLike<Rows>): Promise<Rows> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer in ${milliseconds} ms`)), milliseconds);
    const end = (): void => clearTimeout(timer);
    rows.then(
      (found) => {
        end();
        resolve(found);
      },
      (error: unknown) => {
        end();
        reject(error);
      },
    );
  });
