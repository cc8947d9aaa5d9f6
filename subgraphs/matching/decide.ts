import type { DecisionRequest, DecisionVerdict } from '../../catalog/decision-request.ts';
import type { ErrorDetail } from '../../catalog/error-details.ts';
import type { SubgraphContext } from '../context.ts';
import { refusal } from '../refusal.ts';
import type { Claims } from './claims.ts';
import type { DecideQueries, DecisionAnswer } from './decide-queries.ts';
import type { EdgeKind } from './match-row.ts';
import { storable } from './storable.ts';

/** The input DecideMatchInput as GraphQL hands it over. */
export interface DecideMatchInput {
  readonly kind: EdgeKind;
  readonly item: string;
  readonly reference?: string | null;
  readonly verdict: DecisionVerdict;
  readonly relation?: string | null;
  readonly reason: string;
  readonly deferredUntil?: string | null;
  readonly ifVersion?: number | null;
}

export interface RevokeArguments {
  readonly id: string;
  readonly reason: string;
}

/** The arguments every mutation has. */
export interface CallArguments {
  readonly idempotencyKey?: string | null;
}

/** The type DecideMatchPayload before what it names is read. */
export type Decided = DecisionAnswer;

const MOST_DECISIONS = 100;
const LONGEST_REASON = 1_000;
const LONGEST_KEY = 200;
const LONGEST_ID = 100;

/** The request an input makes; what it leaves out or gives as null is not in it. */
export const requestOf = (input: DecideMatchInput): DecisionRequest => ({
  kind: input.kind,
  left: input.item,
  verdict: input.verdict,
  reason: input.reason,
  ...(input.reference == null ? {} : { right: input.reference }),
  ...(input.relation == null ? {} : { relation: input.relation }),
  ...(input.deferredUntil == null ? {} : { deferredUntil: input.deferredUntil }),
  ...(input.ifVersion == null ? {} : { ifVersion: input.ifVersion }),
});

const isTooLong = (request: DecisionRequest): boolean => {
  const { reason, ...rest } = request;
  const others = Object.values(rest).filter((value) => typeof value === 'string');
  return reason.length > LONGEST_REASON || others.some((text) => text.length > LONGEST_ID);
};

/** A decision put off to a day that has come would drop what stands at once. */
const isPutOffToThePast = (request: DecisionRequest, today: string): boolean =>
  request.verdict === 'DEFER' && request.deferredUntil !== undefined && request.deferredUntil <= today;

/** What is wrong with a call, as a key of the closed list. */
export const wrongIn = (
  requests: readonly DecisionRequest[],
  key: string | null,
  today: string,
): ErrorDetail | undefined => {
  if (requests.length < 1 || requests.length > MOST_DECISIONS) return 'DECISION_COUNT';
  if (requests.some(isTooLong)) return 'DECISION_TOO_LONG';
  if (requests.some((request) => isPutOffToThePast(request, today))) return 'DEFERRED_IN_PAST';
  return key !== null && (key.trim() === '' || key.length > LONGEST_KEY) ? 'IDEMPOTENCY_KEY' : undefined;
};

interface Deciding {
  readonly queries: DecideQueries;
  readonly claims: Claims;
}

/** Decides as the writer of the request, then reads on from the release that made; refuses without one. */
export const decideAs = async (
  { queries, claims }: Deciding,
  context: SubgraphContext,
  requests: readonly DecisionRequest[],
  { idempotencyKey: key = null }: CallArguments,
): Promise<readonly Decided[]> => {
  const { now, today, release, requestId } = context;
  const writer = claims.writerOf(context);
  const wrong = wrongIn(requests, key, today);
  if (wrong !== undefined) throw refusal('BAD_USER_INPUT', wrong);
  const answers = await queries.decide(storable(requests), { writer, now, key, requestId });
  if (answers === undefined)
    return requests.map(() => ({ result: 'BUSY' as const, decisionId: null, matchId: null, release }));
  context.readFrom(answers[0]?.release ?? release);
  return answers;
};

/** The resolvers' mutations over one database. */
export const createDecide = (deciding: Deciding) => ({
  decide: (context: SubgraphContext, inputs: readonly DecideMatchInput[], call: CallArguments) =>
    decideAs(deciding, context, inputs.map(requestOf), call),
  revoke: (context: SubgraphContext, { id, reason }: RevokeArguments, call: CallArguments) =>
    decideAs(deciding, context, [{ verdict: 'REVOKE', revokes: id, reason }], call),
});

const SETTLED: readonly string[] = ['OK', 'ALREADY_DECIDED'];

/** The type DecideMatchesPayload. */
export const decidedTogether = (results: readonly Decided[]) => ({
  accepted: results.every(({ result }) => SETTLED.includes(result)),
  results,
  release: results[0]?.release,
});
