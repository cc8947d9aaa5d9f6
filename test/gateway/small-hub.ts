import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLError, type GraphQLSchema, graphql, parse } from 'graphql';
import { encodeCursor } from '../../catalog/cursor.ts';
import { composed, composeSupergraph } from '../../gateway/compose.ts';
import { createLocalTransport } from '../../gateway/executor/local-transport.ts';
import type { Transport } from '../../gateway/executor/transport.ts';
import { createLogger } from '../../gateway/plugins/logging.ts';
import { createGateway, type Gateway, type GatewayOptions } from '../../gateway/server.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])`;

const SDL = {
  reference: `${LINK}
    scalar DateTime
    input ReleaseRef { number: Int at: DateTime }
    type Release @key(fields: "number") { number: Int! publishedAt: DateTime! }
    type Query {
      release(asOf: ReleaseRef): Release!
      items(first: Int = 20, after: String): ItemConnection!
      slow: String
      leak: String
    }
    type ItemConnection { nodes: [Item!]! endCursor: String totalCount: Int! }
    type Item @key(fields: "id") { id: ID! name: String! release: Int! }`,
  guide: `${LINK}
    type Item @key(fields: "id") { id: ID! guide: Guide }
    type Guide { text: String! release: Int! day: String }`,
};

/** What a subgraph must never let out of the gateway. */
export const CANARY = 'canary: select * from secret at /srv/app/db.ts 10.0.0.7:5432';

interface Context {
  readonly release: number | undefined;
  readonly day?: string | undefined;
}

/** Release 7 came on 7 March by Greenwich, on the 8th in China. */
export const publishedAt = (number: number): string =>
  new Date(Date.UTC(2026, 2, number, 16, 30)).toISOString();

/** A hub of two subgraphs whose data is the release they were asked for, and whose slowness the test ends. */
export interface SmallHub {
  readonly supergraphSdl: string;
  readonly schemas: Readonly<Record<keyof typeof SDL, GraphQLSchema>>;
  readonly transports: Readonly<Record<keyof typeof SDL, Transport>>;
  /** The newest release, known without asking. */
  newest(): number;
  /** Publishes the next release. */
  publish(): void;
  /** Resolves when a request has reached the field `slow`. */
  readonly slowAsked: Promise<void>;
  /** Lets the field `slow` answer. */
  endSlow(): void;
}

export function smallHub(): SmallHub {
  let newest = 7;
  const asked = Promise.withResolvers<void>();
  const slow = Promise.withResolvers<string>();
  const refuse = (code: string) => new GraphQLError(CANARY, { extensions: { code } });
  const releaseOf = ({ release }: Context): number => release ?? newest;

  const resolvers = {
    reference: {
      Query: {
        release: (
          _: unknown,
          { asOf }: { asOf?: { number?: number; at?: string } | null },
          context: Context,
        ) => {
          const number = asOf?.at === undefined ? (asOf?.number ?? releaseOf(context)) : 3;
          if (number > newest) throw refuse('RELEASE_NOT_FOUND');
          return { number, publishedAt: publishedAt(number) };
        },
        items: (_: unknown, { first }: { first: number }, context: Context) => ({
          nodes: Array.from({ length: Math.min(first, 3) }, (_, index) => ({ id: String(index) })),
          endCursor: encodeCursor(releaseOf(context), [first]),
          totalCount: 3,
        }),
        slow: () => {
          asked.resolve();
          return slow.promise;
        },
        leak: () => {
          throw new Error(CANARY);
        },
      },
      Item: {
        __resolveReference: (item: object) => item,
        name: ({ id }: { id: string }) => `事项${id}`,
        release: (_: unknown, __: unknown, context: Context) => releaseOf(context),
      },
    },
    guide: {
      Item: {
        guide: ({ id }: { id: string }) => ({ text: `指南${id}` }),
        __resolveReference: (item: object) => item,
      },
      Guide: {
        release: (_: unknown, __: unknown, context: Context) => releaseOf(context),
        day: (_: unknown, __: unknown, { day }: Context) => day,
      },
    },
  };
  const schemas = {
    reference: buildSubgraphSchema([{ typeDefs: parse(SDL.reference), resolvers: resolvers.reference }]),
    guide: buildSubgraphSchema([{ typeDefs: parse(SDL.guide), resolvers: resolvers.guide }]),
  };
  const local = (schema: GraphQLSchema): Transport =>
    createLocalTransport({ schema, contextFor: ({ release, day }) => ({ release, day }) });
  return {
    supergraphSdl: smallSupergraph({}),
    schemas,
    transports: { reference: local(schemas.reference), guide: local(schemas.guide) },
    newest: () => newest,
    publish: () => {
      newest += 1;
    },
    slowAsked: asked.promise,
    endSlow: () => slow.resolve('done'),
  };
}

/** The supergraph of the small hub, naming the given addresses. */
export function smallSupergraph(urls: Readonly<Record<string, string>>): string {
  const composition = composeSupergraph(SDL, urls);
  if (!composed(composition)) throw new Error(composition.errors.join('\n'));
  return composition.supergraphSdl;
}

/** A gateway on a free port over a small hub; `await using` closes it. */
export async function startSmallGateway(
  hub: SmallHub,
  options: Partial<GatewayOptions> = {},
): Promise<Gateway & AsyncDisposable & { readonly log: string[] }> {
  const log: string[] = [];
  const gateway = await createGateway({
    supergraphSdl: hub.supergraphSdl,
    transports: hub.transports,
    host: '127.0.0.1',
    port: 0,
    logger: createLogger('debug', { write: (line) => void log.push(line) }),
    drainTimes: { idle: 50, bound: 5_000 },
    ...options,
  });
  return { ...gateway, log, [Symbol.asyncDispose]: () => gateway.close() };
}

/** A subgraph in front of HTTP, as another process would serve it; killing it resets every connection. */
export async function serveSubgraph(
  schema: GraphQLSchema,
  port = 0,
): Promise<{ readonly port: number; readonly url: string; kill(): Promise<void> }> {
  const server: Server = createServer(async (request, response) => {
    const { query, variables } = JSON.parse(await text(request));
    const header = request.headers['x-zongheng-release'];
    const contextValue = { release: header === undefined ? undefined : Number(header) };
    const result = await graphql({ schema, source: query, variableValues: variables, contextValue });
    response.writeHead(200, { 'content-type': 'application/graphql-response+json' });
    response.end(JSON.stringify(result));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const taken = (server.address() as AddressInfo).port;
  return {
    port: taken,
    url: `http://127.0.0.1:${taken}/graphql`,
    kill: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
