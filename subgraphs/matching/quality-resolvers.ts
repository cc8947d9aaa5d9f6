import { RUN_FAILURES, type RunFailureCode, runFailureOf } from '../../catalog/run-failures.ts';
import { RUN_REQUEST_RESULTS } from '../../catalog/run-requests.ts';
import type { PageArguments } from '../connection.ts';
import type { SubgraphContext } from '../context.ts';
import type { Id } from './item-at.ts';
import type { MatchingLoaders } from './loaders.ts';
import type { EdgeKind } from './match-row.ts';
import type { QualityRow } from './quality.ts';
import type { RunKindRow, RunRow } from './run-queries.ts';
import type { RunMatchingArguments, RunRequested } from './run-request.ts';

type Context = SubgraphContext<MatchingLoaders>;
type OfKind = { readonly kind?: EdgeKind | null | undefined };

/** How runs and the figures of quality answer. */
export const qualityResolvers = {
  Query: {
    matchQuality: (_root: unknown, { kind }: OfKind, { loaders }: Context) =>
      loaders.quality(kind ?? undefined),
    matchRuns: (_root: unknown, args: PageArguments, { loaders }: Context) => loaders.runs(args),
    matchRun: (_root: unknown, { id }: Id, { loaders }: Context) => loaders.run.load(id),
  },
  Mutation: {
    runMatching: (_root: unknown, args: RunMatchingArguments, context: Context) =>
      context.loaders.requestRun(context, args),
  },
  RunMatchingPayload: {
    message: ({ result }: RunRequested) => RUN_REQUEST_RESULTS[result],
    run: ({ runId }: RunRequested, _args: unknown, { loaders }: Context) => runId && loaders.run.load(runId),
  },
  MatchQuality: {
    runs: ({ kind }: OfKind, _args: unknown, { loaders }: Context) =>
      loaders.newestOfBlocks(kind ?? undefined),
    newestRun: (_quality: OfKind, _args: unknown, { loaders }: Context) => loaders.newestRun(),
    modelVersion: async (_quality: OfKind, _args: unknown, { loaders }: Context) =>
      (await loaders.newestRun())?.modelVersion,
  },
  MatchQualityRow: {
    region: ({ regionCode }: QualityRow) => regionCode && { id: regionCode },
  },
  MatchRun: {
    // A run that waits to be taken up has read nothing yet.
    modelVersion: ({ modelVersion }: RunRow) => modelVersion || null,
    baseRelease: ({ baseRelease }: RunRow) => baseRelease || null,
    failure: ({ status, reason }: RunRow) => (status === 'FAILED' ? { code: runFailureOf(reason) } : null),
    progress: ({ id }: RunRow, _args: unknown, { loaders }: Context) => loaders.progressOf(id),
    kinds: ({ id }: RunRow, _args: unknown, { loaders }: Context) => loaders.kindsOf(id),
  },
  MatchRunFailure: {
    message: ({ code }: { readonly code: RunFailureCode }) => RUN_FAILURES[code],
  },
  MatchRunKind: {
    progress: (counts: RunKindRow) => counts,
  },
};
