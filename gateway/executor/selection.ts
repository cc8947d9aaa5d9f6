import type {
  DirectiveNode,
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLCompositeType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';
import { isAbstractType, isUnionType, Kind, visit } from 'graphql';
import { fragmentsOf } from './fragments.ts';

/** An operation with its fragments in which no @skip and no @include is left. */
export interface SettledOperation {
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

const isCondition = ({ name }: DirectiveNode): boolean => name.value === 'include' || name.value === 'skip';

/** The variables that decide a @skip or @include anywhere in the document, sorted. */
export function conditionVariablesOf(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(directive) {
      const condition = isCondition(directive) ? directive.arguments?.[0]?.value : undefined;
      if (condition?.kind === Kind.VARIABLE) names.add(condition.name.value);
    },
  });
  return [...names].sort();
}

/**
 * Decides every @skip and @include for one set of variable values. Each set gets a plan and a projection of
 * its own: nothing of what is left depends on the request, and no plan carries conditions.
 */
export function settleConditions(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): SettledOperation {
  const holds = ({ arguments: [argument] = [] }: DirectiveNode): boolean => {
    const value = argument?.value;
    if (value?.kind === Kind.VARIABLE) return variables[value.name.value] === true;
    return value?.kind === Kind.BOOLEAN && value.value;
  };
  const enter = <Node extends SelectionNode>(node: Node): Node | null | undefined => {
    const { directives = [] } = node;
    if (directives.length === 0) return undefined;
    const kept = directives.filter((directive) => !isCondition(directive));
    if (kept.length === directives.length) return undefined;
    const dropped = directives.some(
      (directive) => isCondition(directive) && holds(directive) === (directive.name.value === 'skip'),
    );
    return dropped ? null : { ...node, directives: kept };
  };
  const visitor = { Field: { enter }, FragmentSpread: { enter }, InlineFragment: { enter } };
  const fragments = new Map(
    [...fragmentsOf(document)].map(([name, fragment]) => [name, visit(fragment, visitor)]),
  );
  return { operation: visit(operation, visitor), fragments };
}

/** The selected fields by response key, in the order of the answer (specification, CollectFields). */
export type CollectedFields = ReadonlyMap<string, readonly FieldNode[]>;

/** Collects what the selection sets say about one type; about an abstract one, what holds for all of its types. */
export function collectFields(
  schema: GraphQLSchema,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  type: GraphQLCompositeType,
  selectionSets: readonly SelectionSetNode[],
): CollectedFields {
  const fields = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  const applies = (condition: string | undefined): boolean => {
    if (condition === undefined || condition === type.name) return true;
    const abstract = schema.getType(condition);
    return isAbstractType(abstract) && !isUnionType(type) && schema.isSubType(abstract, type);
  };
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const before = fields.get(key);
        if (before === undefined) fields.set(key, [selection]);
        else before.push(selection);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (applies(selection.typeCondition?.name.value)) collect(selection.selectionSet);
      } else if (!visited.has(selection.name.value)) {
        visited.add(selection.name.value);
        const fragment = fragments.get(selection.name.value);
        if (fragment !== undefined && applies(fragment.typeCondition.name.value)) {
          collect(fragment.selectionSet);
        }
      }
    }
  };
  for (const selectionSet of selectionSets) collect(selectionSet);
  return fields;
}
