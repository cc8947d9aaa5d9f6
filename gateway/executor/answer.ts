import type { ExecutionResult, GraphQLError } from 'graphql';
import type { LocatedError } from './located-error.ts';
import { explainedBy, toGraphQLError } from './located-error.ts';
import type { Projection, Violation } from './projection.ts';
import type { PlanRun } from './subgraph-call.ts';

const SENTENCES: Readonly<Record<Violation, string>> = {
  NULL_FOR_NON_NULL: '该字段不允许为空，但没有取得它的值',
  VALUE_NOT_IN_SCHEMA: '该字段的值不在公开的模式之内',
  SUBGRAPH_INVALID_RESPONSE: '数据服务的答复无法识别',
};

/** Each error once: two fetches that fail for one entity, or one entity asked for twice, say the same. */
function distinct(errors: readonly LocatedError[]): LocatedError[] {
  const seen = new Map<string, LocatedError>();
  for (const error of errors) {
    const identity = JSON.stringify([error.path, error.code, error.message, error.subgraph]);
    if (!seen.has(identity)) seen.set(identity, error);
  }
  return [...seen.values()];
}

/** The client's answer from what the subgraphs said: projected data, and errors at their place in it. */
export function finishedAnswer(
  projection: Projection,
  run: PlanRun,
  more: readonly GraphQLError[] = [],
): ExecutionResult {
  const stated = run.errors.map((error) => {
    if (error.path === undefined) return error;
    return { ...error, path: projection.clientPath(error.path) };
  });
  const found: LocatedError[] = [];
  let explained: ReturnType<typeof explainedBy> | undefined;
  const data = projection.project(run.data, (violation, path) => {
    explained ??= explainedBy(stated);
    if (explained(path)) return;
    found.push({ message: SENTENCES[violation], code: violation, path });
  });
  if (stated.length === 0 && found.length === 0 && more.length === 0) return { data };
  return { data, errors: [...distinct([...stated, ...found]).map(toGraphQLError), ...more] };
}
