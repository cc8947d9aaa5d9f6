import { dayInChina } from '../../catalog/day-in-china.ts';
import type { Sql, TransactionSql } from '../../db/client.ts';
import { recordLists, recordTrail, WHOLE_HUB } from '../../db/record-trail.ts';
import { lockReleases, nextRelease } from '../../db/release-row.ts';
import { awaitReaders } from '../../db/release-watch.ts';
import { CURRENT } from '../../db/version.ts';
import { ITEM_TARGETS, VERSIONED, type VersionedTable } from '../targets.ts';
import { adoptAgain } from './adopt-versions.ts';

export type RollbackResult =
  | {
      readonly kind: 'ROLLED_BACK';
      readonly release: number;
      readonly to: number;
      /** Rows of items and guides. */
      readonly added: number;
      readonly changed: number;
      readonly removed: number;
      readonly catalogKeys: readonly string[];
      /** Somebody still answers by the release before: it has not moved on in time. */
      readonly readersBehind?: true;
    }
  | { readonly kind: 'NO_SUCH_RELEASE'; readonly newest: number };

/** What rolling one table back did, and the catalogs whose rows it touched. */
interface TableChange {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly catalogs: readonly string[];
}

/** The tables whose rows a release counts, as publishing does: items and guides. */
const COUNTED: readonly VersionedTable[] = [...ITEM_TARGETS, 'guide.guide'];

/** Closes what came after the release and opens anew what it had; rows valid then and now stay untouched. */
const rollTableBack = async (sql: TransactionSql, table: VersionedTable, to: number, release: number) => {
  const id = sql(VERSIONED[table]);
  const name = sql(table);
  const catalog =
    COUNTED.includes(table) || table === 'reference.catalog' ? sql`t.catalog_id` : sql`null::text`;
  const [change] = await sql<TableChange[]>`
    with closed as (
      update ${name} t set to_release = ${release} where t.to_release = ${CURRENT} and t.from_release > ${to}
      returning t.${id} as row_id, ${catalog} as catalog_id
    ), opened as (
      insert into ${name} as t
      select (jsonb_populate_record(t, jsonb_build_object('from_release', ${release}::int,
        'to_release', ${CURRENT}::int,
        'version', 1 + (select max(o.version) from ${name} o where o.${id} = t.${id})))).*
      from ${name} t
      where t.from_release <= ${to} and t.to_release > ${to} and t.to_release <> ${CURRENT}
      returning t.${id} as row_id, ${catalog} as catalog_id
    )
    select count(*) filter (where c.row_id is null)::int as added,
      count(*) filter (where c.row_id is not null and o.row_id is not null)::int as changed,
      count(*) filter (where o.row_id is null)::int as removed,
      coalesce(array_agg(distinct coalesce(o.catalog_id, c.catalog_id))
        filter (where coalesce(o.catalog_id, c.catalog_id) is not null), '{}') as catalogs
    from closed c full join opened o using (row_id)`;
  return change ?? { added: 0, changed: 0, removed: 0, catalogs: [] };
};

/** What people have decided holds whatever is rolled back; the next run of the engine looks at every list again. */
const decideAgain = async (sql: TransactionSql, release: number, now: string): Promise<void> => {
  await sql`
    select matching.settle(array(select distinct left_id from matching.decision), ${release},
      ${dayInChina(new Date(now))})`;
  await sql`update matching.block_state set release = null`;
};

/** A run under way compares with links that stand no more: what it found would leave the rest as rolled back. */
const endOpenRuns = async (sql: TransactionSql, to: number, now: string): Promise<void> => {
  await sql`
    with ended as (
      update matching.run set status = 'FAILED', ended_at = ${now},
        stats = ${sql.json({ reason: 'ROLLED_BACK', detail: `其间恢复到了版次 ${to}，请重新匹配` })}
      where status = 'RUNNING' returning run_id
    )
    delete from matching.staged_edge s using ended where s.run_id = ended.run_id`;
};

interface RollbackOptions {
  /** Tell what it would change, and change nothing. */
  readonly dryRun?: boolean;
  /** The login name of whoever rolls back, for the audit trail. */
  readonly operator?: string | undefined;
}

const rollBackWithin = async (
  sql: TransactionSql,
  to: number,
  now: string,
  { operator }: RollbackOptions,
): Promise<RollbackResult> => {
  await lockReleases(sql);
  const release = await nextRelease(sql);
  if (!Number.isInteger(to) || to < 1 || to >= release) {
    return { kind: 'NO_SUCH_RELEASE', newest: release - 1 };
  }
  const sum = { added: 0, changed: 0, removed: 0 };
  const catalogs = new Set<string>();
  for (const table of Object.keys(VERSIONED) as VersionedTable[]) {
    const change = await rollTableBack(sql, table, to, release);
    for (const catalog of change.catalogs) catalogs.add(catalog);
    if (!COUNTED.includes(table)) continue;
    sum.added += change.added;
    sum.changed += change.changed;
    sum.removed += change.removed;
  }
  await decideAgain(sql, release, now);
  await endOpenRuns(sql, to, now);
  await adoptAgain(sql, to, release);
  const lists = await sql<{ key: string }[]>`
    select distinct catalog_key as key from reference.catalog where catalog_id = any(${[...catalogs]}) order by 1`;
  const deed = { subject: operator, action: 'ROLLBACK', release, now } as const;
  const whole = { region: WHOLE_HUB, target: String(to), outcome: 'ACCEPTED', content: sum };
  await recordTrail(sql, deed, [whole]);
  await recordLists(sql, deed, lists);
  await sql`
    insert into release.release (number, published_at, note, catalog_keys, added, changed, removed)
    values (${release}, ${now}, ${`恢复到版次 ${to}`}, ${lists.map((row) => row.key)}, ${sum.added}, ${sum.changed},
      ${sum.removed})`;
  return { kind: 'ROLLED_BACK', release, to, ...sum, catalogKeys: lists.map((row) => row.key) };
};

class Undone extends Error {
  readonly result: RollbackResult;
  constructor(result: RollbackResult) {
    super('a dry run ends without a change');
    this.result = result;
  }
}

/**
 * Makes a new release whose content is that of an earlier one. Nothing published is deleted: the releases in
 * between stay readable, and rolling back may itself be rolled back. A dry run tells the same and changes nothing.
 */
export const rollback = async (
  sql: Sql,
  to: number,
  now: string,
  options: RollbackOptions = {},
): Promise<RollbackResult> => {
  try {
    const result = (await sql.begin(async (transaction) => {
      const made = await rollBackWithin(transaction, to, now, options);
      if (options.dryRun === true) throw new Undone(made);
      return made;
    })) as RollbackResult;
    if (result.kind !== 'ROLLED_BACK' || (await awaitReaders(sql, result.release))) return result;
    return { ...result, readersBehind: true };
  } catch (error) {
    if (error instanceof Undone) return error.result;
    throw error;
  }
};
