import type { Sql } from '../../db/client.ts';
import type { Page } from '../connection.ts';
import type { RegionRange } from '../region-range.ts';
import type { Fragment } from './condition-queries.ts';
import { type EdgeKind, MATCH_COLUMNS, type MatchRow } from './match-row.ts';
import type { Rewrite } from './queue-group.ts';

export const QUEUE_STATUSES = ['REVIEW', 'CONFLICT', 'STALE_EVIDENCE', 'DEFERRED'] as const;

export type QueueOrder = 'NEAREST_TO_EVEN' | 'REGION' | 'CONFIDENCE';

/** Which undecided links of a release are wanted. */
export interface QueueFilter {
  readonly kind: EdgeKind | undefined;
  readonly region: RegionRange | undefined;
  readonly catalog: string | undefined;
  readonly statuses: readonly string[];
  /** YYYY-MM-DD: deferred links count whose day has come by then; undefined: all of them. */
  readonly dueBy: string | undefined;
  /** Only links between these two names. */
  readonly rewrite: Rewrite | undefined;
}

/** A link with what its region order needs. */
export type QueuedMatch = MatchRow & { readonly region: string };

/** How a page behind a row begins, and how the rows are sorted. */
const ORDERS: Readonly<
  Record<
    QueueOrder,
    { readonly by: string; readonly behind: (sql: Sql, keys: readonly unknown[]) => Fragment }
  >
> = {
  NEAREST_TO_EVEN: {
    by: 'abs(m.confidence - 0.5), m.match_id',
    behind: (sql, [distance, id]) =>
      sql`(abs(m.confidence - 0.5), m.match_id) > (${Number(distance)}::float8, ${String(id)})`,
  },
  CONFIDENCE: {
    by: '1 - m.confidence, m.match_id',
    behind: (sql, [doubt, id]) =>
      sql`(1 - m.confidence, m.match_id) > (${Number(doubt)}::float8, ${String(id)})`,
  },
  REGION: {
    by: 'm.left_region_code, m.left_id, m.match_id',
    behind: (sql, [region, left, id]) =>
      sql`(m.left_region_code, m.left_id, m.match_id) > (${String(region)}, ${String(left)}, ${String(id)})`,
  },
};

/** The condition on a link, for the alias `m`, that it waits in a release and is wanted. */
export const queueConditions = (
  sql: Sql,
  release: number,
  { kind, region, catalog, statuses, dueBy, rewrite }: QueueFilter,
): Fragment => {
  const isItem = (side: 'left_id' | 'right_id', condition: Fragment) => sql`and exists (
    select from matching.item i where i.item_id = m.${sql(side)} and ${condition}
      and i.from_release <= ${release} and i.to_release > ${release})`;
  return sql`
    m.from_release <= ${release} and m.to_release > ${release}
    and m.status in ('REVIEW', 'CONFLICT', 'STALE_EVIDENCE', 'DEFERRED') and m.status = any(${statuses})
    ${kind === undefined ? sql`` : sql`and m.kind = ${kind}`}
    ${region === undefined ? sql`` : sql`and m.left_region_code between ${region.from} and ${region.to}`}
    ${catalog === undefined ? sql`` : isItem('left_id', sql`i.catalog_id = ${catalog}`)}
    ${
      rewrite === undefined
        ? sql``
        : sql`and m.kind = ${rewrite.kind} ${isItem('left_id', sql`i.name_key = ${rewrite.leftKey}`)}
          ${isItem('right_id', sql`i.name_key = ${rewrite.rightKey}`)}`
    }
    ${
      dueBy === undefined
        ? sql``
        : sql`and (m.status <> 'DEFERRED' or exists (
          select from matching.decision d where d.decision_id = m.decision_id and d.deferred_until <= ${dueBy}::date))`
    }`;
};

/** The statements behind the queue; its partial index holds the few links among millions that wait for a person. */
export const createQueueQueries = (sql: Sql) => {
  const conditions = (release: number, filter: QueueFilter): Fragment =>
    queueConditions(sql, release, filter);
  return {
    list: (release: number, filter: QueueFilter, order: QueueOrder, { first, after }: Page) => sql<
      QueuedMatch[]
    >`
      select ${sql.unsafe(MATCH_COLUMNS)}, m.left_region_code as region from matching.match m
      where ${conditions(release, filter)} ${after === undefined ? sql`` : sql`and ${ORDERS[order].behind(sql, after)}`}
      order by ${sql.unsafe(ORDERS[order].by)} limit ${first + 1}`,
    count: async (release: number, filter: QueueFilter): Promise<number> => {
      const [row] = await sql<{ count: number }[]>`
        select count(*)::int as count from matching.match m where ${conditions(release, filter)}`;
      return row?.count ?? 0;
    },
  };
};

export type QueueQueries = ReturnType<typeof createQueueQueries>;
