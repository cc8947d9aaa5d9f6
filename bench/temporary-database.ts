import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type Sql } from '../db/client.ts';
import { startEmbedded } from '../db/embedded.ts';
import { migrate } from '../db/migrate.ts';

/** Runs a benchmark over an embedded server of its own with the settings of production, removed afterwards. */
export const withTemporaryDatabase = async <T>(
  use: (sql: Sql, url: string, folder: string) => Promise<T>,
): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'zongheng-bench-'));
  await chmod(folder, 0o755);
  const server = await startEmbedded(folder);
  try {
    await migrate(server.url);
    const sql = connect(server.url, { connections: 4 });
    try {
      return await use(sql, server.url, folder);
    } finally {
      await sql.end();
    }
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
};
