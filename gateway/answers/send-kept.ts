import type { AnswerType } from '../http/accept.ts';
import { type Exchange, send } from '../http/exchange.ts';
import { STALE } from '../request-state.ts';
import type { KeptAnswer } from './kept-answers.ts';
import { isKnownTo, keptHeaders } from './kept-headers.ts';

/** Sends a kept answer at the end of the long way; who has it already is told so (304, RFC 9110 15.4.5). */
export const sendKept = (exchange: Exchange, type: AnswerType, answer: KeptAnswer, now: number): void => {
  const { request, response, state } = exchange;
  state.release = answer.release;
  state.operation = answer.operation;
  if (state.isStale === true) response.setHeader('warning', STALE);
  if (request.method === 'POST') {
    const headers = { 'cache-control': 'no-store', 'x-release': answer.release };
    send(exchange, 200, `${type}; charset=utf-8`, answer.body, headers);
    return;
  }
  if (response.headersSent || response.destroyed) return;
  const status = isKnownTo(request.headers['if-none-match'], answer.etag) ? 304 : 200;
  const headers = keptHeaders(answer, type, state.requestId, now, status);
  for (let at = 0; at < headers.length; at += 2)
    response.setHeader(String(headers[at]), headers[at + 1] ?? '');
  response.writeHead(status);
  response.end(status === 304 || request.method === 'HEAD' ? undefined : answer.body);
};
