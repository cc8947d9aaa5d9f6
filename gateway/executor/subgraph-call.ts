import type { DataObject } from './answer-shape.ts';
import { isDataObject } from './answer-shape.ts';
import type { LocatedError } from './located-error.ts';
import { SubgraphFailure } from './subgraph-failure.ts';
import type { RequestContext, SubgraphAnswer, SubgraphError, Transport } from './transport.ts';

/** One client request while its plan runs. */
export interface PlanRun {
  readonly data: DataObject;
  /** Coerced by the public schema. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: RequestContext;
  readonly errors: LocatedError[];
}

/** A step of a plan; without a promise it is already done. */
export type PlanStep = (run: PlanRun) => Promise<void> | undefined;

/** An answer whose form was checked. */
export interface CheckedAnswer {
  readonly data: DataObject | undefined;
  readonly errors: readonly SubgraphError[];
}

/** What the executor says about an error: the subgraph's sentence, code, detail and figures, nothing else of its extensions. */
export function statedBy(subgraph: string, error: SubgraphError): LocatedError {
  const { code, detail, figures } = error.extensions ?? {};
  return {
    message: error.message,
    code: typeof code === 'string' ? code : 'SUBGRAPH_ERROR',
    ...(typeof detail === 'string' ? { detail } : {}),
    ...(isDataObject(figures) ? { figures } : {}),
    subgraph,
    cause: error,
  };
}

/** The same for a call that gave no answer. */
export function failedCall(subgraph: string, failure: unknown): LocatedError {
  const stated =
    failure instanceof SubgraphFailure
      ? failure
      : new SubgraphFailure('SUBGRAPH_UNAVAILABLE', subgraph, failure);
  return { message: stated.message, code: stated.code, subgraph, cause: stated };
}

function isErrorList(value: unknown): value is readonly SubgraphError[] {
  return (
    Array.isArray(value) &&
    value.every((error) => isDataObject(error) && typeof error['message'] === 'string')
  );
}

function checked(subgraph: string, answer: SubgraphAnswer): CheckedAnswer {
  if (isDataObject(answer)) {
    const { data, errors } = answer;
    const errorList = errors ?? [];
    if (isErrorList(errorList)) {
      if (isDataObject(data)) return { data, errors: errorList };
      if ((data === null || data === undefined) && errorList.length > 0) {
        return { data: undefined, errors: errorList };
      }
    }
  }
  throw new SubgraphFailure('SUBGRAPH_INVALID_RESPONSE', subgraph);
}

/** The part of a call that is known when the plan is compiled. */
export interface CallPlan {
  readonly subgraph: string;
  readonly transport: Transport;
  readonly query: string;
  readonly operationName?: string;
  readonly variableUsages: readonly string[];
}

/** Calls a subgraph with the variables its operation uses; rejects with the transport's failure. */
export async function call(plan: CallPlan, run: PlanRun, more?: DataObject): Promise<CheckedAnswer> {
  if (run.context.signal?.aborted) throw new SubgraphFailure('SUBGRAPH_TIMEOUT', plan.subgraph);
  const variables: DataObject = { ...more };
  for (const name of plan.variableUsages) {
    if (Object.hasOwn(run.variables, name)) variables[name] = run.variables[name];
  }
  const { query, operationName, subgraph } = plan;
  const request = { query, variables, context: run.context };
  const answer = await plan.transport(operationName === undefined ? request : { ...request, operationName });
  return checked(subgraph, answer);
}
