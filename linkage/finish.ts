import { dayInChina } from '../catalog/day-in-china.ts';
import type { Sql, TransactionSql } from '../db/client.ts';
import { recordLists } from '../db/record-trail.ts';
import { lockReleases, nextRelease, writeRelease } from '../db/release-row.ts';
import { awaitReaders } from '../db/release-watch.ts';
import { CURRENT } from '../db/version.ts';
import type { OpenRun } from './runs.ts';
import { dropUnusedReferences } from './stored-state.ts';

export interface FinishedRun {
  /** The release it made; undefined where nothing changed. */
  readonly release: number | undefined;
  readonly opened: number;
  readonly closed: number;
}

/** Links that stand without a judgement are not a run's to touch; a publish may have made one since. */
const FIRM = `(m.kind <> 'MAIN' and (m.machine_method in ('DECLARED_SOURCE', 'UNIQUE_NAME')
  or m.machine_method = 'CODE' and m.machine_confidence = 1)) is true`;

/** What a block said of items that a publish has changed meanwhile no longer counts: the next run judges them again. */
const dropOutdated = async (sql: TransactionSql, run: OpenRun): Promise<void> => {
  await sql`
    delete from matching.staged_edge s
    where s.run_id = ${run.id} and (
      (select count(*) from matching.item i where i.item_id in (s.left_id, s.right_id) and i.to_release = ${CURRENT}
        and i.from_release <= ${run.baseRelease}) < 2
      or exists (select 1 from matching.match m where m.match_id = matching.match_id_of(s.kind, s.left_id, s.right_id)
        and m.to_release = ${CURRENT} and ${sql.unsafe(FIRM)}))`;
};

/** Puts what the blocks say in place of what the machine said before. */
const applyStaged = async (sql: TransactionSql, run: OpenRun, release: number): Promise<void> => {
  await sql`
    update matching.match m set to_release = ${release} from matching.staged_edge s
    where s.run_id = ${run.id} and m.match_id = matching.match_id_of(s.kind, s.left_id, s.right_id)
      and m.to_release = ${CURRENT}`;
  await sql`
    insert into matching.match (match_id, from_release, version, digest, kind, relation, status, method, confidence, left_id,
      right_id, left_level, left_region_code, evidence, machine_method, machine_relation, machine_confidence,
      machine_status, band, run_id)
    select made.match_id, ${release},
      1 + coalesce((select max(o.version) from matching.match o where o.match_id = made.match_id), 0), '', s.kind,
      s.relation, s.status, s.method, s.confidence, s.left_id, s.right_id, l.level, l.region_code, s.evidence, s.method,
      s.relation, s.confidence, s.status, s.band, s.run_id
    from matching.staged_edge s
    join matching.item l on l.item_id = s.left_id and l.to_release = ${CURRENT}
    cross join lateral (select matching.match_id_of(s.kind, s.left_id, s.right_id) as match_id) made
    where s.run_id = ${run.id} and s.relation is not null`;
};

/** Lets decisions rule the new links, and those whose day has come come back to review. */
const settle = async (sql: TransactionSql, run: OpenRun, release: number, day: string): Promise<void> => {
  await sql`
    with lefts as (
      select array(
        select left_id from matching.staged_edge where run_id = ${run.id}
        union select d.left_id from matching.decision d where d.deferred_until <= ${day}) as ids
    )
    select matching.settle(ids, ${release}, ${day}), matching.adopt(ids, ${release}) from lefts`;
};

const countChanges = async (sql: TransactionSql, release: number) => {
  const [row] = await sql<{ opened: number; closed: number; keys: string[] }[]>`
    select count(*) filter (where m.from_release = ${release})::int as opened,
      count(*) filter (where m.to_release = ${release})::int as closed,
      coalesce(array_agg(distinct c.catalog_key order by c.catalog_key), '{}') as keys
    from matching.match m
    left join matching.item l on l.item_id = m.left_id and l.to_release = ${CURRENT}
    left join reference.catalog c on c.catalog_id = l.catalog_id and c.to_release = ${CURRENT}
    where m.from_release = ${release} or m.to_release = ${release}`;
  return row ?? { opened: 0, closed: 0, keys: [] };
};

const endRun = async (sql: TransactionSql, run: OpenRun, release: number | undefined, now: string) => {
  await sql`
    update matching.block_state s set release = ${run.baseRelease} from matching.block b
    where b.run_id = ${run.id} and (s.kind, s.catalog_id, s.right_catalog_id, s.region_code)
      = (b.kind, b.catalog_id, b.right_catalog_id, b.region_code)`;
  await sql`delete from matching.staged_edge where run_id = ${run.id}`;
  await sql`
    update matching.run set status = 'DONE', ended_at = ${now}, release = ${release ?? null},
      stats = (select jsonb_build_object('blocks', count(*), 'items', coalesce(sum(items), 0),
        'judged', coalesce(sum(judged), 0), 'reused', coalesce(sum(reused), 0),
        'sure', coalesce(sum((stats ->> 'sure')::int), 0), 'auto', coalesce(sum((stats ->> 'auto')::int), 0),
        'review', coalesce(sum((stats ->> 'review')::int), 0), 'none', coalesce(sum((stats ->> 'none')::int), 0))
        from matching.block where run_id = ${run.id})
    where run_id = ${run.id}`;
};

const alreadyEnded = async (sql: TransactionSql, run: OpenRun): Promise<FinishedRun | undefined> => {
  const [row] = await sql<{ status: string; release: number | null; reason: string | null }[]>`
    select status, release, coalesce(stats ->> 'detail', stats ->> 'reason') as reason from matching.run where run_id = ${run.id} for update`;
  if (row?.status === 'RUNNING') return undefined;
  if (row?.status === 'FAILED') throw new Error(`匹配运行已中止：${row.reason ?? ''}`);
  return { release: row?.release ?? undefined, ...(await countChanges(sql, row?.release ?? 0)) };
};

/**
 * Publishes what the blocks of a run have found, people's decisions laid over it, as one release; where nothing changed
 * there is none. Whichever process comes last may call it, and any number of times: it is done once.
 */
export const finishRun = async (sql: Sql, run: OpenRun, now: string): Promise<FinishedRun> => {
  const finished = (await sql.begin(async (transaction): Promise<FinishedRun> => {
    await lockReleases(transaction);
    const ended = await alreadyEnded(transaction, run);
    if (ended !== undefined) return ended;
    const [left] = await transaction`
      select 1 from matching.block where run_id = ${run.id} and status = 'WAITING' limit 1`;
    if (left !== undefined) throw new Error('a run with blocks left cannot be finished');
    const release = await nextRelease(transaction);
    await transaction`analyze matching.staged_edge`;
    await dropOutdated(transaction, run);
    await applyStaged(transaction, run, release);
    // Rows the statistics do not know yet would be joined one by one.
    await transaction`analyze matching.match, matching.decision`;
    await settle(transaction, run, release, dayInChina(new Date(now)));
    const { opened, closed, keys } = await countChanges(transaction, release);
    const made = opened + closed > 0 ? release : undefined;
    await endRun(transaction, run, made, now);
    await dropUnusedReferences(transaction);
    if (made !== undefined) {
      const note = `匹配运行：新的对应关系 ${opened} 条，撤下 ${closed} 条`;
      const lists = keys.map((key) => ({ key, added: 0, changed: 0, removed: 0 }));
      await recordLists(transaction, { subject: undefined, action: 'MATCH', release, now }, lists);
      await writeRelease(transaction, { number: release, now, note, lists });
    }
    return { release: made, opened, closed };
  })) as FinishedRun;
  // A reader that does not move on in time keeps nobody from working on.
  if (finished.release !== undefined) await awaitReaders(sql, finished.release);
  return finished;
};
