import type { Sql } from '../db/client.ts';
import type { Row } from './values.ts';

/** Sends statements over connections that keep them prepared. */
export interface PreparedPool {
  /** The one value of the one row of a statement; rejects after a second, or a little later where the server is silent. */
  readonly read: (text: string, values: readonly unknown[]) => Promise<Row>;
  readonly close: () => Promise<void>;
}

/**
 * Characters of the statements kept prepared; beyond, connections are renewed, as the server gives the memory back
 * only with them. A plan takes some hundred bytes a character (27 to 211 KB were measured): 30 MB a connection.
 */
const MOST_CHARACTERS = 300_000;

/** Milliseconds the server gives a statement. */
export const LONGEST_STATEMENT = 1_000;
/** Milliseconds after which a server is no longer waited for that says nothing of its own limit. */
const LONGEST_SILENCE = 1_500;

/** A pool over connections as `connect` opens them. */
export const createPreparedPool = (connect: () => Sql): PreparedPool => {
  let sql = connect();
  let statements = new Set<string>();
  let characters = 0;
  const renew = (): Sql => {
    const used = sql;
    sql = connect();
    statements = new Set();
    characters = 0;
    return used;
  };
  const remember = (text: string): void => {
    if (statements.has(text)) return;
    if (characters + text.length > MOST_CHARACTERS) void renew().end({ timeout: 5 });
    statements.add(text);
    characters += text.length;
  };
  return {
    async read(text, values) {
      remember(text);
      const used = sql;
      const rows = used.unsafe<{ answer: Row }[]>(text, values as never[], { prepare: true });
      const [row] = await within(LONGEST_SILENCE, rows, () => {
        // What is on its way over connections that are silent is on none: they go. Asking the server to cancel it
        // takes a connection of its own, whose failure the driver tells nobody but the process.
        if (used === sql) void renew().end({ timeout: 0 });
      });
      if (row === undefined) throw new Error('a statement without a row');
      return row.answer;
    },
    close: () => sql.end({ timeout: 5 }),
  };
};

/** The rows of a statement, unless the server is silent for longer. */
const within = <Rows>(milliseconds: number, rows: PromiseLike<Rows>, onSilence: () => void): Promise<Rows> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`no answer in ${milliseconds} ms`));
      onSilence();
    }, milliseconds);
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
