import type { Sql } from '../../db/client.ts';
import type { Page } from '../connection.ts';
import type { EdgeKind } from './match-row.ts';

/** How far blocks have come and how their items fared. */
export interface RunCounts {
  readonly blocks: number;
  readonly blocksDone: number;
  readonly items: number;
  readonly judged: number;
  readonly reused: number;
  readonly sure: number;
  readonly auto: number;
  readonly review: number;
  readonly none: number;
}

export interface RunRow {
  readonly id: string;
  readonly mode: string;
  readonly status: string;
  readonly lists: readonly string[] | null;
  readonly modelVersion: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly baseRelease: number;
  readonly release: number | null;
  readonly requestedBy: string | null;
  /** Why it failed, as it is stored. */
  readonly reason: string | null;
}

/** The counts of one kind of block in a run. */
export type RunKindRow = RunCounts & { readonly runId: string; readonly kind: EdgeKind };

const COLUMNS = `r.run_id as id, r.mode, r.status,
  case when r.scope ? 'lists' then array(select jsonb_array_elements_text(r.scope -> 'lists')) end as lists,
  r.model_version as "modelVersion", r.started_at::text as "startedAt", r.ended_at::text as "endedAt",
  r.base_release as "baseRelease", r.release, r.requested_by as "requestedBy",
  r.stats ->> 'reason' as reason`;

const COUNTS = `count(*)::int as blocks, (count(*) filter (where b.status = 'DONE'))::int as "blocksDone",
  coalesce(sum(b.items), 0)::int as items, coalesce(sum(b.judged), 0)::int as judged,
  coalesce(sum(b.reused), 0)::int as reused, coalesce(sum((b.stats ->> 'sure')::int), 0)::int as sure,
  coalesce(sum((b.stats ->> 'auto')::int), 0)::int as auto, coalesce(sum((b.stats ->> 'review')::int), 0)::int as review,
  coalesce(sum((b.stats ->> 'none')::int), 0)::int as none`;

/** The statements that read runs. Runs belong to no release: all show the newest state. */
export const createRunQueries = (sql: Sql) => {
  const columns = sql.unsafe(COLUMNS);
  const counts = sql.unsafe(COUNTS);
  return {
    byIds: (ids: readonly string[]) => sql<RunRow[]>`
      select ${columns} from matching.run r where r.run_id = any(${ids})`,
    list: ({ first, after }: Page) => sql<RunRow[]>`
      select ${columns} from matching.run r
      ${after === undefined ? sql`` : sql`where (r.started_at, r.run_id) < (${String(after[0])}::timestamptz, ${String(after[1])})`}
      order by r.started_at desc, r.run_id desc limit ${first + 1}`,
    count: async (): Promise<number> => {
      const [row] = await sql<{ count: number }[]>`select count(*)::int as count from matching.run`;
      return row?.count ?? 0;
    },
    newest: async (): Promise<RunRow | null> => {
      const [row] = await sql<RunRow[]>`
        select ${columns} from matching.run r where r.status = 'DONE' order by r.ended_at desc, r.run_id desc limit 1`;
      return row ?? null;
    },
    kindsOf: (ids: readonly string[]) => sql<RunKindRow[]>`
      select b.run_id as "runId", b.kind, ${counts} from matching.block b where b.run_id = any(${ids})
      group by b.run_id, b.kind order by b.run_id, array_position(array['REFERENCE', 'SOURCE', 'COUNTERPART', 'MAIN'], b.kind)`,
    /** The newest counts of every block, whichever run they come from: incremental runs leave most blocks alone. */
    newestOfBlocks: async (kind: EdgeKind | undefined): Promise<RunCounts | null> => {
      const [row] = await sql<RunCounts[]>`
        select ${counts} from (
          select distinct on (b.kind, b.catalog_id, b.right_catalog_id, b.region_code) b.*
          from matching.block b join matching.run r using (run_id)
          where b.status = 'DONE' and r.status = 'DONE' ${kind === undefined ? sql`` : sql`and b.kind = ${kind}`}
          order by b.kind, b.catalog_id, b.right_catalog_id, b.region_code, r.ended_at desc
        ) b`;
      return row === undefined || row.blocks === 0 ? null : row;
    },
  };
};

export type RunQueries = ReturnType<typeof createRunQueries>;
