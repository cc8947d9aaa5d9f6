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

const identityOf = ({ path, code, message, subgraph }: LocatedError): string =>
  JSON.stringify([path, code, message, subgraph]);

/** An error of an object before those of its fields; what belongs to no place before all. */
function byPosition(left: readonly number[], right: readonly number[]): number {
  const differing = left.findIndex((position, index) => position !== right[index]);
  if (differing === -1) return left.length - right.length;
  return (left[differing] as number) - (right[differing] ?? -1);
}

/**
 * Each error once, in the order of the answer. Fetches of one step end in any order, and plans list places in any
 * order: the answer must not show it. Two fetches that fail for one entity, or one entity asked for twice, say the same.
 */
function inOrder(errors: readonly LocatedError[], { data }: PlanRun, projection: Projection): LocatedError[] {
  const seen = new Map(errors.map((error) => [identityOf(error), error]));
  return [...seen]
    .map(([identity, error]) => ({ identity, error, order: projection.answerOrder(data, error.path ?? []) }))
    .sort((a, b) => byPosition(a.order, b.order) || (a.identity < b.identity ? -1 : 1))
    .map(({ error }) => error);
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
  return { data, errors: [...inOrder([...stated, ...found], run, projection).map(toGraphQLError), ...more] };
}
