import type {
  ASTNode,
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLCompositeType,
  GraphQLInterfaceType,
  GraphQLObjectType,
  GraphQLSchema,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';
import {
  isAbstractType,
  isInterfaceType,
  isNonNullType,
  Kind,
  OperationTypeNode,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { onType } from './cut-operation.ts';
import type { DataKeys } from './data-keys.ts';
import type { RequiredFields } from './required-fields.ts';
import type { SettledOperation } from './selection.ts';
import { collectFields } from './selection.ts';

const TYPENAME: SelectionNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** One text for the planner, its fields under their data keys. */
export interface PlannedPart {
  readonly text: string;
  /** When the value under this key is null, nothing after this part runs: the whole answer is null. */
  readonly essential?: string;
}

/** An operation's parts: what plans are for, and what the gateway itself answers from the public schema. */
export interface OperationParts {
  /** One part for a query, none when no subgraph is needed. Each field of a mutation is one, in their order. */
  readonly planned: readonly PlannedPart[];
  /** The `__schema` and `__type` fields as a document of their own; undefined without them. */
  readonly introspection: DocumentNode | undefined;
}

/** What the planner must not be asked as it stands; see `splitOperation`. */
export interface PlanningRules {
  readonly keys: DataKeys;
  readonly required: RequiredFields;
}

function withSelections(
  { operation, fragments }: SettledOperation,
  selections: readonly SelectionNode[],
): DocumentNode {
  const selectionSet = { kind: Kind.SELECTION_SET, selections } as const;
  return { kind: Kind.DOCUMENT, definitions: [{ ...operation, selectionSet }, ...fragments.values()] };
}

function underKey(field: FieldNode, key: string): FieldNode {
  const { alias: _, ...plain } = field;
  if (key === field.name.value) return plain;
  return { ...plain, alias: { kind: Kind.NAME, value: key } };
}

/**
 * One field for all that stand under one key beside each other: where two subgraphs have the field, the planner would
 * choose one for each alone, and finds no path when the first choice does not do for the second.
 */
function merged(selections: readonly SelectionNode[]): readonly SelectionNode[] {
  const groups = new Map<unknown, SelectionNode[]>();
  for (const selection of selections) {
    const key = selection.kind === Kind.FIELD ? (selection.alias ?? selection.name).value : selection;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [selection]);
    else group.push(selection);
  }
  return [...groups.values()].map((group) => {
    const [first] = group as [SelectionNode];
    if (first.kind === Kind.FRAGMENT_SPREAD || first.selectionSet === undefined) return first;
    const within = group.flatMap((selection) =>
      selection.kind === Kind.FRAGMENT_SPREAD ? [] : (selection.selectionSet?.selections ?? []),
    );
    return { ...first, selectionSet: { ...first.selectionSet, selections: merged(within) } };
  });
}

/**
 * Splits an operation. The planner knows no introspection, would fetch a root `__typename` from a subgraph, and
 * loses a field of which @skip, @include or fragments that cannot match leave nothing: that one asks for `__typename`.
 * One plan for several mutations would read for the first one after the second has written.
 */
export function splitOperation(
  schema: GraphQLSchema,
  settled: SettledOperation,
  rules: PlanningRules,
): OperationParts {
  const { operation, fragments } = settled;
  const rootType = schema.getRootType(operation.operation);
  if (rootType === undefined || rootType === null) return { planned: [], introspection: undefined };
  const groups = [...collectFields(schema, fragments, rootType, [operation.selectionSet]).values()];
  const introspection = groups.flatMap((group) => (isIntrospection(group) ? group : []));
  const toPlan = preparation(schema, settled, rootType, rules);
  const plannedFragments = new Map(
    [...fragments].map(([name, fragment]) => {
      const { selectionSet, ...head } = toPlan(fragment);
      return [
        name,
        { ...head, selectionSet: { ...selectionSet, selections: merged(selectionSet.selections) } },
      ];
    }),
  );
  const partOf = (fields: readonly FieldNode[]): PlannedPart => ({
    text: print(withSelections({ operation, fragments: plannedFragments }, merged(fields))),
  });
  const planned = groups.flatMap((group, position): readonly (readonly FieldNode[])[] => {
    const name = group[0]?.name.value;
    if (name === '__typename' || isIntrospection(group)) return [];
    const fields = group.map(toPlan);
    if (operation.operation !== OperationTypeNode.MUTATION) return [fields];
    return [fields.map((field) => underKey(field, rules.keys.mutationKeyOf(position)))];
  });
  return {
    planned:
      operation.operation === OperationTypeNode.MUTATION
        ? planned.map((fields) => ({ ...partOf(fields), ...essentialKey(rootType, fields[0]) }))
        : planned.length === 0
          ? []
          : [partOf(planned.flat())],
    introspection: introspection.length === 0 ? undefined : withSelections(settled, introspection),
  };
}

const isIntrospection = ([field]: readonly FieldNode[]): boolean =>
  field?.name.value === '__schema' || field?.name.value === '__type';

/**
 * Puts fields under their data keys, `__typename` where the planner would see nothing to fetch, and a field of an
 * interface apart for each type where one of them has it with `@requires`.
 */
function preparation(
  schema: GraphQLSchema,
  { fragments }: SettledOperation,
  rootType: GraphQLObjectType,
  { keys, required }: PlanningRules,
) {
  const selectsNothing = (type: GraphQLCompositeType, set: SelectionSetNode): boolean => {
    const types = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
    return types.some((each) => collectFields(schema, fragments, each, [set]).size === 0);
  };
  return <Node extends FieldNode | FragmentDefinitionNode>(node: Node): Node => {
    const typeInfo = new TypeInfo(schema, rootType);
    const enter = (set: SelectionSetNode, parent: unknown): SelectionSetNode | undefined => {
      const type = typeInfo.getParentType();
      const isField = (parent as ASTNode | undefined)?.kind === Kind.FIELD;
      const lacking = isField && type ? selectsNothing(type, set) : set.selections.length === 0;
      return lacking ? { ...set, selections: [...set.selections, TYPENAME] } : undefined;
    };
    const leave = (set: SelectionSetNode): SelectionSetNode | undefined => {
      const type = typeInfo.getParentType();
      if (!isInterfaceType(type) || required.size === 0) return undefined;
      const types = schema.getPossibleTypes(type);
      const selections = set.selections.flatMap((selection) => apart(selection, type, types, required));
      return selections.length === set.selections.length ? undefined : { ...set, selections };
    };
    return visit(
      node,
      visitWithTypeInfo(typeInfo, {
        Field: { leave: (field) => underKey(field, keys.keyOf(field)) },
        SelectionSet: { enter: (set, _, parent) => enter(set, parent), leave },
      }),
    );
  };
}

/** The planner would ask the subgraph for the interface's field, and what the types require of others would be missing. */
function apart(
  selection: SelectionNode,
  parent: GraphQLInterfaceType,
  types: readonly GraphQLObjectType[],
  required: RequiredFields,
): readonly SelectionNode[] {
  if (selection.kind !== Kind.FIELD) return [selection];
  const field = selection.name.value;
  if (required.get(parent.name)?.has(field)) return [selection];
  if (types.every(({ name }) => required.get(name)?.has(field) !== true)) return [selection];
  return types.map(({ name }) => onType(name, [selection]));
}

function essentialKey(rootType: GraphQLObjectType, field: FieldNode | undefined): { essential?: string } {
  const type = field === undefined ? undefined : rootType.getFields()[field.name.value]?.type;
  const key = field?.alias?.value;
  return isNonNullType(type) && key !== undefined ? { essential: key } : {};
}
