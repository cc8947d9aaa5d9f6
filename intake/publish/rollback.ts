import type { Sql, TransactionSql } from '../../db/client.ts';
import { CURRENT } from '../../db/version.ts';
import { VERSIONED, type VersionedTable } from '../targets.ts';
import { lockReleases, nextRelease } from './release-row.ts';

export type RollbackResult =
  | { readonly kind: 'ROLLED_BACK'; readonly release: number; readonly to: number }
  | { readonly kind: 'NO_SUCH_RELEASE'; readonly newest: number };

/** Closes what came after the release and opens anew what it had; rows valid then and now stay untouched. */
const rollTableBack = async (sql: TransactionSql, table: VersionedTable, to: number, release: number) => {
  const id = sql(VERSIONED[table]);
  const name = sql(table);
  const closed = await sql`
    update ${name} set to_release = ${release} where to_release = ${CURRENT} and from_release > ${to}`;
  const opened = await sql`
    insert into ${name}
    select (jsonb_populate_record(t, jsonb_build_object('from_release', ${release}::int,
      'to_release', ${CURRENT}::int,
      'version', 1 + (select max(o.version) from ${name} o where o.${id} = t.${id})))).*
    from ${name} t
    where t.from_release <= ${to} and t.to_release > ${to} and t.to_release <> ${CURRENT}`;
  return closed.count + opened.count;
};

const rollBackWithin = async (sql: TransactionSql, to: number, now: string): Promise<RollbackResult> => {
  await lockReleases(sql);
  const release = await nextRelease(sql);
  if (!Number.isInteger(to) || to < 1 || to >= release) {
    return { kind: 'NO_SUCH_RELEASE', newest: release - 1 };
  }
  let changed = 0;
  for (const table of Object.keys(VERSIONED) as VersionedTable[]) {
    const rows = await rollTableBack(sql, table, to, release);
    if (table !== 'matching.item' && table !== 'matching.match') changed += rows;
  }
  const keys = await sql<{ key: string }[]>`
    select distinct catalog_key as key from reference.catalog where to_release > ${to} order by 1`;
  await sql`
    insert into release.release (number, published_at, note, catalog_keys, added, changed, removed)
    values (${release}, ${now}, ${`恢复到版次 ${to}`}, ${keys.map((row) => row.key)}, 0, ${changed}, 0)`;
  return { kind: 'ROLLED_BACK', release, to };
};

/**
 * Makes a new release whose content is that of an earlier one. Nothing published is deleted: the releases in
 * between stay readable, and rolling back may itself be rolled back.
 */
export const rollback = async (sql: Sql, to: number, now: string): Promise<RollbackResult> =>
  (await sql.begin((transaction) => rollBackWithin(transaction, to, now))) as RollbackResult;
