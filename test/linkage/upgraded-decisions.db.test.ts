import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as migrateFrom } from 'drizzle-orm/postgres-js/migrator';
import { expect, test } from 'vitest';
import { connect } from '../../db/client.ts';
import { migrate } from '../../db/migrate.ts';
import { freshDatabase } from '../support/database.ts';
import { storeItems, storeReleases } from '../support/rows.ts';
import { decide, linksOf, storeMachineLinks } from './decision-calls.ts';

const MIGRATIONS = join(import.meta.dirname, '../../db/migrations');

/** Empties a database and brings it to the schema it had before a migration. */
const migrateUntil = async (url: string, index: number): Promise<void> => {
  // The migrator changes how its client writes values.
  const sql = connect(url, { connections: 1 });
  const schemas = await sql<{ name: string }[]>`
    select nspname as name from pg_namespace where nspname !~ '^(pg_|information_schema$|public$)'`;
  for (const { name } of schemas) await sql`drop schema ${sql(name)} cascade`;
  const folder = await mkdtemp(join(tmpdir(), 'zongheng-migrations-'));
  try {
    await cp(MIGRATIONS, folder, { recursive: true });
    const journal = join(folder, 'meta/_journal.json');
    const { entries, ...rest } = JSON.parse(await readFile(journal, 'utf8'));
    const earlier = entries.filter(({ idx }: { idx: number }) => idx < index);
    await writeFile(journal, JSON.stringify({ ...rest, entries: earlier }));
    await migrateFrom(drizzle(sql), { migrationsFolder: folder });
  } finally {
    await sql.end();
    await rm(folder, { recursive: true });
  }
};

test('what was confirmed before the upgrade, when the machine knew of no parts, is a part afterwards', async () => {
  await using database = await freshDatabase();
  const sql = connect(database.url, { connections: 1 });
  try {
    await migrateUntil(database.url, 13);
    await storeReleases(sql, 1);
    const reference = { region: '880000000000', level: 'PROVINCE', catalog: 'ca_province' };
    await storeItems(sql, [
      { id: 'ci_a', name: '企业设立、变更、注销登记', kind: 'POWER' },
      ...['设立', '变更', '注销'].map((act, at) => ({
        id: `ri_${at}`,
        name: `企业${act}登记`,
        ...reference,
      })),
    ]);
    await storeMachineLinks(sql, [{ left: 'ci_a', right: 'ri_0', status: 'REVIEW', confidence: 0.5 }]);
    const said = { kind: 'REFERENCE', left: 'ci_a', reason: '核对过' };
    await decide(sql, [{ ...said, right: 'ri_0', verdict: 'CONFIRM' }]);
    await sql`update matching.match set machine_relation = 'BROADER'`;
    const parts = ['ri_1', 'ri_2'].map((right) => ({ left: 'ci_a', right, relation: 'BROADER' }));
    await storeMachineLinks(
      sql,
      parts.map((part) => ({ ...part, status: 'REVIEW', confidence: 0.4 })),
    );
    await decide(sql, [{ ...said, right: 'ri_1', verdict: 'CONFIRM' }]);
    expect(await linksOf(sql, 'ci_a')).toEqual({ ri_0: 'REVIEW', ri_1: 'CONFIRMED', ri_2: 'REVIEW' });

    await migrate(database.url);
    await decide(sql, [{ ...said, right: 'ri_2', verdict: 'DEFER', deferredUntil: '2099-01-01' }]);
    expect(await linksOf(sql, 'ci_a')).toEqual({ ri_0: 'CONFIRMED', ri_1: 'CONFIRMED', ri_2: 'DEFERRED' });
  } finally {
    await sql.end();
  }
});
