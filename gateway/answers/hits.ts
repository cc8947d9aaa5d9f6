import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { type AnswerType, answerType } from '../http/accept.ts';
import type { Metrics } from '../plugins/metrics.ts';
import { requestIdOf } from '../plugins/request-id.ts';
import type { KeptAnswer } from './kept-answers.ts';
import { isKnownTo, keptHeaders } from './kept-headers.ts';

export interface HitsOptions {
  /** The kept answer to the text of a request that asks for that release; see `Answering.toText`. */
  readonly toText: (text: string, askedRelease: string | undefined) => KeptAnswer | undefined;
  /** Whether requests are taken: while the server drains, the long way says what is to be said. */
  readonly isServing: () => boolean;
  readonly now: () => number;
  readonly metrics: Metrics;
  readonly logger: Logger;
}

/** What clients accept, as they write it: there are few ways. */
const MOST_WRITINGS = 100;

/**
 * Answers a request for a kept answer at once, before anything else is made of it, and returns true; touches no other
 * request. Only what is asked through GET and without a token: the rest takes the long way.
 */
export const createHits = ({ toText, isServing, now, metrics, logger }: HitsOptions) => {
  const types = new Map<string | undefined, AnswerType | undefined>();
  const typeOf = (accept: string | undefined): AnswerType | undefined => {
    const found = types.get(accept);
    if (found !== undefined) return found;
    const type = answerType(accept);
    if (types.size < MOST_WRITINGS) types.set(accept, type);
    return type;
  };
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const { url = '', method, headers } = request;
    if (method !== 'GET' || !url.startsWith('/graphql?') || headers.authorization !== undefined) return false;
    const asked = headers['x-release'];
    const answer = toText(url, typeof asked === 'string' ? asked : undefined);
    const type = answer === undefined ? undefined : typeOf(headers.accept);
    if (answer === undefined || type === undefined || !isServing()) return false;
    const requestId = requestIdOf(headers['x-request-id']);
    const status = isKnownTo(headers['if-none-match'], answer.etag) ? 304 : 200;
    const sent = keptHeaders(answer, type, requestId, now(), status);
    response.writeHead(status, sent);
    response.end(status === 304 ? undefined : answer.body);
    metrics.hit(answer.operation, status);
    if (logger.isLevelEnabled('info')) logHit(logger, answer, requestId, status);
    return true;
  };
};

const logHit = (
  logger: Logger,
  { operation, release }: KeptAnswer,
  requestId: string,
  status: number,
): void =>
  logger.info(
    { requestId, method: 'GET', path: '/graphql', status, operation, release, kept: true },
    'request',
  );
