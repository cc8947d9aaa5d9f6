import type { DecisionRequest } from '../../catalog/decision-request.ts';
import type { DecisionResult } from '../../catalog/decision-results.ts';
import type { Sql } from '../../db/client.ts';
import { awaitReaders } from '../../db/release-watch.ts';

/** What has become of one request, the link between the two items, and the newest release. */
export interface DecisionAnswer {
  readonly result: DecisionResult;
  readonly decisionId: string | null;
  readonly matchId: string | null;
  readonly release: number;
}

export interface DecisionCall {
  readonly reviewer: string;
  readonly now: string;
  readonly key: string | null;
}

/** How long a decision waits for a publish to end; the gateway waits five seconds for the answer. */
const PATIENCE = '3s';
const LOCK_NOT_AVAILABLE = '55P03';

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE;

/** The one statement that writes: all requests in one release, or none. `undefined` when a publish is under way. */
export const createDecideQueries = (sql: Sql) => ({
  decide: async (
    requests: readonly DecisionRequest[],
    { reviewer, now, key }: DecisionCall,
  ): Promise<readonly DecisionAnswer[] | undefined> => {
    try {
      const answers = (await sql.begin('read write', async (transaction) => {
        await transaction`select set_config('lock_timeout', ${PATIENCE}, true)`;
        const asked = transaction.json(requests as never);
        const results = await transaction<{ place: number; result: string; decision: string | null }[]>`
          select place, result, decision_id as decision
          from matching.decide(${asked}, ${reviewer}, ${now}, ${key})`;
        return [
          ...(await transaction<DecisionAnswer[]>`
            select r.result, r.decision as "decisionId", (select max(number) from release.published) as release,
              matching.match_id_of(coalesce(x.kind, q.request ->> 'kind'), coalesce(x.left_id, q.request ->> 'left'),
                coalesce(x.right_id, q.request ->> 'right')) as "matchId"
            from jsonb_array_elements(${asked}) with ordinality as q (request, place)
            join jsonb_to_recordset(${transaction.json(results as never)}) as r (place int, result text, decision text)
              on r.place = q.place
            left join matching.decision x on x.decision_id = q.request ->> 'revokes'
            order by q.place`),
        ];
      })) as readonly DecisionAnswer[];
      // Whoever decides reads on from the release it made; other processes have a second to follow.
      await awaitReaders(sql, answers[0]?.release ?? 0, 1_000);
      return answers;
    } catch (error) {
      if (isBusy(error)) return undefined;
      throw error;
    }
  },
});

export type DecideQueries = ReturnType<typeof createDecideQueries>;
