import { MISSING_ITEMS } from '../../catalog/decision-results.ts';
import { PROPOSAL_OUTCOMES, PROPOSAL_RESULTS } from '../../catalog/proposal-results.ts';
import type { SubgraphContext } from '../context.ts';
import type { CallArguments, DecideMatchInput } from './decide.ts';
import type { MatchingLoaders } from './loaders.ts';
import type { ProposalAnswer, Settlement } from './proposal-queries.ts';
import type { ProposalRow } from './proposal-reading.ts';
import type { ProposalsArguments } from './proposals.ts';

type Context = SubgraphContext<MatchingLoaders>;
type Proposed = CallArguments & { readonly input: DecideMatchInput };

const messageOf = ({ result, missing }: ProposalAnswer, outcome: keyof typeof PROPOSAL_OUTCOMES): string => {
  if (result === 'OK') return PROPOSAL_OUTCOMES[outcome];
  return missing ? MISSING_ITEMS[missing] : PROPOSAL_RESULTS[result];
};

const proposed = (answer: ProposalAnswer): string => messageOf(answer, 'PROPOSED');

/** What is accepted is decided on; what is not leaves no decision. */
const settled = (answer: ProposalAnswer): string =>
  messageOf(answer, answer.decisionId === null ? 'REJECTED' : 'ACCEPTED');

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
  ProposeDecisionPayload: { message: proposed, proposal },
  SettleProposalPayload: { message: settled, proposal, decision },
  MatchProposal: {
    left: ({ leftId }: ProposalRow, _args: unknown, { loaders }: Context) => loaders.item.load(leftId),
    right: ({ rightId }: ProposalRow, _args: unknown, { loaders }: Context) =>
      rightId && loaders.item.load(rightId),
    decision,
  },
};
