import { PROPOSAL_RESULTS } from '../../catalog/proposal-results.ts';
import type { SubgraphContext } from '../context.ts';
import type { CallArguments, DecideMatchInput } from './decide.ts';
import type { MatchingLoaders } from './loaders.ts';
import type { ProposalAnswer, Settlement } from './proposal-queries.ts';
import type { ProposalRow } from './proposal-reading.ts';
import type { ProposalsArguments } from './proposals.ts';

type Context = SubgraphContext<MatchingLoaders>;
type Proposed = CallArguments & { readonly input: DecideMatchInput };

const message = ({ result }: ProposalAnswer) => PROPOSAL_RESULTS[result];

const proposal = ({ proposalId }: ProposalAnswer, _args: unknown, context: Context) =>
  proposalId && context.loaders.proposal(context, proposalId);

const decision = ({ decisionId }: Pick<ProposalAnswer, 'decisionId'>, _args: unknown, { loaders }: Context) =>
  decisionId && loaders.decision.load(decisionId);

/** How proposals are made, settled and shown: to writers of their place only. */
export const proposalResolvers = {
  Query: {
    proposals: (_root: unknown, args: ProposalsArguments, context: Context) =>
      context.loaders.proposals(context, args),
  },
  Mutation: {
    proposeDecision: (_root: unknown, { input, ...call }: Proposed, context: Context) =>
      context.loaders.propose(context, input, call),
    settleProposal: (_root: unknown, args: Settlement & CallArguments, context: Context) =>
      context.loaders.settle(context, args, args),
  },
  ProposeDecisionPayload: { message, proposal },
  SettleProposalPayload: { message, proposal, decision },
  MatchProposal: {
    left: ({ leftId }: ProposalRow, _args: unknown, { loaders }: Context) => loaders.item.load(leftId),
    right: ({ rightId }: ProposalRow, _args: unknown, { loaders }: Context) =>
      rightId && loaders.item.load(rightId),
    decision,
  },
};
