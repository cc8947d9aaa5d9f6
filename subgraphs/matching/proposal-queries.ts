import type { DecisionRequest } from '../../catalog/decision-request.ts';
import type { MissingItems } from '../../catalog/decision-results.ts';
import type { ProposalResult } from '../../catalog/proposal-results.ts';
import type { Sql, TransactionSql } from '../../db/client.ts';
import { awaitReaders } from '../../db/release-watch.ts';
import { refusal } from '../refusal.ts';
import type { Applied, AskQueries, Call, Judged, Request } from './ask-queries.ts';
import type { Claims } from './claims.ts';
import { rowOf } from './decide-queries.ts';
import { missingItems, placesOfDecisions } from './place-queries.ts';
import type { ProposalReading, ProposalRow } from './proposal-reading.ts';

/** What has become of a proposal that was made or settled. */
export interface ProposalAnswer {
  readonly result: ProposalResult;
  readonly proposalId: string | null;
  readonly decisionId: string | null;
  /** With NO_SUCH_ITEM of a decision that is proposed: which of the two is not there. */
  readonly missing?: MissingItems | null | undefined;
  readonly release: number;
}

/** What a settler says of a proposal. */
export interface Settlement {
  readonly id: string;
  readonly accept: boolean;
  readonly reason: string;
  readonly ifVersion?: number | null;
}

type CallOfOne = Omit<Call, 'requests'>;

const newestRelease = async (sql: TransactionSql): Promise<number> => {
  const [row] = await sql<{ release: number }[]>`select max(number) as release from release.published`;
  return row?.release ?? 0;
};

/** Why a writer may not settle what they see of a proposal; undefined where they may. */
const settlingRefused = (
  claims: Claims,
  writer: Call['writer'],
  seen: ProposalRow | undefined,
): ProposalResult | undefined => {
  if (!claims.areChecked) return undefined;
  if (seen === undefined) return 'NO_SUCH_PROPOSAL';
  const place = { region: seen.regionCode, level: seen.level };
  if (!claims.may(writer, 'Mutation.settleProposal', place)) return 'NOT_YOURS';
  return seen.proposedBy === writer?.subject ? 'OWN_PROPOSAL' : undefined;
};

/** The statements that make and settle proposals. `undefined` when a publish is under way. */
export const createProposalQueries = (
  sql: Sql,
  claims: Claims,
  { ask }: AskQueries,
  reading: ProposalReading,
) => {
  const asked = async (
    request: Request,
    call: CallOfOne,
    refusedAs: ProposalResult,
    judge: (transaction: TransactionSql) => Promise<Judged>,
    missingIn: (transaction: TransactionSql) => Promise<MissingItems | null | undefined> = async () => null,
  ): Promise<ProposalAnswer | undefined> => {
    const read = async (transaction: TransactionSql, [applied]: readonly Applied[]) => ({
      release: await newestRelease(transaction),
      missing: applied?.result === 'NO_SUCH_ITEM' ? await missingIn(transaction) : null,
    });
    const answer = await ask({ ...call, requests: [request] }, { judge, refusedAs, read });
    if (answer.kind === 'BUSY') return undefined;
    const [applied] = answer.applied;
    if (applied === undefined) throw new Error('a proposal has one answer');
    const { result, proposal, decision } = applied;
    return {
      result: result as ProposalResult,
      ...{ proposalId: proposal, decisionId: decision, ...answer.read },
    };
  };
  return {
    propose: (request: DecisionRequest, call: CallOfOne): Promise<ProposalAnswer | undefined> => {
      const judge = async (transaction: TransactionSql): Promise<Judged> => {
        const places = await placesOfDecisions(transaction, [request]);
        const [place] = places;
        if (place == null) return { places, refused: ['NO_SUCH_ITEM'] };
        const isTheirs = claims.may(call.writer, 'Mutation.proposeDecision', place);
        return { places, refused: isTheirs ? undefined : ['NOT_YOURS'] };
      };
      const missingIn = async (transaction: TransactionSql) =>
        (await missingItems(transaction, [request]))[0];
      return asked({ ...rowOf(request), action: 'PROPOSE' }, call, 'NOT_YOURS', judge, missingIn);
    },
    /** A proposal the settler may not read is as one that is not there. */
    settle: async (
      { id, accept, reason, ifVersion }: Settlement,
      today: string,
      call: CallOfOne,
    ): Promise<ProposalAnswer | undefined> => {
      const request: Request = {
        ...{ action: 'SETTLE', proposal_id: id, accepts: accept, reason },
        ...(ifVersion == null ? {} : { if_version: ifVersion }),
      };
      const answer = await asked(request, call, 'NO_SUCH_PROPOSAL', async (transaction) => {
        const seen = await reading.seen(transaction, call.writer, id);
        const refused = settlingRefused(claims, call.writer, seen);
        // A decision put off to a day that has come would drop what stands at once.
        const isLate = accept && (seen?.deferredUntil ?? '9999') <= today;
        if (refused === undefined && isLate) throw refusal('BAD_USER_INPUT', 'DEFERRED_IN_PAST');
        const place = seen === undefined ? null : { region: seen.regionCode, level: seen.level };
        return { places: [place], refused: refused && [refused] };
      });
      if (answer?.decisionId != null) await awaitReaders(sql, answer.release, 1_000);
      return answer;
    },
  };
};

export type ProposalQueries = ReturnType<typeof createProposalQueries>;
