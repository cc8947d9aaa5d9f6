import type { FlattenNodePathSegment, PlanNode } from '@graphql-hive/router-query-planner';
import { QueryPlanner } from '@graphql-hive/router-query-planner';
import type { DocumentNode, GraphQLSchema, SelectionNode } from 'graphql';
import { Kind, parse, print } from 'graphql';
import type { Cut } from './cut-operation.ts';
import { cutOperation } from './cut-operation.ts';
import { OperationRefusal } from './located-error.ts';
import type { RequiredFields } from './required-fields.ts';
import { withEntries } from './required-fields.ts';

/** Plans for the operations of one supergraph. Throws an OperationRefusal for what no plan is found for in time. */
export type Planning = (text: string) => Promise<PlanNode>;

const NO_LABELS: ReadonlySet<string> = new Set();

type Path = readonly FlattenNodePathSegment[];

/**
 * The planner of a supergraph; `deadline` is in milliseconds, for each operation. The library (0.0.38) has no plan for
 * a field with `@requires` of an entity below an entity of the same type. Such an operation is planned in parts: what
 * is left without these fields, and the fields for themselves, as if the query began at their objects.
 */
export function createPlanning(
  supergraph: DocumentNode,
  schema: GraphQLSchema,
  required: RequiredFields,
  deadline: number,
): Planning {
  const planner = new QueryPlanner(print(supergraph));
  let entering: QueryPlanner | undefined;
  const inParts = async (text: string, signal: AbortSignal): Promise<PlanNode | undefined> => {
    const cut = cutOperation(parse(text, { noLocation: true }), schema, required);
    if (cut === undefined) return undefined;
    entering ??= new QueryPlanner(withEntries(supergraph, schema.getQueryType()?.name ?? '', required));
    const followUps: PlanNode[] = [];
    for (const part of cut.cuts) {
      const followUp = followUpOf(await planned(entering, part.text, signal), part);
      if (followUp === undefined) return undefined;
      part.needed.push(...followUp.needed);
      followUps.push(followUp.node);
    }
    const rest = await planned(planner, cut.rest(), signal);
    return { kind: 'Sequence', nodes: [rest, { kind: 'Parallel', nodes: followUps }] };
  };
  return async (text) => {
    const signal = AbortSignal.timeout(deadline);
    return await planned(planner, text, signal).catch(async (refusal: OperationRefusal) => {
      if (refusal.code !== 'OPERATION_NOT_SUPPORTED' || required.size === 0) throw refusal;
      const node = await inParts(text, signal).catch((error: unknown) => {
        throw error instanceof OperationRefusal && error.code === 'OPERATION_TOO_COMPLEX' ? error : refusal;
      });
      if (node === undefined) throw refusal;
      return node;
    });
  };
}

async function planned(planner: QueryPlanner, text: string, signal: AbortSignal): Promise<PlanNode> {
  try {
    const { node } = await planner.planAsync(text, undefined, new Set(NO_LABELS), 0, signal);
    if (node !== undefined) return node;
  } catch (error) {
    if (signal.aborted) {
      throw new OperationRefusal('OPERATION_TOO_COMPLEX', '该请求过于复杂，未能在时限内制定查询计划', error);
    }
    throw new OperationRefusal('OPERATION_NOT_SUPPORTED', '无法为该请求制定跨数据服务的查询计划', error);
  }
  throw new OperationRefusal('OPERATION_NOT_SUPPORTED', '该请求的查询计划为空');
}

interface FollowUp {
  readonly node: PlanNode;
  readonly needed: readonly SelectionNode[];
}

/** The plan of a part without its first fetch, which is what the rest has to select; undefined for any other form. */
function followUpOf(plan: PlanNode, { entry, path }: Cut): FollowUp | undefined {
  if (plan.kind !== 'Sequence') return undefined;
  const [first, ...nodes] = plan.nodes;
  if (first?.kind !== 'Fetch' || first.requires !== undefined || first.outputRewrites !== undefined)
    return undefined;
  const [operation, ...others] = parse(first.operation, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION || others.length > 0) return undefined;
  const [field] = operation.selectionSet.selections;
  if (field?.kind !== Kind.FIELD || field.name.value !== entry) return undefined;
  const needed = field.selectionSet?.selections ?? [];
  return { node: { kind: 'Sequence', nodes: nodes.map((node) => movedTo(path, node)) }, needed };
}

/** The same plan for objects that stand at a path, instead of under the first field of each of its own. */
function movedTo(path: Path, node: PlanNode): PlanNode {
  const moved = (own: Path): FlattenNodePathSegment[] => [...path, ...own.slice(1)];
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return { ...node, nodes: node.nodes.map((child) => movedTo(path, child)) };
    case 'Flatten':
      return { ...node, path: moved(node.path) };
    case 'BatchFetch': {
      const aliases = node.entityBatch.aliases.map((field) => ({ ...field, paths: field.paths.map(moved) }));
      return { ...node, entityBatch: { aliases } };
    }
    default:
      throw new OperationRefusal('OPERATION_NOT_SUPPORTED', '无法为该请求制定跨数据服务的查询计划');
  }
}
