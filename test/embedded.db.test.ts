import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connect } from '../db/client.ts';
import { startEmbedded } from '../db/embedded.ts';

const answers = async (url: string): Promise<boolean> => {
  const sql = connect(url, { connections: 1 });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end();
  }
};

test('two starts at once on an empty home make one server', async () => {
  const home = await mkdtemp(join(tmpdir(), 'zongheng-home-'));
  await chmod(home, 0o755);
  try {
    const servers = await Promise.all([startEmbedded(home), startEmbedded(home), startEmbedded(home)]);
    expect(new Set(servers.map((server) => server.url)).size).toBe(1);
    expect(servers.filter((server) => server.started)).toHaveLength(1);
    expect(await Promise.all(servers.map((server) => answers(server.url)))).toEqual([true, true, true]);
    await servers[0]?.stop();
  } finally {
    await rm(home, { recursive: true, force: true });
  }
});

test('processes share one embedded server, and the last to leave stops it', async () => {
  const home = await mkdtemp(join(tmpdir(), 'zongheng-home-'));
  await chmod(home, 0o755);
  try {
    const first = await startEmbedded(home);
    const second = await startEmbedded(home);
    expect([first.started, second.started, second.url]).toEqual([true, false, first.url]);
    const other = connect(second.url, { connections: 1 });
    await other`select 1`;
    await first.leave();
    expect(await answers(second.url)).toBe(true);
    await other.end();
    await second.leave();
    expect(await answers(second.url)).toBe(false);
    const again = await startEmbedded(home);
    expect(again.started).toBe(true);
    await again.stop();
  } finally {
    await rm(home, { recursive: true, force: true });
  }
});
