import type { FlattenNodePathSegment } from '@graphql-hive/router-query-planner';
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLCompositeType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionNode,
} from 'graphql';
import { getNamedType, isCompositeType, isUnionType, Kind, OperationTypeNode, print } from 'graphql';
import { fragmentsOf } from './fragments.ts';
import type { RequiredFields } from './required-fields.ts';
import { entryField } from './required-fields.ts';

type Path = readonly FlattenNodePathSegment[];

/** A part cut out of an operation: what is asked of the objects of one type at one place, as an operation of its own. */
export interface Cut {
  /** Where these objects stand in the data of the rest. */
  readonly path: Path;
  /** The root field that stands for them. */
  readonly entry: string;
  readonly text: string;
  /** What the rest selects there instead: to be filled with what the part needs of these objects. */
  readonly needed: SelectionNode[];
}

export interface CutOperation {
  readonly cuts: readonly Cut[];
  /** The text of the rest, once what is needed has been filled in. */
  readonly rest: () => string;
}

interface Cutting {
  readonly schema: GraphQLSchema;
  readonly required: RequiredFields;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly cuts: Cut[];
  count: number;
}

const TYPENAME: SelectionNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** Selections without fragments at most: each level of fragments may double them. */
const MOST_SELECTIONS = 10_000;

const setOf = (selections: readonly SelectionNode[]) => ({ kind: Kind.SELECTION_SET, selections }) as const;

/** Selections under a type condition. */
export const onType = (typeName: string, selections: readonly SelectionNode[]): SelectionNode => ({
  kind: Kind.INLINE_FRAGMENT,
  typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: typeName } },
  selectionSet: setOf(selections),
});

/**
 * Cuts every field with `@requires` out of a valid operation, with all that is selected below it; fields of interfaces
 * have been told apart by type before. Undefined when there is none, or the operation is too large to be taken apart.
 */
export function cutOperation(
  document: DocumentNode,
  schema: GraphQLSchema,
  required: RequiredFields,
): CutOperation | undefined {
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return undefined;
  const root = schema.getRootType(operation.operation);
  if (root === undefined || root === null) return undefined;
  const fragments = fragmentsOf(document);
  const cutting: Cutting = { schema, required, operation, fragments, cuts: [], count: 0 };
  const rest = restOf(cutting, operation.selectionSet.selections, root, []);
  if (cutting.cuts.length === 0 || cutting.count > MOST_SELECTIONS) return undefined;
  return { cuts: cutting.cuts, rest: () => print({ ...operation, selectionSet: setOf(rest) }) };
}

/** What is left of selections on a type, with a place for what the cut parts need. */
function restOf(
  cutting: Cutting,
  selections: readonly SelectionNode[],
  type: GraphQLCompositeType,
  path: Path,
): readonly SelectionNode[] {
  const parts = new Map<string, FieldNode[]>();
  const kept = selections.flatMap((selection): readonly SelectionNode[] => {
    cutting.count += 1;
    if (cutting.count > MOST_SELECTIONS) return [];
    if (selection.kind === Kind.FIELD) {
      const required = cutting.required.get(type.name)?.get(selection.name.value);
      if (required === undefined) return [descend(cutting, selection, type, path)];
      const entry = entryField(required.owner, required.graph);
      parts.set(entry, [...(parts.get(entry) ?? []), selection]);
      return [];
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : cutting.fragments.get(selection.name.value);
    const condition = fragment?.typeCondition?.name.value ?? type.name;
    const narrowed = cutting.schema.getType(condition);
    if (fragment === undefined || !isCompositeType(narrowed)) return [selection];
    const below = [...path, { TypeCondition: [condition] }];
    return [onType(condition, restOf(cutting, fragment.selectionSet.selections, narrowed, below))];
  });
  if (parts.size === 0) return kept;
  const places = [...parts].map(([entry, fields]) => {
    const needed: SelectionNode[] = [];
    const below = [...path, { TypeCondition: [type.name] }];
    cutting.cuts.push({ path: below, entry, text: partOf(cutting, entry, fields), needed });
    return onType(type.name, needed);
  });
  return [TYPENAME, ...kept, ...places];
}

function descend(cutting: Cutting, field: FieldNode, type: GraphQLCompositeType, path: Path): SelectionNode {
  const definition = isUnionType(type) ? undefined : type.getFields()[field.name.value];
  const named = definition === undefined ? undefined : getNamedType(definition.type);
  if (field.selectionSet === undefined || !isCompositeType(named)) return field;
  const below = [...path, { Field: (field.alias ?? field.name).value }];
  return { ...field, selectionSet: setOf(restOf(cutting, field.selectionSet.selections, named, below)) };
}

function partOf({ operation, fragments }: Cutting, entry: string, fields: readonly FieldNode[]): string {
  const field: FieldNode = {
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: entry },
    selectionSet: setOf(fields),
  };
  const text = print({ ...operation, operation: OperationTypeNode.QUERY, selectionSet: setOf([field]) });
  return [text, ...[...fragments.values()].map((fragment) => print(fragment))].join('\n');
}
