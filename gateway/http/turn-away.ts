import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { errorCode } from '../../catalog/error-codes.ts';
import { jsonIn } from '../../catalog/json-in.ts';
import type { Answering } from '../answers/answering.ts';
import { LONGEST_TEXT } from '../answers/kept-answers.ts';
import { isDataObject } from '../executor/answer-shape.ts';
import { type Gate, RETRY_AFTER } from '../gate.ts';
import type { Metrics } from '../plugins/metrics.ts';
import { requestIdOf } from '../plugins/request-id.ts';
import { type StoredDocuments, storedTexts } from '../stored-documents.ts';
import { type AnswerType, answerType, JSON_TYPE } from './accept.ts';
import { readAhead } from './body.ts';
import { refusalText } from './exchange.ts';

export interface TurnAwayOptions {
  readonly gate: Gate;
  readonly answering: Pick<Answering, 'toText' | 'knowsNewest'>;
  readonly documents: StoredDocuments;
  readonly metrics: Metrics;
  readonly logger: Logger;
}

/**
 * Refuses a request before anything is made of it but its words, or calls `goOn`; returns whether it sees to one of
 * both. Does nothing with a request that there may be room for.
 */
export type TurnAway = (request: IncomingMessage, response: ServerResponse, goOn: () => void) => boolean;

/** Milliseconds between two lines of the log, each for all that were turned away meanwhile. */
const TOLD_EVERY = 1_000;

/**
 * What is asked by nobody in particular while there is no room is refused in the fewest steps: under overload there are
 * many refusals to each answer, and what they cost is taken from the answers. Kept answers, stored documents, bearers
 * of a token and whatever else is to be told take the long way.
 */
export const createTurnAway = (options: TurnAwayOptions): TurnAway => {
  const { gate, answering, documents, metrics, logger } = options;
  const stored = storedTexts(documents);
  const refuse = createRefusing(metrics, logger);
  const isForAnybody = (text: string): boolean => {
    const request = jsonIn(text);
    if (!isDataObject(request) || typeof request['query'] !== 'string') return false;
    return (request['documentId'] ?? undefined) === undefined && !stored.has(request['query']);
  };
  return (request, response, goOn) => {
    const { headers } = request;
    if (request.method !== 'POST' || request.url !== '/graphql' || headers.authorization !== undefined)
      return false;
    if (!(Number(headers['content-length']) <= LONGEST_TEXT)) return false;
    if (!gate.isFull('OPEN') || !answering.knowsNewest()) return false;
    const type = answerType(headers.accept);
    if (type === undefined) return false;
    const asked = headers['x-release'];
    readAhead(request, LONGEST_TEXT).then((text) => {
      if (response.headersSent || response.destroyed) return;
      const isKept =
        answering.toText(`\n${text}`, typeof asked === 'string' ? asked : undefined) !== undefined;
      if (isKept || !gate.isFull('OPEN') || !isForAnybody(text)) goOn();
      else refuse(request, response, type);
    }, goOn);
    return true;
  };
};

/** Sends the refusal that the long way would send, and counts it. */
const createRefusing = (metrics: Metrics, logger: Logger) => {
  const mark = '\u{E000}';
  const [before = '', after = ''] = refusalText('OVERLOADED', undefined, mark).split(mark);
  const length = Buffer.byteLength(before + after);
  const { httpStatus } = errorCode('OVERLOADED');
  let count = 0;
  const tell = (): void => {
    logger.info({ status: httpStatus, codes: ['OVERLOADED'], count }, 'requests turned away');
    count = 0;
  };
  return ({ headers }: IncomingMessage, response: ServerResponse, type: AnswerType): void => {
    const requestId = requestIdOf(headers['x-request-id']);
    response.writeHead(httpStatus, [
      'x-request-id',
      requestId,
      'x-content-type-options',
      'nosniff',
      'content-type',
      type === JSON_TYPE ? 'application/json; charset=utf-8' : `${type}; charset=utf-8`,
      'content-length',
      // An id has no character of more than one byte.
      String(length + requestId.length),
      'cache-control',
      'no-store',
      'retry-after',
      String(RETRY_AFTER),
    ]);
    response.end(before + requestId + after);
    metrics.turnedAway();
    if (count === 0) setTimeout(tell, TOLD_EVERY).unref();
    count += 1;
  };
};
