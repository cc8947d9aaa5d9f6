import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { dayInChina } from '../catalog/day-in-china.ts';
import { SUBGRAPHS } from '../subgraphs/index.ts';
import { withDeadline } from './executor/deadline.ts';
import { createLocalTransport } from './executor/local-transport.ts';
import { createRemoteTransport } from './executor/remote-transport.ts';
import type { RequestContext, Transport } from './executor/transport.ts';

export interface OpenTransports {
  readonly transports: Readonly<Record<string, Transport>>;
  /** The newest release where a subgraph of this process knows it without asking; see `Subgraph.releaseWatch`. */
  readonly newestRelease?: () => number | undefined;
  /** Resolves when it is known for the first time. */
  readonly releaseKnown?: Promise<void>;
  close(): Promise<void>;
}

export interface HubTransportsOptions {
  /** Subgraphs that run elsewhere, by name; all others run in this process. */
  readonly urls: Readonly<Partial<Record<string, string>>>;
  /** The database of the subgraphs in this process. */
  readonly databaseUrl: string;
  readonly now: () => Date;
  /** Milliseconds one call of a subgraph in this process may take; default 5,000. */
  readonly deadline?: number;
  readonly logger: Logger;
  /** Called with the text of every statement the subgraphs of this process send. */
  readonly onStatement?: (text: string) => void;
}

/** Transports to every subgraph of the hub: over HTTP where an address is given, else within this process. */
export function openHubTransports(options: HubTransportsOptions): OpenTransports {
  const opened = Object.entries(SUBGRAPHS).map(([name, open]) => {
    const url = options.urls[name];
    if (url !== undefined) return { name, ...remote(name, url) };
    const subgraph = open(openingOf(options));
    const watch = subgraph.releaseWatch?.();
    return { name, ...local(subgraph, options), ...(watch === undefined ? {} : { watch }) };
  });
  return gathered(opened);
}

/** Transports over HTTP to the given addresses. */
export const openRemoteTransports = (urls: Readonly<Record<string, string>>): OpenTransports =>
  gathered(Object.entries(urls).map(([name, url]) => ({ name, ...remote(name, url) })));

interface OpenTransport {
  readonly transport: Transport;
  readonly watch?: ReturnType<NonNullable<HubSubgraph['releaseWatch']>>;
  readonly close: () => Promise<void>;
}

function remote(subgraph: string, url: string): OpenTransport {
  const { send, close } = createRemoteTransport({ subgraph, url });
  return { transport: send, close: async () => close() };
}

type HubSubgraph = ReturnType<(typeof SUBGRAPHS)[keyof typeof SUBGRAPHS]>;

/** Carries the resolvers' context from where it is made, which may take a promise, to where it is used. */
interface PreparedContext extends RequestContext {
  readonly prepared: unknown;
}

/** As long as a remote subgraph may take. */
const LONGEST_CALL = 5_000;

function local(subgraph: HubSubgraph, options: HubTransportsOptions): OpenTransport {
  const { now, logger, deadline = LONGEST_CALL } = options;
  const transport = createLocalTransport({
    schema: subgraph.schema,
    contextFor: (context) => (context as PreparedContext).prepared,
    onError: (error, { requestId }) => logBug(logger, subgraph.name, error, requestId),
  });
  const answering: Transport = async (request) => {
    const { release, requestId, reviewer, onRelease } = request.context;
    try {
      const moment = now();
      const { day: today = dayInChina(moment) } = request.context;
      const asked = { release, requestId, reviewer, today, now: moment.toISOString() };
      const made = subgraph.createContext(asked);
      const prepared = made instanceof Promise ? await made : made;
      const context: PreparedContext = { ...request.context, prepared };
      const answer = await transport({ ...request, context });
      if (prepared.ledTo !== undefined) onRelease?.(prepared.ledTo);
      return answer;
    } catch (refusal) {
      if (!(refusal instanceof GraphQLError)) throw refusal;
      return { errors: [refusal.toJSON()] };
    }
  };
  return { close: subgraph.close, transport: withDeadline(subgraph.name, deadline, answering) };
}

/** A subgraph's own refusal carries a code; whatever does not is a bug, and its stack is nowhere else. */
function logBug(logger: Logger, subgraph: string, error: GraphQLError, requestId: string): void {
  if (error.extensions['code'] === undefined)
    logger.error({ requestId, subgraph, path: error.path, err: error.originalError ?? error }, error.message);
}

const openingOf = ({ databaseUrl, onStatement }: HubTransportsOptions) =>
  onStatement === undefined ? { url: databaseUrl } : { url: databaseUrl, onStatement };

const gathered = (opened: readonly (OpenTransport & { readonly name: string })[]): OpenTransports => {
  const watch = opened.find((one) => one.watch !== undefined)?.watch;
  return {
    transports: Object.fromEntries(opened.map(({ name, transport }) => [name, transport])),
    ...(watch === undefined ? {} : { newestRelease: watch.newest, releaseKnown: watch.settled }),
    close: async () => {
      await Promise.all(opened.map(({ close }) => close()));
    },
  };
};
