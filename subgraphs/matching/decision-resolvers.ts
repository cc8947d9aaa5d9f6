import { DECISION_RESULTS, MISSING_ITEMS } from '../../catalog/decision-results.ts';
import type { SubgraphContext } from '../context.ts';
import {
  type CallArguments,
  type Decided,
  type DecideMatchInput,
  decidedTogether,
  type RevokeArguments,
} from './decide.ts';
import type { DecisionRow } from './decision-queries.ts';
import type { DecisionsArguments } from './decisions.ts';
import type { MatchingLoaders } from './loaders.ts';

type Context = SubgraphContext<MatchingLoaders>;
type Named = CallArguments & { readonly input: DecideMatchInput };
type Together = CallArguments & { readonly input: readonly DecideMatchInput[] };

// What was decided about an item of earlier releases stays on record; the item itself may be gone.
const itemIfThere = (id: string | null, { loaders }: Context) => id && loaders.item.load(id);

const decisionAt = (id: string | null, { loaders }: Context) => id && loaders.decision.load(id);

/** How decisions are shown and made. */
export const decisionResolvers = {
  Query: {
    matchDecisions: (_root: unknown, args: DecisionsArguments, { loaders }: Context) =>
      loaders.decisions(args),
  },
  Mutation: {
    decideMatch: async (_root: unknown, { input, ...call }: Named, context: Context) =>
      (await context.loaders.decide(context, [input], call))[0],
    decideMatches: async (_root: unknown, { input, ...call }: Together, context: Context) =>
      decidedTogether(await context.loaders.decide(context, input, call)),
    revokeDecision: async (_root: unknown, args: RevokeArguments & CallArguments, context: Context) =>
      (await context.loaders.revoke(context, args, args))[0],
  },
  MatchDecision: {
    left: ({ leftId }: DecisionRow, _args: unknown, context: Context) => itemIfThere(leftId, context),
    right: ({ rightId }: DecisionRow, _args: unknown, context: Context) => itemIfThere(rightId, context),
    supersedes: ({ supersedesId }: DecisionRow, _args: unknown, context: Context) =>
      decisionAt(supersedesId, context),
    revokes: ({ revokesId }: DecisionRow, _args: unknown, context: Context) => decisionAt(revokesId, context),
    revokedBy: ({ revokedById }: DecisionRow, _args: unknown, context: Context) =>
      decisionAt(revokedById, context),
  },
  DecideMatchPayload: {
    message: ({ result, missing }: Decided) => (missing ? MISSING_ITEMS[missing] : DECISION_RESULTS[result]),
    decision: ({ decisionId }: Decided, _args: unknown, context: Context) => decisionAt(decisionId, context),
    match: ({ matchId }: Decided, _args: unknown, { loaders }: Context) =>
      matchId && loaders.match.load(matchId),
  },
};
