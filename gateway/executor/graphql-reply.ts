import type { ErrorCode } from '../../catalog/error-codes.ts';
import { isDataObject } from './answer-shape.ts';
import type { Reply } from './http-exchange.ts';
import { SubgraphFailure } from './subgraph-failure.ts';
import type { SubgraphAnswer } from './transport.ts';

/**
 * The answer a reply holds; GraphQL over HTTP gives errors a status of their own, so it is an answer whatever that is.
 * Throws a SubgraphFailure for whatever is none.
 */
export function answerIn(subgraph: string, { status, text }: Reply): SubgraphAnswer {
  const failure = (cause: Error): SubgraphFailure =>
    new SubgraphFailure(
      status >= 500 ? 'SUBGRAPH_UNAVAILABLE' : 'SUBGRAPH_INVALID_RESPONSE',
      subgraph,
      cause,
    );
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch (error) {
    throw failure(new Error(`HTTP ${status}`, { cause: error }));
  }
  if (isRefusedCall(answer)) {
    const why = new Error('the subgraph refuses how the call is signed; its log says why');
    throw new SubgraphFailure('SUBGRAPH_UNAVAILABLE', subgraph, why);
  }
  if (isAnswer(answer)) return answer;
  throw failure(new Error(`HTTP ${status} without a GraphQL answer`));
}

/** The keys of the two processes differ, or their clocks do. */
function isRefusedCall(answer: unknown): boolean {
  const { errors, data } = (answer ?? {}) as SubgraphAnswer;
  const code: ErrorCode = 'CALL_REFUSED';
  return data === undefined && Array.isArray(errors) && errors[0]?.extensions?.['code'] === code;
}

/** An object, with data that is one or nothing, and errors that have words. */
function isAnswer(answer: unknown): answer is SubgraphAnswer {
  if (!isDataObject(answer)) return false;
  const data = Object.hasOwn(answer, 'data') ? answer['data'] : undefined;
  const errors = Object.hasOwn(answer, 'errors') ? answer['errors'] : undefined;
  if (data === undefined && errors === undefined) return false;
  const hasData = data === undefined || data === null || isDataObject(data);
  return hasData && (errors === undefined || Array.isArray(errors));
}

const RELEASE = /^[1-9]\d{0,8}$/u;

const releaseIn = ({ headers }: Reply, name: string): number | undefined => {
  const text = headers[name];
  return typeof text === 'string' && RELEASE.test(text) ? Number(text) : undefined;
};

/** The release a mutation has led to. */
export const ledTo = (reply: Reply): number | undefined => releaseIn(reply, 'x-zongheng-release');

/** The release that was read, where the subgraph says so. */
export const readRelease = (reply: Reply): number | undefined => releaseIn(reply, 'x-zongheng-read');
