import { encodeWriter, WRITER_HEADER } from '../../catalog/authority/writer-header.ts';
import { SIGNATURE_HEADER } from '../../signing/call.ts';
import type { Signer } from '../../signing/signer.ts';
import { endCall, type OpenCall, openCall } from '../failure/open-calls.ts';
import {
  type Ask,
  createSubgraphGuard,
  type GuardOptions,
  type SubgraphGuard,
} from '../failure/subgraph-guard.ts';
import { answerIn, ledTo, readRelease } from './graphql-reply.ts';
import {
  createHttpExchange,
  type HttpExchange,
  type Outgoing,
  type Reply,
  StaleSocket,
} from './http-exchange.ts';
import { subgraphAddress } from './subgraph-address.ts';
import { NotAsked, SubgraphFailure } from './subgraph-failure.ts';
import type { SubgraphRequest, Transport } from './transport.ts';

export interface RemoteTransportOptions {
  /** The subgraph's name, for failures. */
  readonly subgraph: string;
  /** `http://…`, `https://…` or `unix:/path/of/a/socket`. */
  readonly url: string;
  /** Milliseconds for one call, retry included; default 5,000. A request that has less left gives less. */
  readonly deadline?: number;
  /** Sockets kept and opened at most; default 64. */
  readonly connections?: number;
  /** Bytes of an answer at most; default 16 MiB. */
  readonly answerLimit?: number;
  /** Signs each sending; a subgraph of another's making is called without. */
  readonly sign?: Signer | undefined;
  /** Clock and timer of the guard. */
  readonly clock?: Pick<GuardOptions, 'now' | 'every'>;
}

/** A transport that can be ended: its kept sockets close. */
export interface RemoteTransport {
  readonly send: Transport;
  readonly guard: SubgraphGuard;
  close(): void;
}

/** What the heaviest page that the limits allow needs several times over; what is longer is no answer. */
const ANSWER_LIMIT = 16 * 1024 * 1024;
/** Answers under way at the same time, in sizes of the longest. */
const TOGETHER = 4;

/**
 * A transport over HTTP with kept connections. Every failure is a SubgraphFailure. A query that meets a dead kept
 * socket (the subgraph was restarted) is sent once more on a new one, as long as the budget lasts; a mutation always
 * takes a new socket, as it must not be sent twice. What a guard knows to be in vain is not sent.
 */
export function createRemoteTransport(options: RemoteTransportOptions): RemoteTransport {
  const { subgraph, url, deadline = 5_000, connections = 64, answerLimit = ANSWER_LIMIT } = options;
  const now = options.clock?.now ?? (() => performance.now());
  const sizes = { answer: answerLimit, together: TOGETHER * answerLimit };
  const exchange = createHttpExchange(url, connections, sizes);
  const signed = signing(options);
  const guard = createSubgraphGuard({ ...options.clock, ...questionsTo(exchange, subgraph, signed) });

  const delivered = async (request: SubgraphRequest, call: OpenCall, left: number): Promise<Reply> => {
    const onHead = (): void => guard.answering(call);
    // Made anew each time: a signature is good for one call.
    const sent = (kept: boolean, rest: number): Promise<Reply> =>
      exchange.send({ ...signed(outgoingOf(request, rest)), kept }, call, onHead);
    try {
      return await sent(!/^\s*mutation\b/.test(request.query), left);
    } catch (error) {
      const rest = call.deadline - now();
      if (!(error instanceof StaleSocket) || rest <= 0 || !guard.mayRepeat(call)) throw error;
      return await sent(false, rest);
    }
  };
  const send: Transport = async (request) => {
    const { context } = request;
    if (!guard.admits())
      throw new SubgraphFailure('SUBGRAPH_UNAVAILABLE', subgraph, new NotAsked('nobody answers there'));
    const begun = now();
    const endsAt = Math.min(begun + deadline, context.deadline ?? Number.POSITIVE_INFINITY);
    if (endsAt <= begun || context.signal?.aborted === true)
      throw new SubgraphFailure('SUBGRAPH_TIMEOUT', subgraph, new Error('not asked: no time is left'));
    const call = guard.begin(endsAt);
    const gone = (): void => endCall(call, 'GONE');
    context.signal?.addEventListener('abort', gone, { once: true });
    let outcome: 'ANSWERED' | 'FAILED' | 'NEITHER' = 'FAILED';
    try {
      const asked = context.release;
      const reply = await delivered(request, call, endsAt - begun);
      const answer = answerIn(subgraph, reply);
      const led = ledTo(reply);
      const read = readRelease(reply);
      if (led === undefined && asked !== undefined && read !== undefined && read !== asked)
        throw new RangeError(`release ${read} instead of ${asked}`);
      if (led !== undefined) context.onRelease?.(led);
      outcome = 'ANSWERED';
      return answer;
    } catch (error) {
      if (call.ended !== undefined && call.ended !== 'STALLED') outcome = 'NEITHER';
      if (error instanceof SubgraphFailure) throw error;
      throw new SubgraphFailure(codeOf(error, call), subgraph, error);
    } finally {
      context.signal?.removeEventListener('abort', gone);
      guard.end(call, outcome);
    }
  };
  return {
    send,
    guard,
    close: () => {
      guard.close();
      exchange.close();
    },
  };
}

type Signed = (call: Sent) => Sent;
type Sent = ReturnType<typeof outgoingOf>;

/** A call with its signature, which is good for one sending. */
const signing = ({ subgraph, url, sign }: RemoteTransportOptions): Signed => {
  if (sign === undefined) return (call) => call;
  const { path } = subgraphAddress(url);
  return ({ method, headers, body }) => {
    const signature = sign({ method, path, subgraph, headers }, body);
    return { method, body, headers: { ...headers, [SIGNATURE_HEADER]: signature } };
  };
};

/** What is sent for a request that has so many milliseconds left. */
function outgoingOf(request: SubgraphRequest, left: number) {
  const { query, operationName, variables, context } = request;
  const body = JSON.stringify({ query, operationName, variables });
  const headers = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json',
    'content-length': String(Buffer.byteLength(body)),
    'x-request-id': context.requestId,
    // A difference of moments is off by far less than a microsecond, which makes no millisecond more.
    'x-zongheng-deadline': String(Math.ceil(left - 0.001)),
    ...(context.release === undefined ? {} : { 'x-zongheng-release': String(context.release) }),
    ...(context.day === undefined ? {} : { 'x-zongheng-day': context.day }),
    ...(context.writer === undefined ? {} : { [WRITER_HEADER]: encodeWriter(context.writer) }),
  };
  return { method: 'POST', headers, body } as const;
}

/** Milliseconds the guard's questions may take; it breaks them off long before. */
const QUESTION = 1_000;

/** A question that needs no row of any release: which one is named does not matter. */
const SMALL: SubgraphRequest = {
  query: '{ __typename }',
  variables: {},
  context: { release: 1, requestId: 'breaker' },
};

/** Nobody takes connections; a process that is ending answers what it has begun all the same. */
const REFUSED = /^(?:ECONNREFUSED|ENOENT)$/u;

/** What the guard may ask, each time over a connection of its own. */
function questionsTo(
  exchange: HttpExchange,
  subgraph: string,
  signed: Signed,
): Pick<GuardOptions, 'isThere' | 'answers'> {
  const ask =
    (outgoing: () => Omit<Outgoing, 'kept'>, isGood: (reply: Reply) => boolean): Ask =>
    async (signal) => {
      const call = openCall(0, Number.POSITIVE_INFINITY);
      signal.addEventListener('abort', () => endCall(call, 'LATE'), { once: true });
      return isGood(await exchange.send({ ...outgoing(), kept: false }, call, () => undefined));
    };
  return {
    isThere: (signal) =>
      ask(
        () => ({ method: 'GET', path: '/health', headers: {}, body: '' }),
        () => true,
      )(signal).catch((error: NodeJS.ErrnoException) => {
        if (REFUSED.test(String(error.code))) return false;
        throw error;
      }),
    answers: ask(
      () => signed(outgoingOf(SMALL, QUESTION)),
      (reply) => {
        const { data, errors } = answerIn(subgraph, reply);
        return typeof data?.['__typename'] === 'string' || (errors?.length ?? 0) > 0;
      },
    ),
  };
}

const codeOf = (error: unknown, { ended }: OpenCall) => {
  if (ended !== undefined) return 'SUBGRAPH_TIMEOUT';
  const isNoHttp = String((error as NodeJS.ErrnoException).code).startsWith('HPE_');
  return isNoHttp || error instanceof RangeError ? 'SUBGRAPH_INVALID_RESPONSE' : 'SUBGRAPH_UNAVAILABLE';
};
