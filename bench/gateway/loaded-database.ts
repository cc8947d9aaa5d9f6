import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isEmpty, loadDemo } from '../../cli/load-demo.ts';
import { connect, type Sql } from '../../db/client.ts';
import { startEmbedded } from '../../db/embedded.ts';
import { migrate } from '../../db/migrate.ts';
import { BENCH_SIZES, type GatewayBenchOptions } from './options.ts';

/** All contestants keep their pools open at once, which is more than the server allows by default. */
const SETTINGS = { max_connections: '500' };

type Use<T> = (sql: Sql, url: string, home: string) => Promise<T>;

const withServer = async <T>(home: string, use: Use<T>): Promise<T> => {
  const server = await startEmbedded(home, { settings: SETTINGS });
  try {
    await migrate(server.url);
    const sql = connect(server.url, { connections: 4 });
    try {
      return await use(sql, server.url, home);
    } finally {
      await sql.end();
    }
  } finally {
    await server.leave();
  }
};

/** Runs a benchmark over the demonstration province of a size: loaded into a temporary database, or once into a kept one. */
export const withLoadedDatabase = async <T>(
  { home, size }: Pick<GatewayBenchOptions, 'home' | 'size'>,
  tell: (sentence: string) => void,
  use: Use<T>,
): Promise<T> => {
  const loaded: Use<T> = async (sql, url, folder) => {
    if (await isEmpty(sql)) {
      await loadDemo(sql, '2026-01-01T00:00:00Z', tell, BENCH_SIZES[size]);
      await sql`vacuum analyze`;
    }
    return await use(sql, url, folder);
  };
  if (home !== undefined) return await withServer(home, loaded);
  const folder = await mkdtemp(join(tmpdir(), 'zongheng-bench-'));
  try {
    // The server runs as another user, who has to get in.
    await chmod(folder, 0o755);
    return await withServer(folder, loaded);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
