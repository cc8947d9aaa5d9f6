import { type AnswerType, JSON_TYPE } from '../http/accept.ts';
import type { KeptAnswer } from './kept-answers.ts';

/**
 * The headers a kept answer is sent with through GET, names and values in turn. `ETag` is a digest of the bytes;
 * an answer that lasts others may keep without asking (RFC 9111 5.2.2). What describes the body goes with the body
 * alone: some clients wait for one of a length that was named.
 */
export const keptHeaders = (
  answer: KeptAnswer,
  type: AnswerType,
  requestId: string,
  now: number,
  status: 200 | 304,
): (string | number)[] => {
  const headers = [
    'x-request-id',
    requestId,
    'x-content-type-options',
    'nosniff',
    'etag',
    answer.etag,
    'cache-control',
    answer.lasts ? FOR_AN_HOUR : ASK_EACH_TIME,
    'age',
    // What lasts is as true now as when it was made (RFC 9111 5.1): its hour begins anew with each answer.
    answer.lasts ? 0 : Math.max(0, Math.floor((now - answer.madeAt) / 1_000)),
    'vary',
    'accept, authorization, x-release',
    'x-release',
    answer.release,
  ];
  if (status === 200) headers.push('content-type', contentTypeOf(type), 'content-length', answer.body.length);
  return headers;
};

const contentTypeOf = (type: AnswerType): string =>
  type === JSON_TYPE ? 'application/json; charset=utf-8' : `${type}; charset=utf-8`;

const FOR_AN_HOUR = 'public, max-age=3600';
const ASK_EACH_TIME = 'public, max-age=0, must-revalidate';

/** Whether a client's `If-None-Match` names the answer; compared weakly, as RFC 9110 13.1.2 has it. */
export const isKnownTo = (header: string | undefined, etag: string): boolean =>
  header !== undefined &&
  (header === etag ||
    header.trim() === '*' ||
    header.split(',').some((one) => one.trim().replace(/^W\//u, '') === etag));
