import type { Sql, TransactionSql } from '../db/client.ts';
import type { Block } from './blocks.ts';
import type { MachineLink } from './links.ts';
import { failRun, type OpenRun } from './runs.ts';
import { readState, writeState } from './stored-state.ts';
import type { BlockWorker } from './work-block.ts';

/** How far a run has come: blocks and items done, of all processes together. */
export interface RunProgress {
  readonly blocks: number;
  readonly blocksDone: number;
  readonly weight: number;
  readonly weightDone: number;
}

const claim = async (sql: TransactionSql, run: OpenRun): Promise<Block | undefined> => {
  const [block] = await sql<Block[]>`
    select b.kind, b.catalog_id as "catalogId", b.right_catalog_id as "rightCatalogId", b.region_code as "regionCode",
      b.weight
    from matching.block b join matching.run r using (run_id)
    where b.run_id = ${run.id} and b.status = 'WAITING' and r.status = 'RUNNING'
    order by b.kind, b.right_catalog_id, b.region_code, b.weight desc, b.catalog_id
    limit 1 for update of b skip locked`;
  return block;
};

const stage = async (
  sql: TransactionSql,
  run: OpenRun,
  kind: string,
  put: readonly MachineLink[],
  drop: readonly MachineLink[],
): Promise<void> => {
  const rows = [...put, ...drop.map(({ left, right }) => ({ left, right }))];
  for (let from = 0; from < rows.length; from += 2_000) {
    await sql`
      insert into matching.staged_edge
        (run_id, kind, left_id, right_id, method, relation, confidence, status, band, evidence)
      select ${run.id}, ${kind}, s."left", s."right", s.method, s.relation, s.confidence, s.status, s.band,
        nullif(s.evidence, 'null'::jsonb)
      from jsonb_to_recordset(${sql.json(rows.slice(from, from + 2_000) as never)}) as s("left" text, "right" text,
        method text, relation text, confidence float8, status text, band text, evidence jsonb)`;
  }
};

/**
 * Does one block: the lock on its row is held while it is worked on, so that the block of a process that dies is there
 * for the next one at once. Its links, its state and that it is done are one transaction. False: none is to be had.
 */
const workOnOne = async (sql: Sql, run: OpenRun, work: BlockWorker): Promise<boolean> =>
  (await sql.begin(async (transaction) => {
    await transaction`set local idle_in_transaction_session_timeout = 0`;
    const block = await claim(transaction, run);
    if (block === undefined) return false;
    const previous = run.mode === 'FULL' ? undefined : await readState(transaction, block);
    const { put, drop, state, counts } = await work(transaction, block, run.baseRelease, previous);
    await stage(transaction, run, block.kind, put, drop);
    await writeState(transaction, block, run.modelVersion, state);
    const { items, judged, reused, ...stats } = counts;
    await transaction`
      update matching.block set status = 'DONE', items = ${items}, judged = ${judged}, reused = ${reused},
        stats = ${transaction.json(stats)}
      where run_id = ${run.id} and kind = ${block.kind} and catalog_id = ${block.catalogId}
        and right_catalog_id = ${block.rightCatalogId} and region_code = ${block.regionCode}`;
    return true;
  })) as boolean;

/**
 * Waits for the processes that still work on blocks, by asking for the locks they hold. True when a block is left after
 * that: its process has died.
 */
const waitForOthers = async (sql: Sql, run: OpenRun): Promise<boolean> => {
  const left = await sql`
    select 1 from matching.block b join matching.run r using (run_id)
    where b.run_id = ${run.id} and b.status = 'WAITING' and r.status = 'RUNNING' limit 1 for update of b`;
  return left.length > 0;
};

export const readProgress = async (sql: Sql, run: OpenRun): Promise<RunProgress> => {
  const [row] = await sql<RunProgress[]>`
    select count(*)::int as blocks, count(*) filter (where status = 'DONE')::int as "blocksDone",
      coalesce(sum(weight), 0)::int as weight, coalesce(sum(weight) filter (where status = 'DONE'), 0)::int as "weightDone"
    from matching.block where run_id = ${run.id}`;
  return row ?? { blocks: 0, blocksDone: 0, weight: 0, weightDone: 0 };
};

/** Works on a run beside whoever else does, until no block is left; a bug in a block ends the run for all. */
export const workOnRun = async (
  sql: Sql,
  run: OpenRun,
  work: BlockWorker,
  onProgress: (progress: RunProgress) => void = () => undefined,
): Promise<void> => {
  try {
    for (;;) {
      while (await workOnOne(sql, run, work)) onProgress(await readProgress(sql, run));
      if (!(await waitForOthers(sql, run))) return;
    }
  } catch (error) {
    await failRun(sql, run.id, 'INTERNAL', error instanceof Error ? error.message : String(error)).catch(
      (second: unknown) => {
        // The run stays open for the next process; both failures are for whoever looks at this one.
        throw new AggregateError([error, second], 'a run failed, and its end could not be stored', {
          cause: error,
        });
      },
    );
    throw error;
  }
};
