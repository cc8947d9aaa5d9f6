import type { AnswerType } from '../http/accept.ts';
import { type Exchange, type Headers, send } from '../http/exchange.ts';
import type { KeptAnswer } from './kept-answers.ts';

/**
 * Sends a kept answer. Through GET it may be kept by others: `ETag` is a digest of release, day, document and
 * variables, and whoever has that answer already is told so (304, RFC 9110 15.4.5). `isStale` marks an answer of the last release
 * that is known while the newest cannot be asked.
 */
export const sendKept = (
  exchange: Exchange,
  type: AnswerType,
  answer: KeptAnswer,
  now: number,
  isStale: boolean,
): void => {
  const { request, response, state } = exchange;
  state.release = answer.release;
  state.operation = answer.operation;
  const contentType = `${type}; charset=utf-8`;
  const release = { 'x-release': answer.release, ...(isStale ? STALE : {}) };
  if (request.method === 'POST') {
    send(exchange, 200, contentType, answer.body, { 'cache-control': 'no-store', ...release });
    return;
  }
  const headers: Headers = {
    etag: answer.etag,
    'cache-control': `public, max-age=${Math.max(0, Math.floor((answer.freshUntil - now) / 1_000))}, must-revalidate`,
    age: Math.max(0, Math.floor((now - answer.madeAt) / 1_000)),
    vary: 'accept, authorization, x-release',
    ...release,
  };
  if (!isKnown(request.headers['if-none-match'], answer.etag)) {
    send(exchange, 200, contentType, answer.body, headers);
    return;
  }
  response.writeHead(304, headers);
  response.end();
};

const STALE = { warning: '110 - "Response is Stale"' } as const;

/** Weak comparison, as RFC 9110 13.1.2 has it for `If-None-Match`. */
const isKnown = (header: string | undefined, etag: string): boolean =>
  header !== undefined &&
  (header === etag ||
    header.trim() === '*' ||
    header.split(',').some((one) => one.trim().replace(/^W\//u, '') === etag));
