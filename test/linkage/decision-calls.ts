import type { Sql, TransactionSql } from '../../db/client.ts';
import { CURRENT } from '../../db/version.ts';
import { NOW } from '../support/lists.ts';

export interface Request {
  readonly kind: string;
  readonly left: string;
  readonly right?: string;
  readonly verdict: string;
  readonly relation?: string;
  readonly reason: string;
  readonly deferredUntil?: string;
  readonly ifVersion?: number;
}

export interface Answer {
  readonly result: string;
  readonly decision: string | null;
  readonly version: number | null;
  readonly release: number | null;
}

/** Decides as a person does, through the one function there is. */
export const decide = async (
  sql: Sql | TransactionSql,
  requests: readonly Request[],
  actor = '张三',
  key: string | null = null,
): Promise<readonly Answer[]> => [
  ...(await sql<Answer[]>`
    select result, decision_id as decision, version, release
    from matching.decide(${sql.json(requests as never)}, ${actor}, ${NOW}, ${key})`),
];

export const revoke = async (sql: Sql, decision: string): Promise<readonly Answer[]> => [
  ...(await sql<Answer[]>`
    select result, decision_id as decision, version, release
    from matching.revoke(${decision}, '看错了', '张三', ${NOW})`),
];

/** The partners of an item and their states, as a release has them. */
export const linksOf = async (
  sql: Sql,
  left: string,
  release = CURRENT - 1,
): Promise<Readonly<Record<string, string>>> => {
  const rows = await sql<{ right: string; status: string }[]>`
    select right_id as right, status from matching.match
    where left_id = ${left} and from_release <= ${release} and to_release > ${release} order by 1`;
  return Object.fromEntries(rows.map((row) => [row.right, row.status]));
};

export interface MachineLink {
  readonly left: string;
  readonly right: string;
  readonly status: string;
  readonly confidence: number;
  readonly relation?: string;
  readonly method?: string;
  readonly kind?: string;
}

/** Stores links as a run leaves them. */
export const storeMachineLinks = async (sql: Sql, links: readonly MachineLink[]): Promise<void> => {
  for (const {
    left,
    right,
    status,
    confidence,
    relation = 'EQUIVALENT',
    method = 'MODEL',
    kind = 'REFERENCE',
  } of links) {
    await sql`
      insert into matching.match (match_id, from_release, version, digest, kind, relation, status, method, confidence, left_id,
        right_id, left_level, left_region_code, machine_method, machine_relation, machine_confidence, machine_status, band)
      select matching.match_id_of(${kind}, ${left}, ${right}), 1, 1, '', ${kind}, ${relation}, ${status}, ${method}, ${confidence},
        item_id, ${right}, level, region_code, ${method}, ${relation}, ${confidence}, ${status},
        ${status === 'ACCEPTED' ? 'AUTO' : 'REVIEW'}
      from matching.item where item_id = ${left}`;
  }
};
