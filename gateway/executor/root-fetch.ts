import type { FetchNode } from '@graphql-hive/router-query-planner';
import { parse } from 'graphql';
import type { AnswerShape, DataObject, Merge } from './answer-shape.ts';
import { answerShapeOf } from './answer-shape.ts';
import type { LocatedError } from './located-error.ts';
import { compileRewrites, renamingOf } from './rewrite.ts';
import type { CallPlan, CheckedAnswer, PlanRun, PlanStep } from './subgraph-call.ts';
import { call, failedCall, statedBy } from './subgraph-call.ts';
import type { TypeConditions } from './supergraph.ts';
import type { ResponsePath, TargetPath } from './target-path.ts';

export interface FetchKit {
  readonly types: TypeConditions;
  readonly merge: Merge;
}

const TOP: readonly ResponsePath[] = [[]];

/**
 * A fetch of root fields. Under a Flatten it enters the query root again from inside the answer:
 * its fields belong to every object at that path.
 */
export function compileRootFetch(
  node: FetchNode,
  plan: CallPlan,
  kit: FetchKit,
  path?: TargetPath,
): PlanStep {
  const renaming = renamingOf(node.outputRewrites);
  const rewrite = compileRewrites(node.outputRewrites, kit.types);
  const shape = renaming.shapeOf(answerShapeOf(parse(node.operation, { noLocation: true })));
  const keys = [...shape.keys.keys()].filter((key) => key !== '__typename');

  const report = (run: PlanRun, targets: readonly DataObject[], error: LocatedError, at?: ResponsePath) => {
    const places = path === undefined ? TOP : path.locate(run.data, new Set(targets)).values();
    const tails = at === undefined ? keys.map((key) => [key]) : [renaming.pathOf(at)];
    for (const place of places)
      for (const tail of tails) run.errors.push({ ...error, path: [...place, ...tail] });
  };
  const settle = (run: PlanRun, targets: readonly DataObject[], { data, errors }: CheckedAnswer): void => {
    for (const error of errors) report(run, targets, statedBy(plan.subgraph, error), error.path);
    if (data !== undefined) mergeAll(kit.merge, targets, data, shape, rewrite);
  };
  return (run) => {
    const targets = path === undefined ? [run.data] : path.collect(run.data);
    if (targets.length === 0) return undefined;
    return call(plan, run).then(
      (answer) => settle(run, targets, answer),
      (failure) => report(run, targets, failedCall(plan.subgraph, failure)),
    );
  };
}

function mergeAll(
  merge: Merge,
  targets: readonly DataObject[],
  data: DataObject,
  shape: AnswerShape,
  rewrite: ((value: unknown) => void) | undefined,
): void {
  rewrite?.(data);
  // The last one takes the answer itself: copying from it after it was merged would copy the target's data too.
  targets.forEach((target, index) => {
    if (index === targets.length - 1) merge.own(target, data, shape);
    else merge.copy(target, data, shape);
  });
}
