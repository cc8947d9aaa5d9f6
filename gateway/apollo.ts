import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { Logger } from 'pino';
import type { KnownOperations } from './answers/known-operations.ts';
import { documentStore } from './document-store.ts';
import type { Executor } from './executor/executor.ts';
import { executorGateway } from './executor-gateway.ts';
import { costPlugin } from './plugins/cost.ts';
import { errorsPlugin } from './plugins/errors.ts';
import { learningPlugin } from './plugins/learning.ts';
import type { Limits } from './plugins/limits.ts';
import { operationPlugin } from './plugins/operation.ts';
import { pageSizePlugin } from './plugins/page-size.ts';
import { readingMethodPlugin } from './plugins/reading-method.ts';
import { releasePinPlugin } from './plugins/release-pin.ts';
import { writersPlugin } from './plugins/writers.ts';
import type { ProtectedPlaces } from './protected-places.ts';
import type { ReleaseSource } from './release-source.ts';
import type { GatewayContext } from './request-state.ts';

export interface ApolloOptions {
  readonly executor: Executor;
  readonly known: KnownOperations;
  readonly supergraphSdl: string;
  readonly limits: Limits;
  /** Undefined for a supergraph without releases: requests are then not pinned. */
  readonly releases: ReleaseSource | undefined;
  /** Undefined for a supergraph that is not the hub's: what is open there to whom is its own affair. */
  readonly placesOf: ProtectedPlaces | undefined;
  readonly logger: Logger;
}

/** Apollo Server over the executor, started. It lets introspection pass: which lanes do is decided before it is asked. */
export async function createApollo(options: ApolloOptions): Promise<ApolloServer<GatewayContext>> {
  const { executor, known, supergraphSdl, limits, releases, placesOf, logger } = options;
  const apollo = new ApolloServer<GatewayContext>({
    gateway: executorGateway(executor, supergraphSdl),
    nodeEnv: 'production',
    introspection: true,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    documentStore: documentStore(),
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    validationOptions: { maxErrors: limits.validationErrors },
    logger,
    plugins: pluginsOf({ known, limits, releases, placesOf, logger }),
  });
  await apollo.start();
  return apollo;
}

/** In order: a request is named, allowed, checked, pinned; its errors are given their public form last. */
const pluginsOf = ({
  known,
  limits,
  releases,
  placesOf,
  logger,
}: Pick<
  ApolloOptions,
  'known' | 'limits' | 'releases' | 'placesOf' | 'logger'
>): ApolloServerPlugin<GatewayContext>[] => [
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginCacheControlDisabled(),
  operationPlugin,
  readingMethodPlugin,
  ...(placesOf === undefined ? [] : [writersPlugin(placesOf)]),
  pageSizePlugin(limits.pageSize),
  ...(releases === undefined ? [] : [releasePinPlugin(releases)]),
  costPlugin,
  learningPlugin(known, placesOf),
  errorsPlugin(logger),
];
