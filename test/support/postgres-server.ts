import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../db/embedded.ts';
import { migrate } from '../../db/migrate.ts';

/** The migrated database that every test database is a copy of. */
export const TEMPLATE = 'zongheng_template';

interface SharedServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly postgresUrl: string;
  }
}

// A test database is thrown away: nothing of it must survive a crash.
const SETTINGS = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' } as const;

const start = async (): Promise<SharedServer> => {
  const home = await mkdtemp(join(tmpdir(), 'zongheng-test-'));
  // PostgreSQL runs as another user where the tests run as root, and has to reach its folder.
  await chmod(home, 0o755);
  const server = await startEmbedded(home, { settings: SETTINGS });
  const sql = postgres(server.url, { max: 1, onnotice: () => undefined });
  await sql`create database ${sql(TEMPLATE)}`;
  await sql.end();
  await migrate(withDatabase(server.url, TEMPLATE));
  const stop = async () => {
    await server.stop();
    await rm(home, { recursive: true, force: true });
  };
  return { url: server.url, stop };
};

/** The same server's address with another database name. */
export const withDatabase = (url: string, database: string): string => {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
};

// Each project of the run loads this module by itself; they share one server through the process.
const shared = globalThis as { zonghengTestServer?: { users: number; server: Promise<SharedServer> } };

/** Starts the run's PostgreSQL, or joins the one another project started, and tells its address to the tests. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  shared.zonghengTestServer ??= { users: 0, server: start() };
  const entry = shared.zonghengTestServer;
  entry.users += 1;
  const server = await entry.server;
  project.provide('postgresUrl', server.url);
  return async () => {
    entry.users -= 1;
    if (entry.users > 0) return;
    delete shared.zonghengTestServer;
    await server.stop();
  };
};
