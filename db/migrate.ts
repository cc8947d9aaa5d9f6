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
    await runMigrations(drizzle(sql), { migrationsFolder: folder }).catch((cause: unknown) => {
      throw new Error(
        '数据库结构升级失败，数据库保持原样。请确认登录角色有建库内模式与角色的权限（CREATE、CREATEROLE），且数据库不是由更新版本的程序升级过的。',
        { cause },
      );
    });
  } finally {
    await sql.end();
  }
};
