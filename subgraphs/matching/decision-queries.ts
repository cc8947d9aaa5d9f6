import type { Sql } from '../../db/client.ts';
import type { Page } from '../connection.ts';
import type { EdgeKind } from './match-row.ts';

/** A decision as it was made, and what has taken it back by the release. */
export interface DecisionRow {
  readonly id: string;
  /** Its place among the decisions of one call. */
  readonly place: number;
  readonly kind: EdgeKind;
  readonly leftId: string;
  readonly rightId: string | null;
  readonly verdict: string;
  readonly relation: string | null;
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedAt: string;
  readonly deferredUntil: string | null;
  readonly supersedesId: string | null;
  readonly revokesId: string | null;
  readonly revokedById: string | null;
  readonly release: number;
}

export type OwnedDecision = DecisionRow & { readonly owner: string };

/** Decisions shown beside one link at most; an item about which there are more is a quarrel. */
const MOST_DECISIONS = 100;

/** The statements that read decisions, none later than the release. */
export const createDecisionQueries = (sql: Sql) => {
  const columns = (release: number) => sql`
    d.decision_id as id, d.place, d.kind, d.left_id as "leftId", d.right_id as "rightId", d.verdict,
    d.relation, d.reason, d.decided_by as "decidedBy", d.decided_at::text as "decidedAt",
    d.deferred_until::text as "deferredUntil", d.supersedes as "supersedesId", d.revokes as "revokesId",
    (select x.decision_id from matching.decision x where x.revokes = d.decision_id and x.release <= ${release})
      as "revokedById", d.release`;
  const about = (release: number, item: string | undefined) => sql`
    d.release <= ${release} ${item === undefined ? sql`` : sql`and (d.left_id = ${item} or d.right_id = ${item})`}`;
  return {
    byIds: (release: number, ids: readonly string[]) => sql<DecisionRow[]>`
      select ${columns(release)} from matching.decision d where d.decision_id = any(${ids}) and d.release <= ${release}`,
    /** The decisions about the left item of each link, in the link's kind, the newest first. */
    ofMatches: (release: number, matches: readonly string[]) => sql<OwnedDecision[]>`
      select m.match_id as owner, found.* from matching.match m
      cross join lateral (
        select ${columns(release)} from matching.decision d
        where d.left_id = m.left_id and d.kind = m.kind and d.release <= ${release}
        order by d.release desc, d.place desc limit ${sql.unsafe(String(MOST_DECISIONS))}
      ) found
      where m.match_id = any(${matches}) and m.from_release <= ${release} and m.to_release > ${release}`,
    list: (release: number, item: string | undefined, { first, after }: Page) => sql<DecisionRow[]>`
      select ${columns(release)} from matching.decision d
      where ${about(release, item)} ${after === undefined ? sql`` : sql`and (d.release, d.place) < (${Number(after[0])}, ${Number(after[1])})`}
      order by d.release desc, d.place desc limit ${first + 1}`,
    count: async (release: number, item: string | undefined): Promise<number> => {
      const [row] = await sql<{ count: number }[]>`
        select count(*)::int as count from matching.decision d where ${about(release, item)}`;
      return row?.count ?? 0;
    },
  };
};

export type DecisionQueries = ReturnType<typeof createDecisionQueries>;
