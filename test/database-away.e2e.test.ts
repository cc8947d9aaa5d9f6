import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { besiege } from '../bench/database-away/siege.ts';
import { QUESTIONS } from '../bench/restarts/questions.ts';
import { loadDemo } from '../cli/load-demo.ts';
import { connect } from '../db/client.ts';
import { startEmbedded } from '../db/embedded.ts';
import { migrate } from '../db/migrate.ts';
import { SIZES } from '../demo/sizes.ts';
import { startHubOver } from './support/hub.ts';
import { testIssuer } from './support/tokens.ts';

/** A server is killed here, and one that others share may not be. Of a killed process nothing is lost without fsync. */
const SETTINGS = { fsync: 'off', full_page_writes: 'off' } as const;
/** The least of a province that has items to decide on. */
const TINY = { ...SIZES.small, cities: 1, counties: 1 };

test('a database that is killed at work: nothing confirmed is lost, nothing wrong is answered, and it goes on', async () => {
  const home = await mkdtemp(join(tmpdir(), 'zongheng-away-'));
  await chmod(home, 0o755);
  const server = await startEmbedded(home, { settings: SETTINGS });
  const sql = connect(server.url, { connections: 2 });
  using issuer = testIssuer();
  try {
    await migrate(server.url);
    await loadDemo(sql, '2026-01-01T00:00:00Z', () => undefined, { size: 'small', parameters: TINY });
    const rows = await sql<{ id: string }[]>`
      select distinct item_id as id from matching.item where level = 'COUNTY' order by 1`;
    await using hub = await startHubOver(server.url, { tokens: issuer.tokens });
    const seen = await besiege({
      server,
      sql,
      url: hub.url,
      headers: issuer.bearing(),
      items: rows.map(({ id }) => id),
      questions: QUESTIONS.slice(0, 2),
      kills: 1,
      random: () => 0.2,
    });
    expect(seen.problems).toEqual([]);
    expect(seen.seen?.different).toBe(0);
    expect(seen.kills[0]?.firstWrite).toBeLessThan(15_000);
    expect(seen.decided).toBeGreaterThan(0);
    expect(seen.seen?.refused.length).toBeGreaterThan(0);
  } finally {
    await sql.end({ timeout: 1 });
    await server.stop();
    await rm(home, { recursive: true, force: true });
  }
});
