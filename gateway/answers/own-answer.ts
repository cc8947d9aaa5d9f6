import type { ExecutionResult } from 'graphql';
import type { Logger } from 'pino';
import { logErrors, publicAnswer } from '../plugins/public-answer.ts';
import type { RequestState } from '../request-state.ts';

/** An answer that holds for nobody else. */
export interface OwnAnswer {
  readonly status: number;
  readonly body: string;
}

/** The public form of a result that is not kept; its errors are logged. */
export const ownAnswer = (
  { data, errors: found = [] }: ExecutionResult,
  type: string,
  state: RequestState,
  logger: Logger,
): OwnAnswer => {
  logErrors(logger, found, state);
  const { status, errors } = publicAnswer(found, data !== undefined, state, type);
  const extensions = {
    ...(data === undefined || state.release === undefined ? {} : { release: state.release }),
    ...(data === undefined || state.cost === undefined ? {} : { cost: state.cost }),
  };
  const result = {
    ...(errors.length === 0 ? {} : { errors }),
    ...(data === undefined ? {} : { data }),
    ...(Object.keys(extensions).length === 0 ? {} : { extensions }),
  };
  return { status, body: `${JSON.stringify(result)}\n` };
};
