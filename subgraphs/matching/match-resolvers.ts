import type { GraphQLResolveInfo } from 'graphql';
import type { Candidate } from '../../matching/judgement.ts';
import type { SubgraphContext } from '../context.ts';
import { refusal } from '../refusal.ts';
import { type Id, itemAt } from './item-at.ts';
import type { MatchingLoaders } from './loaders.ts';
import type { ExplanationRow, MatchRow } from './match-row.ts';
import type { QueueArguments, QueueFilterArguments } from './queue.ts';
import { groupIdOf } from './queue-group.ts';
import type { QueueGroupRow } from './queue-group-queries.ts';
import { MOST_CANDIDATES, type ReconcileArguments, type ReconcileCandidate } from './reconcile.ts';
import { tieOf } from './tie.ts';

type Context = SubgraphContext<MatchingLoaders>;

const evidenceOf = async ({ id }: Id, { loaders }: Context) => (await loaders.explanation.load(id))?.evidence;

const bestFirst = (one: Candidate, other: Candidate): number =>
  other.confidence - one.confidence || (one.reference < other.reference ? -1 : 1);

/** The best candidates beside several links, each once; refuses with BAD_USER_INPUT a number out of range. */
export const shownCandidates = (
  explanations: readonly ExplanationRow[],
  best: number | null | undefined,
): readonly Candidate[] => {
  const most = best ?? 3;
  if (most < 1 || most > MOST_CANDIDATES) throw refusal('BAD_USER_INPUT', 'BEST_OUT_OF_RANGE');
  const all = explanations.flatMap(({ evidence }) => evidence?.candidates ?? []).sort(bestFirst);
  const firsts = new Map(all.toReversed().map((candidate) => [candidate.reference, candidate]));
  return [...firsts.values()].sort(bestFirst).slice(0, most);
};

/** How links, their explanations and the queue answer. */
export const matchResolvers = {
  Query: {
    matchQueue: (_root: unknown, args: QueueArguments, { loaders, today }: Context) =>
      loaders.queue(args, today),
    matchQueueGroups: (_root: unknown, args: QueueFilterArguments, { loaders, today }: Context) =>
      loaders.queueGroups(args, today),
    reconcile: (_root: unknown, args: ReconcileArguments, { loaders }: Context) => loaders.reconcile(args),
  },
  Match: {
    __resolveReference: ({ id }: Id, { loaders }: Context) => loaders.shownMatch(id),
    left: ({ leftId }: MatchRow, _args: unknown, context: Context, info: GraphQLResolveInfo) =>
      itemAt(leftId, context, info),
    right: ({ rightId }: MatchRow, _args: unknown, context: Context, info: GraphQLResolveInfo) =>
      itemAt(rightId, context, info),
    evidence: async (link: MatchRow, _args: unknown, context: Context) =>
      (await evidenceOf(link, context))?.evidence ?? [],
    candidates: async (link: MatchRow, _args: unknown, context: Context) =>
      (await evidenceOf(link, context))?.candidates ?? [],
    runnerUp: async (link: MatchRow, _args: unknown, context: Context) =>
      (await evidenceOf(link, context))?.runnerUp,
    tie: async (link: MatchRow, _args: unknown, context: Context) =>
      tieOf(link, await evidenceOf(link, context), (id) => context.loaders.item.load(id)),
    parts: ({ id, relation }: MatchRow, _args: unknown, { loaders }: Context) =>
      relation === 'BROADER' ? loaders.parts.load(id) : [],
    covers: async (link: MatchRow, _args: unknown, context: Context) =>
      (await evidenceOf(link, context))?.part?.members ?? [],
    uncovered: async (link: MatchRow, _args: unknown, context: Context) =>
      (await evidenceOf(link, context))?.part?.rest ?? [],
    modelVersion: async (link: MatchRow, _args: unknown, context: Context) =>
      (await evidenceOf(link, context))?.model,
    run: ({ runId }: MatchRow, _args: unknown, { loaders }: Context) => runId && loaders.run.load(runId),
    decision: ({ decisionId }: MatchRow, _args: unknown, { loaders }: Context) =>
      decisionId && loaders.decision.load(decisionId),
    decisions: ({ id }: MatchRow, _args: unknown, { loaders }: Context) => loaders.decisionsOf(id),
  },
  MatchQueueGroup: {
    id: (group: QueueGroupRow) => groupIdOf(group),
    information: ({ information }: QueueGroupRow) => information / 1000,
    example: ({ exampleId }: QueueGroupRow, _args: unknown, { loaders }: Context) =>
      loaders.match.load(exampleId),
  },
  // A candidate of an earlier run may be gone by this release: it is looked up even for its id.
  MatchCandidate: {
    item: ({ reference }: Candidate, _args: unknown, { loaders }: Context) => loaders.item.load(reference),
  },
  ReconcileCandidate: {
    item: ({ itemId }: ReconcileCandidate, _args: unknown, context: Context, info: GraphQLResolveInfo) =>
      itemAt(itemId, context, info),
  },
};
