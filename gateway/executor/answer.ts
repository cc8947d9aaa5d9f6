import type { ExecutionResult, GraphQLError } from 'graphql';
import type { Report, Violation } from './completion.ts';
import type { LocatedError } from './located-error.ts';
import { placesOf, toGraphQLError } from './located-error.ts';
import type { Projection } from './projection.ts';
import type { PlanRun } from './subgraph-call.ts';

const SENTENCES: Readonly<Record<Violation, string>> = {
  NULL_FOR_NON_NULL: '该字段不允许为空，但没有取得它的值',
  VALUE_NOT_IN_SCHEMA: '该字段的值不在公开的模式之内',
  SUBGRAPH_INVALID_RESPONSE: '数据服务的答复无法识别',
};

/** Fetches of one step end in any order, and plans list places in any order: the answer must not show it. */
function byPlace(left: LocatedError, right: LocatedError): number {
  const { path: leftPath = [] } = left;
  const { path: rightPath = [] } = right;
  for (const [index, a] of leftPath.entries()) {
    const b = rightPath[index];
    if (b === undefined) return 1;
    if (a === b) continue;
    if (typeof a === 'number' && typeof b === 'number') return a - b;
    return String(a) < String(b) ? -1 : 1;
  }
  if (leftPath.length < rightPath.length) return -1;
  return identityOf(left) < identityOf(right) ? -1 : 1;
}

const identityOf = ({ path, code, message, subgraph }: LocatedError): string =>
  JSON.stringify([path, code, message, subgraph]);

/** Each error once, in order: two fetches that fail for one entity, or one entity asked for twice, say the same. */
function distinct(errors: readonly LocatedError[]): LocatedError[] {
  const seen = new Map<string, LocatedError>();
  for (const error of errors) {
    const identity = identityOf(error);
    if (!seen.has(identity)) seen.set(identity, error);
  }
  return [...seen.values()].sort(byPlace);
}

/** The client's answer from what the subgraphs said: projected data, and errors at their place in it. */
export function finishedAnswer(
  projection: Projection,
  run: PlanRun,
  more: readonly GraphQLError[] = [],
): ExecutionResult {
  const stated = run.errors.flatMap((error) => {
    if (error.path === undefined) return error;
    return projection.clientPaths(run.data, error.path).map((path) => ({ ...error, path }));
  });
  const found: LocatedError[] = [];
  const data = projection.project(run.data, (): Report => {
    const places = placesOf(stated);
    return {
      concerned: places.atOrBelow,
      violation(violation, path) {
        if (places.above(path) || places.atOrBelow(path)) return;
        found.push({ message: SENTENCES[violation], code: violation, path });
      },
    };
  });
  if (stated.length === 0 && found.length === 0 && more.length === 0) return { data };
  return { data, errors: [...distinct([...stated, ...found]).map(toGraphQLError), ...more] };
}
