import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Writer } from '../catalog/authority/writer.ts';
import { decodeWriter, WRITER_HEADER } from '../catalog/authority/writer-header.ts';
import { dayInChina } from '../catalog/day-in-china.ts';
import { type ErrorCode, errorCode } from '../catalog/error-codes.ts';
import { errorSentence } from '../catalog/error-sentence.ts';
import { answeredBy } from '../db/time-left.ts';
import type { Reason, Verifier } from '../signing/verifier.ts';
import { createAnswerer, type DocumentShortcut, type GraphQLRequest, type OnError } from './answer.ts';
import type { SubgraphRequest } from './context.ts';
import { listenOn } from './listening-place.ts';
import type { Subgraph } from './open-subgraph.ts';

export interface ServeOptions {
  /** A port of 127.0.0.1; 0 takes a free one. */
  readonly port: number;
  /** The path of a unix socket, instead of a port. */
  readonly socket?: string | undefined;
  /** Says which calls are the gateway's; no other is answered. */
  readonly verify: Verifier;
  readonly now?: () => Date;
  /** Sees bugs with their stack. Without it they go to stderr, one JSON line each. */
  readonly onError?: OnError;
  /** Sees why a call is refused, which whoever calls is not told. Without it that goes to stderr likewise. */
  readonly onRefusedCall?: (reason: Reason, requestId: string) => void;
  /** A way past the execution of some documents. */
  readonly shortcut?: DocumentShortcut;
}

/** A subgraph that listens. */
export interface ServedSubgraph {
  /** Address of the GraphQL endpoint. */
  readonly url: string;
  /** Ends once the requests under way are answered, at the latest after ten seconds. */
  readonly close: () => Promise<void>;
}

/** Room for the representations of some ten thousand entities. */
const LARGEST_BODY = 16 * 1024 * 1024;
const LONGEST_DRAIN = 10_000;

/** A request that is refused before there is anything to execute. */
class Refused extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode) {
    super(code);
    this.code = code;
  }
}

const tellRefusedCall = (subgraph: string) => (reason: Reason, requestId: string) => {
  const line = { level: 'warn', requestId, subgraph, refused: reason };
  process.stderr.write(`${JSON.stringify(line)}\n`);
};

/** Writes what went wrong to stderr, one JSON line each. */
export const toStandardError: OnError = (error, requestId) => {
  const text = error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${JSON.stringify({ level: 'error', requestId, error: text })}\n`);
};

const readBody = (incoming: IncomingMessage): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= LARGEST_BODY) chunks.push(chunk);
      else {
        incoming.removeAllListeners('data');
        reject(new Refused('BODY_TOO_LARGE'));
      }
    });
    incoming.on('end', () => resolve(Buffer.concat(chunks, size)));
    incoming.on('error', () => reject(new Refused('BAD_REQUEST')));
  });

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const requestOf = (body: string): GraphQLRequest => {
  let request: unknown;
  try {
    request = JSON.parse(body);
  } catch {
    throw new Refused('BAD_REQUEST');
  }
  if (!isRecord(request) || typeof request['query'] !== 'string') throw new Refused('BAD_REQUEST');
  const { query, variables, operationName } = request;
  if (variables != null && !isRecord(variables)) throw new Refused('BAD_REQUEST');
  if (operationName != null && typeof operationName !== 'string') throw new Refused('BAD_REQUEST');
  return { query, variables: variables ?? null, operationName: operationName ?? null };
};

const releaseOf = (incoming: IncomingMessage): number | undefined => {
  const text = incoming.headers['x-zongheng-release'];
  if (text === undefined) return undefined;
  if (typeof text !== 'string' || !/^[1-9]\d{0,8}$/u.test(text)) throw new Refused('BAD_REQUEST');
  return Number(text);
};

/** The day the gateway judges states on, where that is not today: that of an older release. */
const dayOf = (incoming: IncomingMessage): string | undefined => {
  const text = incoming.headers['x-zongheng-day'];
  if (text === undefined) return undefined;
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/u.test(text)) throw new Refused('BAD_REQUEST');
  return text;
};

/** The milliseconds the gateway still waits; endless where it does not say. */
const timeLeft = (incoming: IncomingMessage): number => {
  const text = incoming.headers['x-zongheng-deadline'];
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (typeof text !== 'string' || !/^\d{1,9}$/u.test(text)) throw new Refused('BAD_REQUEST');
  return Number(text);
};

/** The person whose token the gateway has checked. */
const writerOf = (incoming: IncomingMessage): Writer | undefined => {
  const text = incoming.headers[WRITER_HEADER];
  if (text === undefined) return undefined;
  const writer = decodeWriter(String(text));
  if (writer === undefined) throw new Refused('BAD_REQUEST');
  return writer;
};

/** What the headers of a call tell beside its document. */
const askedBy = (incoming: IncomingMessage, requestId: string, moment: Date): SubgraphRequest => ({
  release: releaseOf(incoming),
  requestId,
  today: dayOf(incoming) ?? dayInChina(moment),
  now: moment.toISOString(),
  writer: writerOf(incoming),
});

const send = (
  outgoing: ServerResponse,
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): void => {
  const body = JSON.stringify(value);
  outgoing.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    ...headers,
  });
  outgoing.end(body);
};

const sendRefusal = (outgoing: ServerResponse, code: ErrorCode, requestId: string): void => {
  const { httpStatus, retryable } = errorCode(code);
  const message = errorSentence(code);
  send(outgoing, httpStatus, { errors: [{ message, extensions: { code, requestId, retryable } }] });
};

const drain = async (server: Server): Promise<void> => {
  const ended = new Promise<void>((done) => server.close(() => done()));
  const limit = setTimeout(() => server.closeAllConnections(), LONGEST_DRAIN);
  server.closeIdleConnections();
  await ended;
  clearTimeout(limit);
};

/**
 * Serves one subgraph alone: POST /graphql for the gateway, whose calls are signed, and GET /health for everyone. The
 * body of a call is read only when its headers are signed. The subgraph itself stays open on close.
 */
export const serveSubgraph = async (subgraph: Subgraph, options: ServeOptions): Promise<ServedSubgraph> => {
  const { verify, now = () => new Date(), onError = toStandardError } = options;
  const { onRefusedCall = tellRefusedCall(subgraph.name) } = options;
  const answer = createAnswerer(subgraph, onError, options.shortcut);

  const handle = async (
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    requestId: string,
  ): Promise<void> => {
    const arrived = performance.now();
    const path = incoming.url?.split('?')[0];
    if (path === '/health') return send(outgoing, 200, { status: 'ok' });
    const refuse = (reason: Reason): never => {
      onRefusedCall(reason, requestId);
      throw new Refused('CALL_REFUSED');
    };
    const { method = '', url = '', headers } = incoming;
    const verdict = verify({ method, path: url, headers });
    if (verdict.kind === 'REFUSED') return refuse(verdict.reason);
    if (path !== '/graphql') throw new Refused('NOT_FOUND');
    if (method !== 'POST') throw new Refused('METHOD_NOT_ALLOWED');
    if (!headers['content-type']?.startsWith('application/json')) throw new Refused('UNSUPPORTED_MEDIA_TYPE');
    const body = await readBody(incoming);
    if (!verdict.isBody(body)) return refuse('OTHER_BODY');
    const request = requestOf(body.toString('utf8'));
    const asked = askedBy(incoming, requestId, now());
    const { release } = asked;
    const { result, ledTo } = await answeredBy(arrived + timeLeft(incoming), () => answer(request, asked));
    const [code] =
      result.data === undefined ? (result.errors ?? []).map((error) => error.extensions['code']) : [];
    const status = errorCode(String(code))?.httpStatus ?? 200;
    send(outgoing, status, result, {
      ...(release === undefined ? {} : { 'x-zongheng-read': String(release) }),
      ...(ledTo === undefined ? {} : { 'x-zongheng-release': String(ledTo) }),
    });
  };

  const server = createServer((incoming, outgoing) => {
    const given = incoming.headers['x-request-id'];
    const requestId = typeof given === 'string' && /^[\w.:-]{1,128}$/u.test(given) ? given : randomUUID();
    // A kept connection would hold up the end for as long as the gateway keeps it.
    outgoing.on('close', () => {
      if (!server.listening) server.closeIdleConnections();
    });
    handle(incoming, outgoing, requestId).catch((error: unknown) => {
      if (!(error instanceof Refused)) onError(error, requestId);
      if (outgoing.headersSent) return;
      if (incoming.readableEnded === false) outgoing.setHeader('connection', 'close');
      sendRefusal(outgoing, error instanceof Refused ? error.code : 'INTERNAL_ERROR', requestId);
    });
  });
  return { url: await listenOn(server, options), close: () => drain(server) };
};
