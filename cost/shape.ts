import {
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** How large an operation is with its fragments written out. */
export interface Shape {
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
  /** Fields: nested fragments double them at every level. */
  readonly selections: number;
  /** The most directives at one place. */
  readonly directivesAtOnce: number;
  /** Fields and spreads as they are written, each fragment once: a thousand spreads are compared with each other. */
  readonly fields: number;
  /** Whether it asks for `__schema` or `__type`. */
  readonly introspects: boolean;
}

type Expanded = Omit<Shape, 'fields'>;

const NOTHING: Expanded = {
  depth: 0,
  aliases: 0,
  rootFields: 0,
  directives: 0,
  selections: 0,
  directivesAtOnce: 0,
  introspects: false,
};

/** Measures the operations of a document, each fragment once, however often it is spread; the document need not be valid. */
export function shapeMeasurer(document: DocumentNode): (operation: OperationDefinitionNode) => Shape {
  const fragments = new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((definition) => [definition.name.value, definition]),
  );
  const known = new Map<string, Expanded>();
  const written = document.definitions.reduce(
    (sum, definition) => sum + ('selectionSet' in definition ? writtenFields(definition.selectionSet) : 0),
    0,
  );

  const measureFragment = (name: string): Expanded => {
    const found = known.get(name);
    if (found !== undefined) return found;
    // A fragment that reaches itself counts as nothing here; validation refuses it.
    known.set(name, NOTHING);
    const fragment = fragments.get(name);
    if (fragment === undefined) return NOTHING;
    const shape = withDirectives(measure(fragment.selectionSet), fragment);
    known.set(name, shape);
    return shape;
  };
  const measureSelection = (selection: SelectionNode): Expanded => {
    if (selection.kind === Kind.FRAGMENT_SPREAD)
      return withDirectives(measureFragment(selection.name.value), selection);
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return withDirectives(measure(selection.selectionSet), selection);
    const inner = selection.selectionSet === undefined ? NOTHING : measure(selection.selectionSet);
    return withDirectives(ofField(selection, inner), selection);
  };
  const measure = ({ selections }: SelectionSetNode): Expanded =>
    selections.map(measureSelection).reduce(together, NOTHING);

  return (operation) => {
    const variables = operation.variableDefinitions?.map((one) => withDirectives(NOTHING, one)) ?? [];
    const whole = withDirectives(measure(operation.selectionSet), operation);
    return { ...variables.reduce(together, whole), fields: written };
  };
}

/** Introspection reads no data, and graphql-js limits how it may nest; GraphiQL's own goes 14 deep. */
const ofField = ({ name, alias }: FieldNode, inner: Expanded): Expanded => {
  const introspects = name.value === '__schema' || name.value === '__type';
  return {
    ...inner,
    depth: introspects ? 1 : inner.depth + 1,
    aliases: inner.aliases + (alias === undefined ? 0 : 1),
    rootFields: 1,
    selections: inner.selections + 1,
    introspects: introspects || inner.introspects,
  };
};

const together = (one: Expanded, other: Expanded): Expanded => ({
  depth: Math.max(one.depth, other.depth),
  aliases: one.aliases + other.aliases,
  rootFields: one.rootFields + other.rootFields,
  directives: one.directives + other.directives,
  selections: one.selections + other.selections,
  directivesAtOnce: Math.max(one.directivesAtOnce, other.directivesAtOnce),
  introspects: one.introspects || other.introspects,
});

const withDirectives = (
  shape: Expanded,
  { directives = [] }: { readonly directives?: readonly unknown[] | undefined },
): Expanded => ({
  ...shape,
  directives: shape.directives + directives.length,
  directivesAtOnce: Math.max(shape.directivesAtOnce, directives.length),
});

const writtenFields = ({ selections }: SelectionSetNode): number =>
  selections.reduce(
    (sum, selection) =>
      sum +
      1 +
      ('selectionSet' in selection && selection.selectionSet !== undefined
        ? writtenFields(selection.selectionSet)
        : 0),
    0,
  );
