import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type GraphQLSchema, parse, printSchema } from 'graphql';
import type { Logger } from 'pino';
import { readCostModel } from '../cost/model.ts';
import { createAdmission } from './admission.ts';
import { createAnswerForm, type ScalarForms } from './answers/answer-form.ts';
import { createAnswering } from './answers/answering.ts';
import { createHits } from './answers/hits.ts';
import { ANSWER_BYTES, createKeptAnswers } from './answers/kept-answers.ts';
import { createKeptEntities } from './answers/kept-entities.ts';
import { createKnownOperations } from './answers/known-operations.ts';
import type { SharedAnswers } from './answers/shared/shared-answers.ts';
import { createApollo } from './apollo.ts';
import { createExecutor } from './executor/executor.ts';
import type { Shortcut } from './executor/shortcut.ts';
import type { Transport } from './executor/transport.ts';
import type { SubgraphGuard } from './failure/subgraph-guard.ts';
import { createGate, type Gate } from './gate.ts';
import { refuseWhatIsNoRequest } from './http/client-errors.ts';
import { CONNECTION_LIMITS, type ConnectionLimits, createBoundedServer } from './http/connection-limits.ts';
import { createDrain, type Drain, type DrainTimes } from './http/drain.ts';
import { sendRefusal } from './http/exchange.ts';
import { createRouter, type Route } from './http/router.ts';
import { gatewayRoutes } from './http/routes.ts';
import { createTurnAway, type TurnAway } from './http/turn-away.ts';
import { LANES, type Lanes } from './lanes.ts';
import { logRequest } from './plugins/logging.ts';
import { createMetrics, type Metrics } from './plugins/metrics.ts';
import { createProtectedPlaces } from './protected-places.ts';
import { createReadiness, type Probe } from './readiness.ts';
import { releaseOwner } from './release-owner.ts';
import { createReleaseSource, type ReleaseSource } from './release-source.ts';
import { NO_DOCUMENTS, type StoredDocuments } from './stored-documents.ts';
import type { TokenVerifier } from './tokens/verify-token.ts';

export interface GatewayOptions {
  readonly supergraphSdl: string;
  /** By the name the supergraph gives each subgraph. */
  readonly transports: Readonly<Record<string, Transport>>;
  /** What sees to the subgraphs that run elsewhere, by name; for the metrics. */
  readonly guards?: Readonly<Record<string, SubgraphGuard>>;
  /** Names of the subgraphs that run elsewhere: what they have told of an entity they are not asked again. */
  readonly remoteSubgraphs?: readonly string[];
  /** What their values of the supergraph's own scalars look like; see `createAnswerForm`. */
  readonly scalarForms?: ScalarForms;
  /** The newest release where it is known without asking; see `ReleaseSource.known`. */
  readonly newestRelease?: (() => number | undefined) | undefined;
  /** A way past the plans of some operations; see `createExecutor`. */
  readonly shortcut?: Shortcut | undefined;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly logger: Logger;
  readonly documents?: StoredDocuments;
  /** Files of the page by path; see `pageRoutes`. */
  readonly page?: Readonly<Record<string, Route>>;
  /** What each subgraph is asked to know whether it works. */
  readonly probes?: Readonly<Record<string, Probe>>;
  readonly lanes?: Lanes;
  /** Tells who shows a token; undefined: tokens, and what is open to whom, are the affair of the subgraphs. */
  readonly verifyToken?: TokenVerifier | undefined;
  /** Lets in what is to be worked out. */
  readonly gate?: Gate;
  readonly connectionLimits?: ConnectionLimits;
  /** For tests alone, which prove that the database holds by itself: no place has a rule. */
  readonly isLeftToDatabase?: boolean;
  /** Milliseconds the planner may take for one document; see `createExecutor`. */
  readonly planningDeadline?: number;
  readonly drainTimes?: DrainTimes;
  /** Bytes of answers kept; 0 keeps none. */
  readonly answerBytes?: number;
  /** What the other processes on this port keep; none where this is the only one. */
  readonly sharedAnswers?: SharedAnswers | undefined;
  readonly now?: () => Date;
  /** Waited for when all is prepared but the port: a process in reserve, which may ask meanwhile what does not work. */
  readonly beforeListening?: (notReady: Gateway['notReady']) => Promise<void>;
}

export interface Gateway {
  /** Address of the GraphQL endpoint. */
  readonly url: string;
  readonly port: number;
  /** Names of the subgraphs that do not answer a query; asked anew at most four times a second. */
  readonly notReady: () => Promise<readonly string[]>;
  /** Stops accepting connections, finishes what is under way within the bound, then ends. */
  close(): Promise<void>;
}

/** Starts the HTTP server over one supergraph; resolves when it listens, rejects when it cannot. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { supergraphSdl, logger, documents = NO_DOCUMENTS, lanes = LANES, page = {} } = options;
  const limits = lanes.OPEN;
  const { planningDeadline, verifyToken } = options;
  const planning = planningDeadline === undefined ? {} : { planningDeadline };
  const metrics = createMetrics(documents.operationNames, options.guards);
  tellChanges(options.guards ?? {}, logger);
  const transports = transportsOf(options, metrics, () => executor.schema);
  const shortcut = metrics.observedShortcut(options.shortcut);
  const executor = createExecutor({ supergraphSdl, transports, shortcut, ...planning });
  const releases = releasesOf(releaseOwner(executor.schema, transports), options.newestRelease, logger);
  const known = createKnownOperations(executor.schema);
  const document = parse(supergraphSdl, { noLocation: true });
  const model = readCostModel(executor.schema, document);
  const admission = createAdmission({ model, lanes, documents });
  const isOpen = verifyToken === undefined || options.isLeftToDatabase === true;
  const placesOf = isOpen ? undefined : createProtectedPlaces(document, executor.schema);
  const apollo = await createApollo({ executor, known, supergraphSdl, limits, releases, placesOf, logger });
  const { now = () => new Date(), answerBytes = ANSWER_BYTES } = options;
  const kept = createKeptAnswers(answerBytes);
  const shared = answerBytes === 0 ? undefined : metrics.observedAnswers(options.sharedAnswers);
  const gate = metrics.observedGate(options.gate ?? createGate());
  const answering = createAnswering({ executor, known, kept, shared, limits, releases, gate, now, logger });
  const { connectionLimits = CONNECTION_LIMITS } = options;
  const server = createBoundedServer(connectionLimits);
  const { toText } = answering;
  const isServing = (): boolean => drain.phase === 'serving';
  // Registered before all other listeners, which let be what it has answered.
  server.on('request', createHits({ toText, isServing, now: () => now().getTime(), metrics, logger }));
  const drain = createDrain(server, options.drainTimes);
  refuseWhatIsNoRequest(server, drain.underWay);
  const notReady = createReadiness({ transports: options.transports, probes: options.probes ?? {} });
  const routes = gatewayRoutes({
    graphql: {
      apollo,
      answering,
      documents,
      limits,
      admission,
      gate,
      now,
      verifyToken,
    },
    apiSdl: `${printSchema(executor.schema)}\n`,
    notReady: async () => (drain.phase === 'serving' ? notReady() : ['gateway']),
    metrics,
  });
  const turnAway = createTurnAway({ gate, answering, documents, metrics, logger });
  const parts = { drain, metrics, logger, connectionLimits, turnAway };
  server.on('request', requestListener({ ...page, ...routes }, parts));
  await options.beforeListening?.(notReady);
  const port = await listening(server, options);
  return {
    url: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}/graphql`,
    port,
    notReady,
    async close() {
      await drain.begin();
      await apollo.stop();
      metrics.close();
    },
  };
}

interface ListenerParts {
  readonly drain: Drain;
  readonly metrics: Metrics;
  readonly logger: Logger;
  readonly connectionLimits: ConnectionLimits;
  readonly turnAway: TurnAway;
}

const requestListener = (
  routes: Readonly<Record<string, Route>>,
  { drain, metrics, logger, connectionLimits, turnAway }: ListenerParts,
): ReturnType<typeof createRouter> =>
  createRouter({
    routes,
    turnAway: (request, response, goOn) =>
      drain.phase === 'serving' &&
      request.rawHeaders.length <= 2 * connectionLimits.headers &&
      turnAway(request, response, goOn),
    before(exchange) {
      const refuse = (): void => sendRefusal(exchange, 'SHUTTING_DOWN');
      drain.refuseWith(exchange.response, refuse);
      if (drain.phase === 'cut') {
        refuse();
        return true;
      }
      // Names and values lie in turn.
      if (exchange.request.rawHeaders.length <= 2 * connectionLimits.headers) return false;
      const detail = `请求头至多 ${connectionLimits.headers} 个`;
      sendRefusal(exchange, 'BAD_REQUEST', detail, { status: 431, headers: { connection: 'close' } });
      return true;
    },
    after(exchange) {
      if (exchange.url.pathname === '/graphql') metrics.request(exchange);
      logRequest(logger, exchange);
    },
    onBug: ({ state }, bug) => logger.error({ requestId: state.requestId, err: bug }, 'a request failed'),
  });

/**
 * Each transport observed; before those to other processes stands what looks at the form of their answers, and before
 * that what is kept of their entities.
 */
function transportsOf(
  options: GatewayOptions,
  metrics: Metrics,
  schema: () => GraphQLSchema,
): Readonly<Record<string, Transport>> {
  const { transports, remoteSubgraphs = [], answerBytes = ANSWER_BYTES, now = () => new Date() } = options;
  const keeping = createKeptEntities({ schema, mostBytes: answerBytes / 4, now });
  const formed = createAnswerForm(schema, options.scalarForms ?? {});
  const far = new Set(remoteSubgraphs);
  return Object.fromEntries(
    Object.entries(transports).map(([name, transport]) => {
      const observed = metrics.observed(name, transport);
      return [name, far.has(name) ? keeping(name, formed(name, observed)) : observed];
    }),
  );
}

/** That a subgraph is not asked any more is told once, not for each call it is spared. */
function tellChanges(guards: Readonly<Record<string, SubgraphGuard>>, logger: Logger): void {
  for (const [subgraph, guard] of Object.entries(guards))
    guard.onChange((isAsked) =>
      logger.warn({ subgraph }, isAsked ? 'the subgraph answers again' : 'the subgraph is not asked for now'),
    );
}

function releasesOf(
  transport: Transport | undefined,
  newest: (() => number | undefined) | undefined,
  logger: Logger,
): ReleaseSource | undefined {
  if (transport === undefined) return undefined;
  const onFallback = (failure: unknown): void =>
    logger.warn({ err: failure }, 'the newest release cannot be asked; the last known one stands in');
  return createReleaseSource({ transport, newest, onFallback });
}

function listening(server: Server, { host, port }: { host: string; port: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
