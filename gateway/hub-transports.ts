import { GraphQLError, parse } from 'graphql';
import type { Logger } from 'pino';
import { dayInChina } from '../catalog/day-in-china.ts';
import { readCostModel } from '../cost/model.ts';
import { openFusion } from '../fusion/open-fusion.ts';
import type { Signer } from '../signing/signer.ts';
import { SUBGRAPHS } from '../subgraphs/index.ts';
import { subgraphSdl } from '../subgraphs/sdl.ts';
import { withDeadline } from './executor/deadline.ts';
import { createLocalTransport } from './executor/local-transport.ts';
import { createRemoteTransport } from './executor/remote-transport.ts';
import type { Shortcut } from './executor/shortcut.ts';
import type { RequestContext, Transport } from './executor/transport.ts';
import type { SubgraphGuard } from './failure/subgraph-guard.ts';

export interface OpenTransports {
  readonly transports: Readonly<Record<string, Transport>>;
  /** What sees to the subgraphs of other processes, by name. */
  readonly guards: Readonly<Record<string, SubgraphGuard>>;
  /** The newest release where a subgraph of this process knows it without asking; see `Subgraph.releaseWatch`. */
  readonly newestRelease?: () => number | undefined;
  /** Resolves when it is known for the first time. */
  readonly releaseKnown?: Promise<void>;
  /** The way past plans that read one database, where all subgraphs are of this process. */
  readonly shortcut?: Shortcut;
  close(): Promise<void>;
}

export interface HubTransportsOptions {
  /** Subgraphs that run elsewhere, by name; all others run in this process. */
  readonly urls: Readonly<Partial<Record<string, string>>>;
  /** Signs what those are sent. */
  readonly sign?: Signer | undefined;
  /** The database of the subgraphs in this process. */
  readonly databaseUrl: string;
  readonly now: () => Date;
  /** Milliseconds one call of a subgraph in this process may take; default 5,000. */
  readonly deadline?: number;
  readonly logger: Logger;
  /** Called with the text of every statement the subgraphs of this process send. */
  readonly onStatement?: (text: string) => void;
  /** For tests alone; see `SubgraphOptions`. */
  readonly isLeftToDatabase?: boolean;
}

/** Transports to every subgraph of the hub: over HTTP where an address is given, else within this process. */
export function openHubTransports(options: HubTransportsOptions): OpenTransports {
  const opened = Object.entries(SUBGRAPHS).map(([name, open]) => {
    const url = options.urls[name];
    if (url !== undefined) return { name, ...remote(name, url, options.sign) };
    const subgraph = open(openingOf(options));
    const watch = subgraph.releaseWatch?.();
    return { name, ...local(subgraph, options), ...(watch === undefined ? {} : { watch }) };
  });
  const all = gathered(opened);
  return Object.keys(options.urls).length === 0 ? withFusion(all, options) : all;
}

/** A plan that reaches out to another process has to be followed; one whose fetches all read our database need not. */
function withFusion(all: OpenTransports, options: HubTransportsOptions): OpenTransports {
  const { shortcut, close } = openFusion({
    ...openingOf(options),
    now: options.now,
    onUnfusable: (reason) => options.logger.debug({ reason }, 'an operation is left to its plan'),
    onFailure: (error, requestId) =>
      options.logger.warn({ requestId, err: error }, 'a fused statement failed; the plan answers'),
  });
  return {
    ...all,
    shortcut,
    close: async () => {
      await Promise.all([all.close(), close()]);
    },
  };
}

/** Transports over HTTP to the given addresses. */
export const openRemoteTransports = (
  urls: Readonly<Record<string, string>>,
  sign?: Signer | undefined,
): OpenTransports =>
  gathered(Object.entries(urls).map(([name, url]) => ({ name, ...remote(name, url, sign) })));

interface OpenTransport {
  readonly transport: Transport;
  readonly guard?: SubgraphGuard;
  readonly watch?: ReturnType<NonNullable<HubSubgraph['releaseWatch']>>;
  readonly close: () => Promise<void>;
}

function remote(subgraph: string, url: string, sign: Signer | undefined): OpenTransport {
  const { send, guard, close } = createRemoteTransport({ subgraph, url, sign });
  return { transport: send, guard, close: async () => close() };
}

type HubSubgraph = ReturnType<(typeof SUBGRAPHS)[keyof typeof SUBGRAPHS]>;

/** As long as a remote subgraph may take. */
const LONGEST_CALL = 5_000;

function local(subgraph: HubSubgraph, options: HubTransportsOptions): OpenTransport {
  const { logger, deadline = LONGEST_CALL } = options;
  const contexts = sharedContexts(subgraph, options.now);
  const transport = createLocalTransport({
    schema: subgraph.schema,
    costs: readCostModel(subgraph.schema, parse(subgraphSdl(subgraph.name), { noLocation: true })),
    contextFor: contexts.of,
    onError: (error, { requestId }) => logBug(logger, subgraph.name, error, requestId),
  });
  const answering: Transport = async (request) => {
    try {
      const answer = await transport(request);
      const ledTo = contexts.ledTo(request.context);
      if (ledTo !== undefined) request.context.onRelease?.(ledTo);
      return answer;
    } catch (refusal) {
      if (!(refusal instanceof GraphQLError)) throw refusal;
      return { errors: [refusal.toJSON()] };
    }
  };
  return { close: subgraph.close, transport: withDeadline(subgraph.name, deadline, answering) };
}

type SubgraphContext = Awaited<ReturnType<HubSubgraph['createContext']>>;

/**
 * The resolvers' context of the calls of one request, which share it: what one plan step has read, the next need not
 * read again. After a mutation has led to another release, the others' calls read anew.
 */
const sharedContexts = ({ createContext }: HubSubgraph, now: () => Date) => {
  const made = new WeakMap<RequestContext, SubgraphContext>();
  const fresh = (context: RequestContext): SubgraphContext | Promise<SubgraphContext> => {
    const { release, day, requestId, writer } = context;
    const moment = now();
    const today = day ?? dayInChina(moment);
    return createContext({ release, requestId, writer, today, now: moment.toISOString() });
  };
  return {
    of(context: RequestContext): SubgraphContext | Promise<SubgraphContext> {
      const before = made.get(context);
      if (before !== undefined && before.release === context.release) return before;
      const found = fresh(context);
      // Without a release every call asks for the newest itself.
      if (!(found instanceof Promise)) made.set(context, found);
      return found;
    },
    /** The release that a mutation among the calls so far has led to. */
    ledTo: (context: RequestContext): number | undefined => made.get(context)?.ledTo,
  };
};

/** A subgraph's own refusal carries a code; whatever does not is a bug, and its stack is nowhere else. */
function logBug(logger: Logger, subgraph: string, error: GraphQLError, requestId: string): void {
  if (error.extensions['code'] === undefined)
    logger.error({ requestId, subgraph, path: error.path, err: error.originalError ?? error }, error.message);
}

const openingOf = ({ databaseUrl, onStatement, isLeftToDatabase = false }: HubTransportsOptions) => ({
  ...{ url: databaseUrl, isLeftToDatabase },
  ...(onStatement === undefined ? {} : { onStatement }),
});

const gathered = (opened: readonly (OpenTransport & { readonly name: string })[]): OpenTransports => {
  const watch = opened.find((one) => one.watch !== undefined)?.watch;
  return {
    transports: Object.fromEntries(opened.map(({ name, transport }) => [name, transport])),
    guards: Object.fromEntries(
      opened.flatMap(({ name, guard }) => (guard === undefined ? [] : [[name, guard] as const])),
    ),
    ...(watch === undefined ? {} : { newestRelease: watch.newest, releaseKnown: watch.settled }),
    close: async () => {
      await Promise.all(opened.map(({ close }) => close()));
    },
  };
};
