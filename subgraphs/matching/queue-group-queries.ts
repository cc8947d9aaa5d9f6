import type { Sql } from '../../db/client.ts';
import type { Page } from '../connection.ts';
import type { EdgeKind } from './match-row.ts';
import { type QueueFilter, queueConditions } from './queue-queries.ts';

/** Undecided links that are one rewrite of a name into another. */
export interface QueueGroupRow {
  readonly kind: EdgeKind;
  readonly leftKey: string;
  readonly rightKey: string;
  readonly leftName: string;
  readonly rightName: string;
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

/** The statements behind the groups of the queue: all that waits is grouped, a page of the groups is read. */
export const createQueueGroupQueries = (sql: Sql) => {
  const groups = (release: number, filter: QueueFilter) => sql`
    select m.kind, l.name_key, r.name_key as right_key, count(*)::int as links, count(distinct m.left_id)::int as items,
      avg(m.confidence) as confidence, sum(${sql.unsafe(UNCERTAINTY)})::int as information,
      (array_agg(m.match_id order by abs(m.confidence - 0.5), m.match_id))[1] as example_id
    from matching.match m
    join matching.item l on l.item_id = m.left_id and l.from_release <= ${release} and l.to_release > ${release}
    join matching.item r on r.item_id = m.right_id and r.from_release <= ${release} and r.to_release > ${release}
    where ${queueConditions(sql, release, filter)} group by m.kind, l.name_key, r.name_key`;
  return {
    list: (release: number, filter: QueueFilter, { first, after }: Page) => sql<QueueGroupRow[]>`
      select g.kind, g.name_key as "leftKey", g.right_key as "rightKey", n.normalized_name as "leftName",
        o.normalized_name as "rightName", g.links, g.items, g.confidence, g.information, g.example_id as "exampleId"
      from (select * from (${groups(release, filter)}) every
        ${
          after === undefined
            ? sql``
            : sql`where (-information, kind, name_key, right_key)
            > (${-Number(after[0])}::int, ${String(after[1])}, ${String(after[2])}, ${String(after[3])})`
        }
        order by -information, kind, name_key, right_key limit ${first + 1}) g
      join matching.name n on n.name_key = g.name_key join matching.name o on o.name_key = g.right_key
      order by -g.information, g.kind, g.name_key, g.right_key`,
    count: async (release: number, filter: QueueFilter): Promise<number> => {
      const [row] = await sql<{ count: number }[]>`
        select count(*)::int as count from (${groups(release, filter)}) every`;
      return row?.count ?? 0;
    },
  };
};

export type QueueGroupQueries = ReturnType<typeof createQueueGroupQueries>;
