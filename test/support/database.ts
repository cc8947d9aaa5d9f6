import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { inject } from 'vitest';
import { TEMPLATE, withDatabase } from './postgres-server.ts';

/** A database of one's own; `await using` drops it at the end of the scope. */
export interface TestDatabase extends AsyncDisposable {
  readonly url: string;
}

const asOwner = async (act: (sql: postgres.Sql) => Promise<unknown>): Promise<void> => {
  const sql = postgres(inject('postgresUrl'), { max: 1, onnotice: () => undefined });
  try {
    await act(sql);
  } finally {
    await sql.end();
  }
};

const copyOf = async (template: string): Promise<TestDatabase> => {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asOwner((sql) => sql`create database ${sql(name)} template ${sql(template)}`);
  return {
    url: withDatabase(inject('postgresUrl'), name),
    [Symbol.asyncDispose]: () => asOwner((sql) => sql`drop database ${sql(name)} with (force)`),
  };
};

/** A fresh, migrated and empty database on the run's server. */
export const freshDatabase = (): Promise<TestDatabase> => copyOf(TEMPLATE);

/** A copy of a database, which nobody may be connected to at the moment. */
export const cloneDatabase = (database: TestDatabase): Promise<TestDatabase> =>
  copyOf(new URL(database.url).pathname.slice(1));
