import type { Sql } from '../db/client.ts';

/** One decision as it was made, and whether it still rules. */
export interface DecisionRecord {
  readonly decision: string;
  readonly kind: string;
  readonly left: string;
  readonly leftName: string | null;
  readonly right: string | null;
  readonly rightName: string | null;
  readonly verdict: string;
  readonly relation: string | null;
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedAt: string;
  readonly deferredUntil: string | null;
  readonly supersedes: string | null;
  readonly revokes: string | null;
  readonly revokedBy: string | null;
  readonly release: number;
}

/** Every decision ever made, the newest first; of one item where its id is given. */
export const decisionHistory = async (sql: Sql, item?: string): Promise<readonly DecisionRecord[]> => {
  const nameOf = (column: 'left_id' | 'right_id') => sql`(
    select task_name from matching.item where item_id = d.${sql(column)} order by from_release desc limit 1)`;
  return await sql<DecisionRecord[]>`
    select d.decision_id as decision, d.kind, d.left_id as left, ${nameOf('left_id')} as "leftName", d.right_id as right,
      ${nameOf('right_id')} as "rightName", d.verdict, d.relation, d.reason, d.decided_by as "decidedBy",
      to_char(d.decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "decidedAt",
      to_char(d.deferred_until, 'YYYY-MM-DD') as "deferredUntil", d.supersedes, d.revokes,
      (select x.decision_id from matching.decision x where x.revokes = d.decision_id) as "revokedBy", d.release
    from matching.decision d
    ${item === undefined ? sql`` : sql`where d.left_id = ${item} or d.right_id = ${item}`}
    order by d.ordinal desc`;
};
