import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { Logger } from 'pino';
import type { Executor } from './executor/executor.ts';
import { executorGateway } from './executor-gateway.ts';
import { costPlugin } from './plugins/cost.ts';
import { errorsPlugin } from './plugins/errors.ts';
import type { Limits } from './plugins/limits.ts';
import { operationPlugin } from './plugins/operation.ts';
import { pageSizePlugin } from './plugins/page-size.ts';
import { releasePinPlugin } from './plugins/release-pin.ts';
import type { ReleaseSource } from './release-source.ts';
import type { GatewayContext } from './request-state.ts';

export interface ApolloOptions {
  readonly executor: Executor;
  readonly supergraphSdl: string;
  readonly limits: Limits;
  /** Undefined for a supergraph without releases: requests are then not pinned. */
  readonly releases: ReleaseSource | undefined;
  readonly logger: Logger;
}

/** Apollo Server over the executor, started. The hub's schema is public, hence introspection is allowed. */
export async function createApollo(options: ApolloOptions): Promise<ApolloServer<GatewayContext>> {
  const { executor, supergraphSdl, limits, releases, logger } = options;
  const apollo = new ApolloServer<GatewayContext>({
    gateway: executorGateway(executor, supergraphSdl),
    nodeEnv: 'production',
    introspection: true,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    validationOptions: { maxErrors: limits.validationErrors },
    logger,
    plugins: pluginsOf({ limits, releases, logger }),
  });
  await apollo.start();
  return apollo;
}

/** In order: a request is named, checked, pinned; its errors are given their public form last. */
const pluginsOf = ({
  limits,
  releases,
  logger,
}: Pick<ApolloOptions, 'limits' | 'releases' | 'logger'>): ApolloServerPlugin<GatewayContext>[] => [
  ApolloServerPluginLandingPageDisabled(),
  operationPlugin,
  pageSizePlugin(limits.pageSize),
  costPlugin(limits.objects),
  ...(releases === undefined ? [] : [releasePinPlugin(releases)]),
  errorsPlugin(logger),
];
