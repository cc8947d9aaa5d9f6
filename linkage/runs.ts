import { randomUUID } from 'node:crypto';
import type { RunFailureCode } from '../catalog/run-failures.ts';
import type { Sql, TransactionSql } from '../db/client.ts';
import type { Block } from './blocks.ts';
import { listsNamed, planBlocks } from './plan.ts';

export type RunMode = 'FULL' | 'INCREMENTAL';

/** A run whose blocks are there to be done. */
export interface OpenRun {
  readonly id: string;
  readonly mode: RunMode;
  readonly modelVersion: string;
  readonly baseRelease: number;
}

const RUN_COLUMNS = `run_id as id, mode, model_version as "modelVersion", base_release as "baseRelease"`;

const newestRelease = async (sql: Sql | TransactionSql): Promise<number> => {
  const [row] = await sql<{ number: number | null }[]>`select max(number) as number from release.release`;
  return row?.number ?? 0;
};

const writeBlocks = async (sql: TransactionSql, id: string, blocks: readonly Block[]): Promise<void> => {
  await sql`
    insert into matching.block (run_id, kind, catalog_id, right_catalog_id, region_code, weight, status)
    select ${id}, b.kind, b."catalogId", b."rightCatalogId", b."regionCode", b.weight, 'WAITING'
    from jsonb_to_recordset(${sql.json(blocks as never)}) as b(
      kind text, "catalogId" text, "rightCatalogId" text, "regionCode" text, weight int)`;
};

export type OpenResult =
  | { readonly kind: 'OPEN'; readonly run: OpenRun; readonly blocks: number }
  | { readonly kind: 'NOTHING_TO_DO'; readonly release: number }
  | { readonly kind: 'NO_RELEASE' }
  | { readonly kind: 'NO_SUCH_LIST'; readonly missing: readonly string[] };

export interface RunWish {
  readonly mode: RunMode;
  readonly lists?: readonly string[];
  readonly modelVersion: string;
  readonly now: string;
}

/** What a run would do now, without opening one. */
export const planRun = async (sql: Sql | TransactionSql, wish: RunWish) => {
  const release = await newestRelease(sql);
  if (release === 0) return { kind: 'NO_RELEASE' } as const;
  const { missing } = await listsNamed(sql, wish.lists ?? []);
  if (missing.length > 0) return { kind: 'NO_SUCH_LIST', missing } as const;
  const blocks = await planBlocks(sql, { ...wish, lists: wish.lists, release });
  return { kind: 'PLANNED', release, blocks } as const;
};

/** Opens a run: from now on any process may work on its blocks. */
export const openRun = async (sql: Sql, wish: RunWish): Promise<OpenResult> =>
  (await sql.begin(async (transaction): Promise<OpenResult> => {
    const plan = await planRun(transaction, wish);
    if (plan.kind !== 'PLANNED') return plan;
    if (plan.blocks.length === 0) return { kind: 'NOTHING_TO_DO', release: plan.release };
    const id = `ru_${randomUUID().replaceAll('-', '').slice(0, 22)}`;
    const { mode, modelVersion, lists, now } = wish;
    await transaction`
      insert into matching.run (run_id, mode, scope, model_version, status, started_at, base_release)
      values (${id}, ${mode}, ${transaction.json(lists === undefined ? {} : { lists: [...lists] })}, ${modelVersion},
        'RUNNING', ${now}, ${plan.release})`;
    await writeBlocks(transaction, id, plan.blocks);
    return {
      kind: 'OPEN',
      run: { id, mode, modelVersion, baseRelease: plan.release },
      blocks: plan.blocks.length,
    };
  })) as OpenResult;

interface QueuedRun {
  readonly id: string;
  readonly mode: RunMode;
  readonly lists: readonly string[];
}

/** Opens a run that was asked for; one that cannot be planned (its list is gone) ends with the reason. */
const openQueuedRun = async (
  sql: TransactionSql,
  { id, mode, lists }: QueuedRun,
  modelVersion: string,
  now: string,
): Promise<OpenRun | undefined> => {
  const plan = await planRun(sql, { mode, modelVersion, now, ...(lists.length === 0 ? {} : { lists }) });
  if (plan.kind !== 'PLANNED') {
    const reason: RunFailureCode = plan.kind;
    await sql`
      update matching.run set status = 'FAILED', model_version = ${modelVersion}, ended_at = ${now},
        stats = ${sql.json({ reason })}
      where run_id = ${id}`;
    return undefined;
  }
  const { release: baseRelease, blocks } = plan;
  await sql`
    update matching.run set status = 'RUNNING', model_version = ${modelVersion}, base_release = ${baseRelease}
    where run_id = ${id}`;
  await writeBlocks(sql, id, blocks);
  return { id, mode, modelVersion, baseRelease };
};

/** Takes up the oldest run that was asked for and that can be planned; undefined when there is none. */
export const takeUpQueuedRun = async (
  sql: Sql,
  modelVersion: string,
  now: string,
): Promise<OpenRun | undefined> =>
  (await sql.begin(async (transaction): Promise<OpenRun | undefined> => {
    for (;;) {
      const [queued] = await transaction<QueuedRun[]>`
        select run_id as id, mode, array(select jsonb_array_elements_text(scope -> 'lists')) as lists from matching.run
        where status = 'QUEUED' order by started_at, run_id limit 1 for update skip locked`;
      if (queued === undefined) return undefined;
      const run = await openQueuedRun(transaction, queued, modelVersion, now);
      if (run !== undefined) return run;
    }
  })) as OpenRun | undefined;

/** The oldest run that is under way and was opened by this model. */
export const findOpenRun = async (sql: Sql, modelVersion: string): Promise<OpenRun | undefined> => {
  const [run] = await sql<OpenRun[]>`
    select ${sql.unsafe(RUN_COLUMNS)} from matching.run where status = 'RUNNING' and model_version = ${modelVersion}
    order by started_at, run_id limit 1`;
  return run;
};

/**
 * Ends a run without a result; whoever still works on it finds it ended. What the detail says is for whoever looks into
 * the database.
 */
export const failRun = async (
  sql: Sql,
  id: string,
  reason: RunFailureCode,
  detail?: string,
): Promise<void> => {
  await sql.begin(async (transaction) => {
    const [run] = await transaction`
      update matching.run set status = 'FAILED', ended_at = now(), stats = ${transaction.json(detail === undefined ? { reason } : { reason, detail })}
      where run_id = ${id} and status = 'RUNNING' returning run_id`;
    if (run !== undefined) await transaction`delete from matching.staged_edge where run_id = ${id}`;
  });
};

/** Ends the runs of other models that nobody will work on any more. */
export const failRunsOfOtherModels = async (sql: Sql, modelVersion: string): Promise<void> => {
  const left = await sql<{ id: string }[]>`
    select run_id as id from matching.run where status = 'RUNNING' and model_version <> ${modelVersion}`;
  for (const { id } of left) await failRun(sql, id, 'MODEL_CHANGED');
};
