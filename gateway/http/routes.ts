import type { Metrics } from '../plugins/metrics.ts';
import { send, sendJson } from './exchange.ts';
import { graphiqlRoute } from './graphiql.ts';
import { type GraphQLRouteOptions, graphqlRoute } from './graphql-route.ts';
import type { Route } from './router.ts';

export interface RoutesOptions {
  readonly graphql: GraphQLRouteOptions;
  /** The public schema, sorted, with descriptions. */
  readonly apiSdl: string;
  /** Names of the parts that cannot serve now. */
  readonly notReady: () => Promise<readonly string[]>;
  readonly metrics: Metrics;
}

/** The addresses of the gateway, but for the files of the page. */
export function gatewayRoutes({
  graphql,
  apiSdl,
  notReady,
  metrics,
}: RoutesOptions): Readonly<Record<string, Route>> {
  const stored = [...graphql.documents.byId.values()].map(({ id, name, text }) => ({ id, name, text }));
  return {
    '/graphql': graphqlRoute(graphql),
    '/graphiql': graphiqlRoute(graphql.documents),
    '/schema.graphql': { GET: (exchange) => send(exchange, 200, 'text/plain; charset=utf-8', apiSdl) },
    '/operations.json': { GET: (exchange) => sendJson(exchange, 200, stored) },
    '/health/live': { GET: (exchange) => sendJson(exchange, 200, { status: 'live' }) },
    '/health/ready': {
      async GET(exchange) {
        const missing = await notReady();
        const ready = missing.length === 0;
        sendJson(exchange, ready ? 200 : 503, ready ? { status: 'ready' } : { status: 'not ready', missing });
      },
    },
    '/metrics': {
      GET: async (exchange) => send(exchange, 200, metrics.contentType, await metrics.text()),
    },
  };
}
