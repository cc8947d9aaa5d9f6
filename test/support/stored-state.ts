import type { Sql } from '../../db/client.ts';

const SCHEMAS = ['reference', 'county', 'township', 'guide', 'matching', 'intake', 'release'];

/** The moments at which something was done differ between runs that do the same. */
const CLOCKS = ['imported_at', 'published_at'];

/** One hash over every row of every table of the hub: equal hashes, equal stored state. */
export const storedState = async (sql: Sql): Promise<string> => {
  const tables = await sql<{ name: string }[]>`
    select table_schema || '.' || table_name as name from information_schema.tables
    where table_schema = any(${SCHEMAS}::text[]) and table_type = 'BASE TABLE' order by 1`;
  const hashes: string[] = [];
  for (const { name } of tables) {
    const [row] = await sql<{ hash: string }[]>`
      select md5(coalesce(string_agg(line, ' ' order by line collate "C"), '')) as hash
      from (select (to_jsonb(t) - ${CLOCKS}::text[])::text as line from ${sql(name)} t) lines`;
    hashes.push(`${name} ${row?.hash}`);
  }
  return hashes.join('\n');
};

/** Waits until no other connection works on the database: the server ends what a killed client had begun. */
export const quiet = async (sql: Sql): Promise<void> => {
  for (;;) {
    const [row] = await sql<{ others: number }[]>`
      select count(*)::int as others from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`;
    if (row?.others === 0) return;
  }
};
