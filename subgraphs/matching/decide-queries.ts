import type { DecisionRequest } from '../../catalog/decision-request.ts';
import type { DecisionResult, MissingItems } from '../../catalog/decision-results.ts';
import type { Sql, TransactionSql } from '../../db/client.ts';
import { awaitReaders } from '../../db/release-watch.ts';
import type { Applied, AskQueries, Call, Judged, Request } from './ask-queries.ts';
import type { Claims, Place } from './claims.ts';
import { missingItems, placesOfDecisions } from './place-queries.ts';

/** What has become of one request, the link between the two items, and the newest release. */
export interface DecisionAnswer {
  readonly result: DecisionResult;
  readonly decisionId: string | null;
  readonly matchId: string | null;
  /** With NO_SUCH_ITEM: which of the two is not there. */
  readonly missing?: MissingItems | null | undefined;
  readonly release: number;
}

export type DecisionCall = Omit<Call, 'requests'>;

/** A decision by the columns of matching.request. */
export const rowOf = (request: DecisionRequest): Request => {
  if (request.verdict === 'REVOKE')
    return { action: 'REVOKE', revokes: request.revokes, reason: request.reason };
  const { kind, left, right, verdict, relation, reason, deferredUntil, ifVersion } = request;
  return {
    ...{ action: 'DECIDE', kind, left_id: left, verdict, reason },
    ...(right === undefined ? {} : { right_id: right }),
    ...(relation === undefined ? {} : { relation }),
    ...(deferredUntil === undefined ? {} : { deferred_until: deferredUntil }),
    ...(ifVersion === undefined ? {} : { if_version: ifVersion }),
  };
};

/** What each request would come to by itself. */
const examined = async (
  transaction: TransactionSql,
  requests: readonly DecisionRequest[],
  actor: string,
): Promise<readonly string[]> => {
  const [row] = await transaction<{ results: string[] }[]>`
    select matching.examine_call(${transaction.json(requests as never)}, ${actor}) as results`;
  const results = row?.results ?? [];
  if (results.length !== requests.length) throw new Error('every request is examined');
  return results;
};

const isAboutNoItem = ({ result }: DecisionAnswer): boolean => result === 'NO_SUCH_ITEM';

/** The statements that decide: all requests in one release, or none. `undefined` when a publish is under way. */
export const createDecideQueries = (sql: Sql, claims: Claims, { ask }: AskQueries) => {
  /** Nothing is written where one item is not the writer's, or not there: then each request says what is wrong with it. */
  const judge =
    (requests: readonly DecisionRequest[], { writer }: DecisionCall) =>
    async (transaction: TransactionSql): Promise<Judged> => {
      const places = await placesOfDecisions(transaction, requests);
      const isForeign = (place: Place | null, at: number): boolean => {
        const action =
          requests[at]?.verdict === 'REVOKE' ? 'Mutation.revokeDecision' : 'Mutation.decideMatch';
        return place !== null && !claims.may(writer, action, place);
      };
      const foreign = places.map(isForeign);
      if (!places.includes(null) && !foreign.includes(true)) return { places, refused: undefined };
      const results = await examined(transaction, requests, writer?.subject ?? '');
      const refused = results.map((result, at) => {
        if (foreign[at] === true) return 'NOT_YOURS';
        return result === 'OK' ? 'NOT_WRITTEN' : result;
      });
      return { places, refused };
    };

  const read =
    (requests: readonly DecisionRequest[]) =>
    async (transaction: TransactionSql, applied: readonly Applied[]): Promise<readonly DecisionAnswer[]> => {
      const answers = await transaction<DecisionAnswer[]>`
        select r.result, r.decision as "decisionId", (select max(number) from release.published) as release,
          matching.match_id_of(coalesce(x.kind, q.request ->> 'kind'), coalesce(x.left_id, q.request ->> 'left'),
            coalesce(x.right_id, q.request ->> 'right')) as "matchId"
        from jsonb_array_elements(${transaction.json(requests as never)}) with ordinality as q (request, place)
        join jsonb_array_elements(${transaction.json(applied as never)}) with ordinality as a (applied, place) using (place)
        cross join jsonb_to_record(a.applied) as r (result text, decision text)
        left join matching.decision x on x.decision_id = q.request ->> 'revokes'
        order by q.place`;
      if (!answers.some(isAboutNoItem)) return [...answers];
      const missing = await missingItems(transaction, requests);
      return answers.map((answer, at) =>
        isAboutNoItem(answer) ? { ...answer, missing: missing[at] } : answer,
      );
    };

  return {
    decide: async (
      requests: readonly DecisionRequest[],
      call: DecisionCall,
    ): Promise<readonly DecisionAnswer[] | undefined> => {
      const asked = await ask(
        { ...call, requests: requests.map(rowOf) },
        { judge: judge(requests, call), refusedAs: 'NOT_YOURS', read: read(requests) },
      );
      if (asked.kind === 'BUSY') return undefined;
      // Whoever decides reads on from the release it made; other processes have a second to follow.
      await awaitReaders(sql, asked.read[0]?.release ?? 0, 1_000);
      return asked.read;
    },
  };
};

export type DecideQueries = ReturnType<typeof createDecideQueries>;
