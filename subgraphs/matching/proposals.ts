import { type Connection, connectionOf, type PageArguments, pageOf } from '../connection.ts';
import type { SubgraphContext } from '../context.ts';
import { refusal } from '../refusal.ts';
import { regionRangeOf } from '../region-range.ts';
import type { Claims } from './claims.ts';
import { type CallArguments, type DecideMatchInput, requestOf, wrongIn } from './decide.ts';
import type { ProposalAnswer, ProposalQueries, Settlement } from './proposal-queries.ts';
import type { ProposalReading, ProposalRow, ProposalState } from './proposal-reading.ts';
import { storable } from './storable.ts';
import { isMoment } from './stored-moment.ts';

export interface ProposalsArguments extends PageArguments {
  readonly region?: string | null;
  readonly state?: ProposalState | null;
}

export interface Proposing {
  readonly asking: ProposalQueries;
  readonly reading: ProposalReading;
  readonly claims: Claims;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/u;
const BUSY = { result: 'BUSY', proposalId: null, decisionId: null } as const;

/** What is proposed, read and settled, of the places of the writer of each request. */
export const createProposals = ({ asking, reading, claims }: Proposing) => {
  const proposalOf = async (context: SubgraphContext, id: string): Promise<ProposalRow | undefined> =>
    UUID.test(id) ? await reading.byId(claims.writerOf(context), id) : undefined;

  const callOf = (context: SubgraphContext, { idempotencyKey: key = null }: CallArguments) => {
    const { now, requestId } = context;
    return { writer: claims.writerOf(context), now, key, requestId };
  };

  const answered = (context: SubgraphContext, answer: ProposalAnswer | undefined): ProposalAnswer => {
    if (answer === undefined) return { ...BUSY, release: context.release };
    if (answer.decisionId !== null) context.readFrom(answer.release);
    return answer;
  };

  return {
    proposal: proposalOf,
    propose: async (
      context: SubgraphContext,
      input: DecideMatchInput,
      args: CallArguments,
    ): Promise<ProposalAnswer> => {
      const call = callOf(context, args);
      const request = requestOf(input);
      const wrong = wrongIn([request], call.key, context.today);
      if (wrong !== undefined) throw refusal('BAD_USER_INPUT', wrong);
      return answered(context, await asking.propose(storable(request), call));
    },
    settle: async (
      context: SubgraphContext,
      settlement: Settlement,
      args: CallArguments,
    ): Promise<ProposalAnswer> => {
      const call = callOf(context, args);
      const said = { verdict: 'REVOKE', revokes: '', reason: settlement.reason } as const;
      const wrong = wrongIn([said], call.key, context.today);
      if (wrong !== undefined) throw refusal('BAD_USER_INPUT', wrong);
      if (!UUID.test(settlement.id)) return { ...BUSY, result: 'NO_SUCH_PROPOSAL', release: context.release };
      return answered(context, await asking.settle(storable(settlement), context.today, call));
    },
    proposals: async (
      context: SubgraphContext,
      args: ProposalsArguments,
    ): Promise<Connection<ProposalRow>> => {
      const writer = claims.writerOf(context);
      const page = pageOf(args, context.release, ['string', 'string']);
      const [moment, id] = page.after?.map(String) ?? [];
      if (page.after !== undefined && !(isMoment(moment ?? '') && UUID.test(id ?? '')))
        throw refusal('CURSOR_INVALID', 'CURSOR_OF_OTHER_LIST');
      const filter = { region: regionRangeOf(args.region), state: args.state ?? undefined };
      const rows = await reading.list(writer, filter, page);
      const keysOf = ({ proposedAt, id: own }: ProposalRow) => [proposedAt, own];
      return connectionOf(rows, page, context.release, keysOf, () => reading.count(writer, filter));
    },
  };
};
