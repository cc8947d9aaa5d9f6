import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { type ErrorCode, errorCode } from '../../catalog/error-codes.ts';
import { errorSentence, type Said } from '../../catalog/error-sentence.ts';
import type { RequestState } from '../request-state.ts';
import { type AnswerType, JSON_TYPE } from './accept.ts';

/** One HTTP request with its answer and what is known about it. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly state: RequestState;
}

export type Headers = Readonly<Record<string, string | number>>;

/** Sends a whole answer; a HEAD request gets the headers only. */
export function send(
  { request, response }: Exchange,
  status: number,
  contentType: string,
  body: string | Buffer,
  headers: Headers = {},
): void {
  if (response.headersSent || response.destroyed) return;
  const length = typeof body === 'string' ? Buffer.byteLength(body) : body.length;
  response.writeHead(status, { 'content-type': contentType, 'content-length': length, ...headers });
  // Headers and a text go out in one piece, which costs half as much as two.
  response.end(request.method === 'HEAD' ? undefined : body);
}

export const sendJson = (exchange: Exchange, status: number, value: unknown, headers?: Headers): void =>
  send(exchange, status, 'application/json; charset=utf-8', `${JSON.stringify(value)}\n`, headers);

export interface RefusalOptions {
  /** Instead of the code's own. */
  readonly status?: number;
  readonly headers?: Headers;
  readonly type?: AnswerType;
}

/** Refuses with the one shape every error of the gateway has, GraphQL or not. */
export function sendRefusal(
  exchange: Exchange,
  code: ErrorCode,
  detail?: Said,
  { status = errorCode(code).httpStatus, headers = {}, type = JSON_TYPE }: RefusalOptions = {},
): void {
  const { requestId, codes } = exchange.state;
  codes.add(code);
  send(exchange, status, `${type}; charset=utf-8`, refusalText(code, detail, requestId), {
    // Under `application/json` most refusals are 200: no cache may take one for the answer.
    'cache-control': 'no-store',
    ...headers,
  });
  if (!exchange.request.complete) passOver(exchange.request);
}

/** Milliseconds in which the rest of a refused body may come; it is not looked at. */
const REST_WITHIN = 1_000;

const passedOver = new WeakSet<Duplex>();

/** Whether what comes in on a connection is the rest of a body that has been refused already. */
export const isPassedOver = (socket: Duplex): boolean => passedOver.has(socket);

/**
 * Reads the rest of a body that is refused, for a while. Whoever ends a connection on which more comes in resets it,
 * and the client may never see why.
 */
const passOver = (request: IncomingMessage): void => {
  const { socket } = request;
  request.resume();
  passedOver.add(socket);
  const cut = setTimeout(() => {
    if (!request.complete) socket.destroy();
  }, REST_WITHIN);
  request.on('close', () => {
    clearTimeout(cut);
    passedOver.delete(socket);
  });
};

/** The body of a refusal. */
export const refusalText = (code: ErrorCode, detail: Said | undefined, requestId: string): string => {
  const { retryable } = errorCode(code);
  const error = { message: errorSentence(code, detail), extensions: { code, requestId, retryable } };
  return `${JSON.stringify({ errors: [error] })}\n`;
};
