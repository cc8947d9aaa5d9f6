import type { DecisionRequest } from '../catalog/decision-request.ts';
import type { DecisionResult } from '../catalog/decision-results.ts';
import type { Sql, TransactionSql } from '../db/client.ts';

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
  /** The same key and requests again give the same answer and change nothing. */
  readonly key?: string;
  readonly dryRun?: boolean;
}

const ask = async (
  sql: Sql | TransactionSql,
  requests: readonly DecisionRequest[],
  options: DecideOptions,
) => [
  ...(await sql<DecisionAnswer[]>`
    select result, decision_id as decision, match_id as match, version, release
    from matching.decide(${sql.json(requests as never)}, ${options.actor}, ${options.now}, ${options.key ?? null})
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

/**
 * Decides as a person: all requests take effect in one release of their own, or none does. One answer for each, in
 * their order. A dry run answers the same and changes nothing.
 */
export const decideAll = async (
  sql: Sql,
  requests: readonly DecisionRequest[],
  options: DecideOptions,
): Promise<readonly DecisionAnswer[]> => {
  if (options.dryRun !== true) return await ask(sql, requests, options);
  try {
    return (await sql.begin(async (transaction) => {
      throw new Undone(await ask(transaction, requests, options));
    })) as never;
  } catch (error) {
    if (error instanceof Undone) return error.answers.map((answer) => ({ ...answer, ...NOTHING_WRITTEN }));
    throw error;
  }
};
