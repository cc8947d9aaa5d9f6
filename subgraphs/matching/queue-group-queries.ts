import type { Sql } from '../../db/client.ts';
import type { EdgeKind } from './match-row.ts';
import { type QueueFilter, queueConditions } from './queue-queries.ts';

/** Undecided links that are one rewrite of a name into another. */
export interface QueueGroupRow {
  readonly kind: EdgeKind;
  readonly leftKey: string;
  readonly rightKey: string;
  readonly links: number;
  readonly items: number;
  readonly confidence: number;
  /** Thousandths of a bit, a whole number: it orders pages, and must be the same sum whatever its order. */
  readonly information: number;
  /** The link of the group that is nearest to even. */
  readonly exampleId: string;
}

/** How uncertain the machine is of a link: 1000 at even, 0 where it is sure. */
const UNCERTAINTY = `case when m.confidence <= 0 or m.confidence >= 1 then 0 else round((-1000 / ln(2)
  * (m.confidence * ln(m.confidence) + (1 - m.confidence) * ln(1 - m.confidence)))::numeric)::int end`;

/** The statements behind the groups of the queue. */
export const createQueueGroupQueries = (sql: Sql) => ({
  /** All groups, in no order: half a second where 50,000 links wait. */
  all: (release: number, filter: QueueFilter) => sql<QueueGroupRow[]>`
    select m.kind, l.name_key as "leftKey", r.name_key as "rightKey", count(*)::int as links,
      count(distinct m.left_id)::int as items, avg(m.confidence) as confidence,
      sum(${sql.unsafe(UNCERTAINTY)})::int as information,
      (array_agg(m.match_id order by abs(m.confidence - 0.5), m.match_id))[1] as "exampleId"
    from matching.match m
    join matching.item l on l.item_id = m.left_id and l.from_release <= ${release} and l.to_release > ${release}
    join matching.item r on r.item_id = m.right_id and r.from_release <= ${release} and r.to_release > ${release}
    where ${queueConditions(sql, release, filter)} group by m.kind, l.name_key, r.name_key`,
  names: (keys: readonly string[]) => sql<{ key: string; name: string }[]>`
    select name_key as key, normalized_name as name from matching.name where name_key = any(${keys})`,
});

export type QueueGroupQueries = ReturnType<typeof createQueueGroupQueries>;
