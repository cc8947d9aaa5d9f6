import { checkStoredTrail } from '../cli/trail/stored-trail.ts';
import type { Sql } from '../db/client.ts';
import type { Benchmark } from './benchmarks.ts';
import { spread } from './spread.ts';
import { withTemporaryDatabase } from './temporary-database.ts';

const ENTRIES = 1_000_000;
const RELEASES = 50;
const REGIONS = 200;
const ROUNDS = 3;

const write = async (sql: Sql, release: number): Promise<void> => {
  const size = ENTRIES / RELEASES;
  await sql.begin(async (transaction) => {
    await transaction`
      select count(audit.record(lpad((430000000000 + (g % ${REGIONS}) * 1000)::text, 12, '0'), 'writer', 'jti-' || g,
        'DECIDE', 'it_' || g, 'ACCEPTED', 'rq-' || g, jsonb_build_object('n', g), null, now()))
      from (
        select g from generate_series(${(release - 1) * size + 1}::int, ${release * size}::int) g
        order by g % ${REGIONS}, g
      ) x`;
    await transaction`
      insert into release.release (number, published_at, added, changed, removed) values (${release}, now(), 0, 0, 0)`;
  });
};

/** How long a million entries of the audit trail take to write and to prove. */
export const trail: Benchmark = (tell) =>
  withTemporaryDatabase(async (sql) => {
    const begun = performance.now();
    for (let release = 1; release <= RELEASES; release += 1) {
      await write(sql, release);
      if (release % 10 === 0) tell(`已写入 ${(release * ENTRIES) / RELEASES} 条`);
    }
    const written = (performance.now() - begun) * 1000;
    await sql`analyze audit.entry, audit.head, audit.unsealed`;
    const seconds: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const from = performance.now();
      let found = 0;
      const { entries } = await checkStoredTrail(sql, [], () => {
        found += 1;
      });
      if (entries !== ENTRIES || found > 0) throw new Error('the trail is not as it was written');
      seconds.push((performance.now() - from) / 1000);
    }
    return {
      写入一条微秒: (written / ENTRIES).toFixed(1),
      核查百万条秒: spread(seconds),
      内存兆字节: Math.round(process.memoryUsage().rss / 1e6),
    };
  });
