import type { DecisionRequest } from '../catalog/decision-request.ts';
import type { DecisionResult } from '../catalog/decision-results.ts';
import type { Sql, TransactionSql } from '../db/client.ts';
import { recordTrail, type TrailLine, WHOLE_HUB } from '../db/record-trail.ts';

/** What has become of one request; release and decision are there where one was written. */
export interface DecisionAnswer {
  readonly result: Exclude<DecisionResult, 'BUSY'>;
  readonly decision: string | null;
  readonly match: string | null;
  /** Version of the link afterwards. */
  readonly version: number | null;
  readonly release: number | null;
}

export interface DecideOptions {
  /** The name of the person who decides. */
  readonly actor: string;
  readonly now: string;
  /** The login name of whoever hands the decisions in, for the audit trail. */
  readonly operator?: string | undefined;
  readonly dryRun?: boolean;
}

/** Decides within a transaction, which the caller ends as it likes. */
export const decideWithin = async (
  sql: TransactionSql,
  requests: readonly DecisionRequest[],
  options: Pick<DecideOptions, 'actor' | 'now'>,
): Promise<readonly DecisionAnswer[]> => [
  ...(await sql<DecisionAnswer[]>`
    select result, decision_id as decision, match_id as match, version, release
    from matching.decide(${sql.json(requests as never)}, ${options.actor}, ${options.now})
    order by place`),
];

/** What a dry run would have written is not there for anyone to look at. */
const NOTHING_WRITTEN = { decision: null, match: null, version: null, release: null } as const;

class Undone extends Error {
  readonly answers: readonly DecisionAnswer[];
  constructor(answers: readonly DecisionAnswer[]) {
    super('a dry run ends without a change');
    this.answers = answers;
  }
}

/** The region of the item each request is about; that of the whole hub where there is no such item. */
const regionsOf = async (
  sql: TransactionSql,
  requests: readonly DecisionRequest[],
): Promise<readonly string[]> => {
  const rows = await sql<{ region: string | null }[]>`
    select (select i.region_code from matching.item i where i.item_id = coalesce(q.request ->> 'left', d.left_id)
      order by i.from_release desc limit 1) as region
    from jsonb_array_elements(${sql.json(requests as never)}) with ordinality as q (request, place)
    left join matching.decision d on d.decision_id = q.request ->> 'revokes'
    order by q.place`;
  return rows.map(({ region }) => region ?? WHOLE_HUB);
};

const recordDecisions = async (
  sql: TransactionSql,
  requests: readonly DecisionRequest[],
  answers: readonly DecisionAnswer[],
  { actor, operator, now }: DecideOptions,
): Promise<void> => {
  const regions = await regionsOf(sql, requests);
  const lines = requests.map((request, at): TrailLine => {
    const result = answers[at]?.result ?? 'NOT_WRITTEN';
    return {
      region: regions[at] ?? WHOLE_HUB,
      target: 'left' in request ? request.left : request.revokes,
      outcome: result === 'OK' ? 'ACCEPTED' : result,
      content: { request, actor },
    };
  });
  const release = answers.find((answer) => answer.release !== null)?.release ?? undefined;
  await recordTrail(sql, { subject: operator, action: 'DECIDE', release, now }, lines);
};

/**
 * Decides as a person: all requests take effect in one release of their own, or none does. One answer for each, in
 * their order. A dry run answers the same and changes nothing.
 */
export const decideAll = async (
  sql: Sql,
  requests: readonly DecisionRequest[],
  options: DecideOptions,
): Promise<readonly DecisionAnswer[]> => {
  try {
    return (await sql.begin(async (transaction) => {
      const answers = await decideWithin(transaction, requests, options);
      if (options.dryRun === true) throw new Undone(answers);
      await recordDecisions(transaction, requests, answers, options);
      return answers;
    })) as never;
  } catch (error) {
    if (error instanceof Undone) return error.answers.map((answer) => ({ ...answer, ...NOTHING_WRITTEN }));
    throw error;
  }
};
