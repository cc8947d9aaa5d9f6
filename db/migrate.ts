import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

const folder = new URL('./migrations', import.meta.url).pathname;

/** Any number that no other program takes its advisory locks by. */
const MIGRATION_LOCK = 4_720_331;

/**
 * Brings the database's schema to the newest state. Two starts at once wait for each other; each migration
 * runs in one transaction, so a failure leaves the schema as it was.
 */
export const migrate = async (url: string): Promise<void> => {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await runMigrations(drizzle(sql), { migrationsFolder: folder });
  } finally {
    await sql.end();
  }
};
