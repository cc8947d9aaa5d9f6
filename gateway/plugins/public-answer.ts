import type { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { errorCode } from '../../catalog/error-codes.ts';
import { NotAsked } from '../executor/subgraph-failure.ts';
import { JSON_TYPE } from '../http/accept.ts';
import type { RequestState } from '../request-state.ts';
import { type PublicError, publicError } from './public-error.ts';

/** Writes bugs, and failures of subgraphs, to the log with what no client is told. */
export function logErrors(
  logger: Logger,
  errors: readonly GraphQLError[],
  { requestId }: RequestState,
): void {
  for (const error of errors) {
    const shown = publicError(error, requestId).extensions.code;
    const { subgraph, code } = error.extensions;
    const cause = error.originalError ?? error;
    const line = { requestId, subgraph, code, path: error.path, err: cause };
    if (shown === 'INTERNAL_ERROR') logger.error(line, error.message);
    else if (shown.startsWith('SUBGRAPH_'))
      logger[cause.cause instanceof NotAsked ? 'debug' : 'warn'](line, error.message);
  }
}

export interface PublicAnswer {
  /** HTTP status; 200 as soon as there is data, even null. */
  readonly status: number;
  readonly errors: readonly PublicError[];
}

/**
 * The errors of an answer in their public form, and the status it is sent with; the codes are noted in the state.
 * `hasData` is false where the request was refused before anything ran.
 */
export function publicAnswer(
  errors: readonly GraphQLError[],
  hasData: boolean,
  state: RequestState,
  type: string | undefined,
): PublicAnswer {
  const rebuilt = errors.map((error) => publicError(error, state.requestId, state.isMutation));
  for (const { extensions } of rebuilt) state.codes.add(extensions.code);
  const [first] = rebuilt;
  if (first === undefined || hasData) return { status: 200, errors: rebuilt };
  return { status: refusalStatus(errorCode(first.extensions.code).httpStatus, type), errors: rebuilt };
}

/**
 * GraphQL over HTTP: under `application/json` a well-formed request is answered 200 whatever its document says,
 * as old clients take 4xx for a failure of the network. Failures of the server stay 5xx for balancers to see.
 */
export const refusalStatus = (status: number, type: string | undefined): number =>
  type === JSON_TYPE && status < 500 ? 200 : status;
