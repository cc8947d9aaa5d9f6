import type { IncomingMessage } from 'node:http';
import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { urlToHttpOptions } from 'node:url';
import { encodeWriter, WRITER_HEADER } from '../../catalog/authority/writer-header.ts';
import { isDataObject } from './answer-shape.ts';
import { SubgraphFailure } from './subgraph-failure.ts';
import type { RequestContext, SubgraphAnswer, SubgraphRequest, Transport } from './transport.ts';

export interface RemoteTransportOptions {
  /** The subgraph's name, for failures. */
  readonly subgraph: string;
  readonly url: string;
  /** Milliseconds for one call, retry included; default 5,000. */
  readonly deadline?: number;
  /** Sockets kept and opened at most; default 64. */
  readonly connections?: number;
  /** Bytes of an answer at most; default 64 MiB. */
  readonly answerLimit?: number;
  /** Further headers for a body about to be sent: a signature above all. */
  readonly headersFor?: (body: string, request: SubgraphRequest) => Readonly<Record<string, string>>;
}

/** A transport that can be ended: its kept sockets close. */
export interface RemoteTransport {
  readonly send: Transport;
  close(): void;
}

interface Reply {
  readonly status: number;
  readonly text: string;
  readonly release: string | string[] | undefined;
}

/** A kept socket turned out to be dead before a byte of the answer came: nothing was lost yet. */
class StaleSocket extends Error {
  override readonly name = 'StaleSocket';
}

/**
 * A transport over HTTP with kept connections. Every failure is a SubgraphFailure. A query that meets a dead kept
 * socket (the subgraph was restarted) is sent once more on a new one; a mutation always takes a new socket,
 * as it must not be sent twice.
 */
export function createRemoteTransport(options: RemoteTransportOptions): RemoteTransport {
  const url = new URL(options.url);
  const pool = {
    keepAlive: true,
    maxSockets: options.connections ?? 64,
    maxFreeSockets: options.connections ?? 64,
  };
  const agent = url.protocol === 'https:' ? new HttpsAgent(pool) : new HttpAgent(pool);
  const { subgraph, deadline = 5_000, answerLimit = 64 * 1024 * 1024 } = options;

  const exchange = exchangeOver(url, agent, answerLimit);

  const send: Transport = async (request) => {
    const { query, operationName, variables, context } = request;
    const body = JSON.stringify({ query, operationName, variables });
    const headers = {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      'content-length': String(Buffer.byteLength(body)),
      'x-request-id': context.requestId,
      ...(context.release === undefined ? {} : { 'x-zongheng-release': String(context.release) }),
      ...(context.day === undefined ? {} : { 'x-zongheng-day': context.day }),
      ...(context.writer === undefined ? {} : { [WRITER_HEADER]: encodeWriter(context.writer) }),
      ...options.headersFor?.(body, request),
    };
    const ending = endingOf(context.signal, deadline);
    const mayRepeat = !/^\s*mutation\b/.test(query);
    try {
      const reply = await exchange(body, headers, mayRepeat, ending).catch((error: unknown) => {
        if (error instanceof StaleSocket) return exchange(body, headers, false, ending);
        throw error;
      });
      tellRelease(reply, context);
      return answerOf(subgraph, reply);
    } catch (error) {
      if (error instanceof SubgraphFailure) throw error;
      throw new SubgraphFailure(codeOf(error, ending), subgraph, error);
    } finally {
      ending.clear();
    }
  };
  return { send, close: () => agent.destroy() };
}

/** The end of a call before it is answered: its deadline has passed, or the client is gone. */
interface Ending {
  readonly isOver: () => boolean;
  /** What has to stop then; at once where that has come already. */
  readonly stops: (stop: () => void) => void;
  readonly clear: () => void;
}

/** A timer and a listener: signals that are made and united for each call cost more than its headers. */
function endingOf(gone: AbortSignal | undefined, deadline: number): Ending {
  let isOver = gone?.aborted === true;
  let stop: (() => void) | undefined;
  const end = (): void => {
    isOver = true;
    stop?.();
  };
  const timer = setTimeout(end, deadline);
  gone?.addEventListener('abort', end, { once: true });
  return {
    isOver: () => isOver,
    stops: (next) => {
      stop = next;
      if (isOver) next();
    },
    clear: () => {
      clearTimeout(timer);
      gone?.removeEventListener('abort', end);
    },
  };
}

/** Sends one body: over a kept socket of the agent, or over a new one that is closed afterwards. */
function exchangeOver(url: URL, agent: HttpAgent | HttpsAgent, answerLimit: number) {
  const open = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const target = urlToHttpOptions(url);
  return (body: string, headers: Readonly<Record<string, string>>, kept: boolean, ending: Ending) =>
    new Promise<Reply>((resolve, reject) => {
      const outgoing = open({ ...target, method: 'POST', headers, agent: kept ? agent : false });
      ending.stops(() => outgoing.destroy(new Error('the call is over')));
      outgoing.on('response', (incoming) => {
        read(incoming, answerLimit).then(
          (text) =>
            resolve({
              status: incoming.statusCode ?? 0,
              text,
              release: incoming.headers['x-zongheng-release'],
            }),
          reject,
        );
      });
      outgoing.on('error', (error: NodeJS.ErrnoException) => {
        const reset = error.code === 'ECONNRESET' || error.code === 'EPIPE';
        reject(
          reset && outgoing.reusedSocket ? new StaleSocket('kept socket reset', { cause: error }) : error,
        );
      });
      outgoing.end(body);
    });
}

const tellRelease = ({ release }: Reply, { onRelease }: RequestContext): void => {
  if (typeof release === 'string' && /^[1-9]\d{0,8}$/u.test(release)) onRelease?.(Number(release));
};

const codeOf = (error: unknown, ending: Ending) => {
  if (ending.isOver()) return 'SUBGRAPH_TIMEOUT';
  return error instanceof RangeError ? 'SUBGRAPH_INVALID_RESPONSE' : 'SUBGRAPH_UNAVAILABLE';
};

function read(incoming: IncomingMessage, limit: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) incoming.destroy(new RangeError(`the answer is longer than ${limit} bytes`));
      else chunks.push(chunk);
    });
    incoming.on('end', () => resolve(Buffer.concat(chunks, size).toString('utf8')));
    incoming.on('error', reject);
  });
}

/** An answer is GraphQL whatever its status (GraphQL over HTTP gives errors one of their own). */
function answerOf(subgraph: string, { status, text }: Reply): SubgraphAnswer {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch (error) {
    const code = status >= 500 ? 'SUBGRAPH_UNAVAILABLE' : 'SUBGRAPH_INVALID_RESPONSE';
    throw new SubgraphFailure(code, subgraph, new Error(`HTTP ${status}`, { cause: error }));
  }
  if (isDataObject(answer) && ('data' in answer || 'errors' in answer)) return answer as SubgraphAnswer;
  throw new SubgraphFailure(
    status >= 500 ? 'SUBGRAPH_UNAVAILABLE' : 'SUBGRAPH_INVALID_RESPONSE',
    subgraph,
    new Error(`HTTP ${status} without a GraphQL answer`),
  );
}
