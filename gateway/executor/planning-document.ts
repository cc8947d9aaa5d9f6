import type { DocumentNode, FieldNode, GraphQLSchema, SelectionNode, SelectionSetNode } from 'graphql';
import { Kind, print, visit } from 'graphql';
import type { SettledOperation } from './selection.ts';
import { collectFields } from './selection.ts';

const TYPENAME: SelectionNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** An operation's parts: what the plan is for, and what the gateway itself answers from the public schema. */
export interface OperationParts {
  /** The text for the planner; undefined when no subgraph is needed. */
  readonly planned: string | undefined;
  /** The `__schema` and `__type` fields as a document of their own; undefined without them. */
  readonly introspection: DocumentNode | undefined;
}

function withSelections(
  { operation, fragments }: SettledOperation,
  selections: readonly SelectionNode[],
): DocumentNode {
  const selectionSet: SelectionSetNode = { kind: Kind.SELECTION_SET, selections };
  return { kind: Kind.DOCUMENT, definitions: [{ ...operation, selectionSet }, ...fragments.values()] };
}

/**
 * Splits an operation. The planner knows no introspection, would fetch a root `__typename` from a subgraph,
 * and loses a field of which @skip and @include left nothing: that one asks for `__typename` instead.
 */
export function splitOperation(schema: GraphQLSchema, settled: SettledOperation): OperationParts {
  const rootType = schema.getRootType(settled.operation.operation);
  if (rootType === undefined || rootType === null) return { planned: undefined, introspection: undefined };
  const fields = collectFields(schema, settled.fragments, rootType, [settled.operation.selectionSet]);
  const planned: FieldNode[] = [];
  const introspection: FieldNode[] = [];
  for (const group of fields.values()) {
    const name = group[0]?.name.value;
    if (name === '__schema' || name === '__type') introspection.push(...group);
    else if (name !== '__typename') planned.push(...group);
  }
  const filled = (document: DocumentNode): DocumentNode =>
    visit(document, {
      SelectionSet: {
        enter: (node) => (node.selections.length === 0 ? { ...node, selections: [TYPENAME] } : undefined),
      },
    });
  return {
    planned: planned.length === 0 ? undefined : print(filled(withSelections(settled, planned))),
    introspection: introspection.length === 0 ? undefined : withSelections(settled, introspection),
  };
}
