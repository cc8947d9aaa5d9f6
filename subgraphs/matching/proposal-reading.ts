import { grantsFor } from '../../catalog/authority/may.ts';
import type { Writer } from '../../catalog/authority/writer.ts';
import type { Level } from '../../catalog/levels.ts';
import { regionSubtreeRange } from '../../catalog/regions.ts';
import type { Sql, TransactionSql } from '../../db/client.ts';
import type { Page } from '../connection.ts';
import type { RegionRange } from '../region-range.ts';
import { readAs } from './as-writer.ts';
import type { Claims } from './claims.ts';
import type { EdgeKind } from './match-row.ts';

export type ProposalState = 'OPEN' | 'ACCEPTED' | 'REJECTED';

/** What somebody has proposed, and what became of it. */
export interface ProposalRow {
  readonly id: string;
  readonly kind: EdgeKind;
  readonly leftId: string;
  readonly rightId: string | null;
  readonly verdict: string;
  readonly relation: string | null;
  readonly reason: string;
  readonly deferredUntil: string | null;
  readonly ifVersion: number | null;
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly regionCode: string;
  readonly level: Level;
  readonly state: ProposalState;
  readonly settledBy: string | null;
  readonly settledAt: string | null;
  readonly settledReason: string | null;
  readonly decisionId: string | null;
}

/** Which proposals of those a writer may see. */
export interface ProposalFilter {
  readonly region: RegionRange | undefined;
  readonly state: ProposalState | undefined;
}

const COLUMNS = `p.request_id::text as id, p.kind, p.left_id as "leftId", p.right_id as "rightId", p.verdict, p.relation, p.reason,
  p.deferred_until::text as "deferredUntil", p.if_version as "ifVersion", p.actor as "proposedBy",
  p.asked_at::text as "proposedAt", p.region_code as "regionCode", p.level,
  case when s.request_id is null then 'OPEN' when s.accepts then 'ACCEPTED' else 'REJECTED' end as state,
  s.actor as "settledBy", s.asked_at::text as "settledAt", s.reason as "settledReason", c.decision_id as "decisionId"`;

/** What one of several grants opens, as the database compares it. */
const opened = (writer: Writer | undefined) =>
  (writer === undefined ? [] : grantsFor(writer, 'Query.proposals')).map(({ region, levels }) => ({
    ...regionSubtreeRange(region),
    levels,
  }));

/** The statements that read proposals: those of the regions and levels of a writer, and no others. */
export const createProposalReading = (sql: Sql, claims: Claims) => {
  const as = <Read>(
    writer: Writer | undefined,
    read: (transaction: TransactionSql) => Promise<Read>,
  ): Promise<Read> => readAs(sql, { writer, isTrusted: !claims.areChecked }, read);
  /** Only what was granted when it was asked for is a proposal; the policies hide what is not the writer's besides. */
  const from = (transaction: TransactionSql, writer: Writer | undefined) => transaction`
    from matching.request p
    join matching.outcome o on o.request_id = p.request_id
    left join matching.outcome c on c.settles = p.request_id
    left join matching.request s on s.request_id = c.request_id
    where p.action = 'PROPOSE' ${
      claims.areChecked
        ? transaction`and exists (
            select from jsonb_to_recordset(${transaction.json(opened(writer) as never)}) as g ("from" text, "to" text, levels jsonb)
            where p.region_code >= g."from" collate "C" and p.region_code <= g."to" collate "C" and g.levels ? p.level)`
        : transaction``
    }`;
  const chosen = (transaction: TransactionSql, { region, state }: ProposalFilter) => transaction`
    ${region === undefined ? transaction`` : transaction`and p.region_code >= ${region.from} and p.region_code <= ${region.to}`}
    ${state === undefined ? transaction`` : transaction`and case when s.request_id is null then 'OPEN' when s.accepts then 'ACCEPTED' else 'REJECTED' end = ${state}`}`;
  const seen = async (
    transaction: TransactionSql,
    writer: Writer | undefined,
    id: string,
  ): Promise<ProposalRow | undefined> => {
    const [row] = await transaction<ProposalRow[]>`
      select ${transaction.unsafe(COLUMNS)} ${from(transaction, writer)} and p.request_id = ${id}::uuid`;
    return row;
  };
  return {
    /** One proposal, in a transaction that has become the writer's. */
    seen,
    byId: (writer: Writer | undefined, id: string): Promise<ProposalRow | undefined> =>
      as(writer, (transaction) => seen(transaction, writer, id)),
    list: (writer: Writer | undefined, filter: ProposalFilter, { first, after }: Page) =>
      as(writer, async (transaction) => [
        ...(await transaction<ProposalRow[]>`
            select ${transaction.unsafe(COLUMNS)} ${from(transaction, writer)} ${chosen(transaction, filter)}
              ${after === undefined ? transaction`` : transaction`and (p.asked_at, p.request_id) > (${String(after[0])}::timestamptz, ${String(after[1])}::uuid)`}
            order by p.asked_at, p.request_id limit ${first + 1}`),
      ]),
    count: (writer: Writer | undefined, filter: ProposalFilter): Promise<number> =>
      as(writer, async (transaction) => {
        const [row] = await transaction<{ count: number }[]>`
          select count(*)::int as count ${from(transaction, writer)} ${chosen(transaction, filter)}`;
        return row?.count ?? 0;
      }),
  };
};

export type ProposalReading = ReturnType<typeof createProposalReading>;
