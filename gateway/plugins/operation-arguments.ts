import type {
  DocumentNode,
  FieldNode,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
  ValueNode,
} from 'graphql';
import { Kind, valueFromASTUntyped } from 'graphql';
import { fragmentsOf } from '../executor/fragments.ts';

export type Variables = Readonly<Record<string, unknown>>;

/** One use of an argument in an operation, fragments written out. */
export interface ArgumentUse {
  readonly name: string;
  /** True for a field of the query's root. */
  readonly root: boolean;
  readonly field: string;
  readonly value: unknown;
}

interface Site extends Omit<ArgumentUse, 'value'> {
  readonly node: ValueNode;
  readonly conditions: readonly Condition[];
}

/** `@include(if:)` or `@skip(if:)` above a place. */
interface Condition {
  readonly node: ValueNode;
  readonly wanted: boolean;
}

export interface OperationArguments {
  /** False when only `__schema`, `__type` and `__typename` are asked: nothing that belongs to a release. */
  readonly readsData: boolean;
  /** The uses that take part with these variables; defaults of the operation's variables are applied. */
  used(variables: Variables): readonly ArgumentUse[];
}

const analysed = new WeakMap<OperationDefinitionNode, OperationArguments>();

/** Finds the uses of the named arguments in a validated operation; remembered per parsed operation. */
export function operationArguments(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): OperationArguments {
  const known = analysed.get(operation);
  if (known !== undefined) return known;
  const { sites, rootFields } = sitesOf(document, operation.selectionSet);
  const fresh: OperationArguments = {
    readsData: [...rootFields].some((name) => !name.startsWith('__')),
    used(variables) {
      if (sites.length === 0) return [];
      const values = { ...defaultsOf(operation), ...variables };
      return sites
        .filter(({ conditions }) =>
          conditions.every(({ node, wanted }) => valueFromASTUntyped(node, values) === wanted),
        )
        .map(({ name, root, field, node }) => ({
          name,
          root,
          field,
          value: valueFromASTUntyped(node, values),
        }));
    },
  };
  analysed.set(operation, fresh);
  return fresh;
}

/** The arguments the gateway looks at: page size, cursor, release. */
const WATCHED: ReadonlySet<string> = new Set(['first', 'after', 'asOf']);

function sitesOf(
  document: DocumentNode,
  rootSet: SelectionSetNode,
): { sites: Site[]; rootFields: Set<string> } {
  const fragments = fragmentsOf(document);
  const sites: Site[] = [];
  const rootFields = new Set<string>();

  const walkField = (field: FieldNode, root: boolean, conditions: readonly Condition[]): void => {
    if (root) rootFields.add(field.name.value);
    for (const { name, value } of field.arguments ?? []) {
      if (WATCHED.has(name.value))
        sites.push({ name: name.value, root, field: field.name.value, node: value, conditions });
    }
    if (field.selectionSet !== undefined) walk(field.selectionSet, false, conditions);
  };
  const walk = (set: SelectionSetNode, root: boolean, above: readonly Condition[]): void => {
    for (const selection of set.selections) {
      const conditions = [...above, ...conditionsOf(selection)];
      if (selection.kind === Kind.FIELD) walkField(selection, root, conditions);
      else if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet, root, conditions);
      else {
        const fragment = fragments.get(selection.name.value);
        if (fragment !== undefined) walk(fragment.selectionSet, root, conditions);
      }
    }
  };
  walk(rootSet, true, []);
  return { sites, rootFields };
}

function conditionsOf({ directives }: SelectionNode): Condition[] {
  return (directives ?? []).flatMap(({ name, arguments: given }) => {
    const node = given?.find((argument) => argument.name.value === 'if')?.value;
    if (node === undefined || (name.value !== 'include' && name.value !== 'skip')) return [];
    return [{ node, wanted: name.value === 'include' }];
  });
}

function defaultsOf({ variableDefinitions }: OperationDefinitionNode): Variables {
  const defaults: Record<string, unknown> = {};
  for (const { variable, defaultValue } of variableDefinitions ?? [])
    if (defaultValue !== undefined) defaults[variable.name.value] = valueFromASTUntyped(defaultValue);
  return defaults;
}
