import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ErrorCode, errorCode } from '../../catalog/error-codes.ts';
import { refusalSentence } from '../refusal.ts';
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
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  response.writeHead(status, { 'content-type': contentType, 'content-length': bytes.length, ...headers });
  response.end(request.method === 'HEAD' ? undefined : bytes);
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
  detail?: string,
  { status = errorCode(code).httpStatus, headers = {}, type = JSON_TYPE }: RefusalOptions = {},
): void {
  const { requestId, codes } = exchange.state;
  codes.add(code);
  const { retryable } = errorCode(code);
  const error = { message: refusalSentence(code, detail), extensions: { code, requestId, retryable } };
  send(exchange, status, `${type}; charset=utf-8`, `${JSON.stringify({ errors: [error] })}\n`, {
    // Under `application/json` most refusals are 200: no cache may take one for the answer.
    'cache-control': 'no-store',
    ...headers,
  });
}
