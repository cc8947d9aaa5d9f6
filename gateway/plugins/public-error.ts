import type { GraphQLError, SourceLocation } from 'graphql';
import { type ErrorCode, errorCode } from '../../catalog/error-codes.ts';
import { errorDetail } from '../../catalog/error-details.ts';
import { errorSentence, UNCONFIRMED_CHANGE } from '../../catalog/error-sentence.ts';
import { Refusal } from '../refusal.ts';
import { missingPart } from './missing-part.ts';
import { coercionDetail, syntaxDetail, validationDetail } from './request-error-details.ts';

/** An error as clients see it. */
export interface PublicError {
  readonly message: string;
  readonly locations?: readonly SourceLocation[];
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: ErrorCode; readonly requestId: string; readonly retryable: boolean };
}

/** Codes a subgraph may give about its part of the answer. Any other word of a subgraph stays inside. */
const FROM_SUBGRAPHS: ReadonlySet<string> = new Set<ErrorCode>([
  'BAD_USER_INPUT',
  'CURSOR_INVALID',
  'FORBIDDEN',
  'NO_RELEASE',
  'PAGE_TOO_LARGE',
  'RELEASE_NOT_FOUND',
  'SUBGRAPH_INVALID_RESPONSE',
  'SUBGRAPH_TIMEOUT',
  'SUBGRAPH_UNAVAILABLE',
  'TOO_COSTLY',
  'UNAUTHENTICATED',
]);

/** Codes of Apollo Server and of the executor for a request that cannot begin, in the words of the closed list. */
const REQUEST_CODES: Readonly<Record<string, ErrorCode>> = {
  BAD_REQUEST: 'BAD_REQUEST',
  BAD_USER_INPUT: 'BAD_USER_INPUT',
  GRAPHQL_PARSE_FAILED: 'GRAPHQL_PARSE_FAILED',
  GRAPHQL_VALIDATION_FAILED: 'GRAPHQL_VALIDATION_FAILED',
  OPERATION_NOT_FOUND: 'BAD_REQUEST',
  OPERATION_NOT_SUPPORTED: 'OPERATION_NOT_SUPPORTED',
  OPERATION_RESOLUTION_FAILURE: 'BAD_REQUEST',
  OPERATION_TOO_COMPLEX: 'TOO_COMPLEX_TO_PLAN',
};

const DETAILS: Readonly<Partial<Record<ErrorCode, (message: string) => string | undefined>>> = {
  BAD_USER_INPUT: coercionDetail,
  GRAPHQL_PARSE_FAILED: syntaxDetail,
  GRAPHQL_VALIDATION_FAILED: validationDetail,
};

/** Places told of one mistake: what is written twice may be written a thousand times. */
const MOST_LOCATIONS = 5;

/** Whether the error belongs to a place of the answer, rather than to the request as a whole. */
const executed = (error: GraphQLError): boolean =>
  error.path !== undefined || error.extensions['subgraph'] !== undefined;

/** The code an error is given to the public under; INTERNAL_ERROR for whatever no list names. */
function publicCode(error: GraphQLError): ErrorCode {
  if (error instanceof Refusal) return error.code;
  const told = error.extensions['code'];
  // What a subgraph answers is any JSON: an object may not even have a text.
  const code = typeof told === 'string' ? told : '';
  if (executed(error)) return FROM_SUBGRAPHS.has(code) ? (code as ErrorCode) : 'INTERNAL_ERROR';
  return (Object.hasOwn(REQUEST_CODES, code) ? REQUEST_CODES[code] : undefined) ?? 'INTERNAL_ERROR';
}

/**
 * The error rebuilt from the closed list. It is an allow-list on purpose: messages of drivers, subgraphs and
 * libraries carry SQL, addresses and secrets, and no filter knows them all.
 */
export function publicError(error: GraphQLError, requestId: string, isMutation = false): PublicError {
  const code = publicCode(error);
  const { retryable } = errorCode(code);
  const extensions = { code, requestId, retryable };
  if (executed(error)) {
    const { detail: key, figures } = error.extensions;
    const detail = code === 'INTERNAL_ERROR' ? undefined : errorDetail(key, figures);
    const part = missingPart(code, error.extensions['subgraph']);
    const isUnconfirmed = isMutation && code.startsWith('SUBGRAPH_');
    const sentence = isUnconfirmed ? UNCONFIRMED_CHANGE : errorSentence(code, detail);
    const message = part === undefined ? sentence : sentence.replace('部分数据', part);
    return error.path === undefined ? { message, extensions } : { message, path: error.path, extensions };
  }
  const message =
    error instanceof Refusal ? error.message : errorSentence(code, DETAILS[code]?.(error.message));
  const locations = code === 'INTERNAL_ERROR' ? undefined : error.locations?.slice(0, MOST_LOCATIONS);
  return locations === undefined ? { message, extensions } : { message, locations, extensions };
}
