import type { BatchFetchNode, FetchNode, FlattenNode, PlanNode } from '@graphql-hive/router-query-planner';
import { compileEntityFetch } from './entity-fetch.ts';
import { OperationRefusal } from './located-error.ts';
import type { FetchKit } from './root-fetch.ts';
import { compileRootFetch } from './root-fetch.ts';
import type { CallPlan, PlanStep } from './subgraph-call.ts';
import { compileTargetPath } from './target-path.ts';
import type { Transport } from './transport.ts';

export interface PlanKit extends FetchKit {
  readonly transports: Readonly<Record<string, Transport>>;
}

/**
 * Compiles a plan to closures. Throws an OperationRefusal for what needs more than one answer
 * (deferred parts, subscriptions).
 */
export function compilePlan(node: PlanNode, kit: PlanKit): PlanStep {
  switch (node.kind) {
    case 'Sequence':
      return inSequence(node.nodes.map((child) => compilePlan(child, kit)));
    case 'Parallel':
      return inParallel(node.nodes.map((child) => compilePlan(child, kit)));
    case 'Condition':
      return compileCondition(node, kit);
    case 'Fetch':
      return compileRootFetch(node, callPlanOf(node, kit), kit);
    case 'BatchFetch':
      return compileBatchFetch(node, kit);
    case 'Flatten':
      return compileFlatten(node, kit);
    case 'Defer':
    case 'Subscription':
      throw new OperationRefusal('OPERATION_NOT_SUPPORTED', '不支持分批返回（@defer）和订阅（subscription）');
  }
}

function callPlanOf(node: FetchNode | BatchFetchNode, { transports }: PlanKit): CallPlan {
  const { serviceName, operation, operationName, variableUsages = [] } = node;
  const transport = transports[serviceName];
  if (transport === undefined) throw new Error(`no transport for the subgraph ${serviceName}`);
  const plan = { subgraph: serviceName, transport, query: operation, variableUsages };
  return operationName === undefined ? plan : { ...plan, operationName };
}

function compileFlatten({ node, path }: FlattenNode, kit: PlanKit): PlanStep {
  if (node.kind !== 'Fetch') throw new Error(`the plan flattens a ${node.kind}`);
  const plan = callPlanOf(node, kit);
  const { requires, inputRewrites = [], outputRewrites = [] } = node;
  if (requires === undefined) return compileRootFetch(node, plan, kit, compileTargetPath(path, kit.types));
  const field = { key: '_entities', variable: 'representations', paths: [path] };
  return compileEntityFetch(
    node.operation,
    [{ ...field, requires, inputRewrites, outputRewrites }],
    plan,
    kit,
  );
}

function compileBatchFetch(node: BatchFetchNode, kit: PlanKit): PlanStep {
  const fields = node.entityBatch.aliases.map(({ alias, representationsVariableName, ...field }) => ({
    ...field,
    key: alias,
    variable: representationsVariableName,
  }));
  return compileEntityFetch(node.operation, fields, callPlanOf(node, kit), kit);
}

function compileCondition(
  { condition, ifClause, elseClause }: Extract<PlanNode, { kind: 'Condition' }>,
  kit: PlanKit,
): PlanStep {
  const whenTrue = ifClause === undefined ? undefined : compilePlan(ifClause, kit);
  const otherwise = elseClause === undefined ? undefined : compilePlan(elseClause, kit);
  return (run) => (run.variables[condition] === true ? whenTrue : otherwise)?.(run);
}

function inSequence(steps: readonly PlanStep[]): PlanStep {
  return async (run) => {
    for (const step of steps) {
      const pending = step(run);
      if (pending !== undefined) await pending;
    }
  };
}

function inParallel(steps: readonly PlanStep[]): PlanStep {
  return (run) => {
    const pending = steps.map((step) => step(run)).filter((promise) => promise !== undefined);
    if (pending.length === 0) return undefined;
    return Promise.all(pending).then(() => undefined);
  };
}
