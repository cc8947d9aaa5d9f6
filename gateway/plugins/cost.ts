import type { ApolloServerPlugin } from '@apollo/server';
import type {
  DocumentNode,
  FieldNode,
  GraphQLField,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';
import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  valueFromASTUntyped,
} from 'graphql';
import { fragmentsOf } from '../executor/fragments.ts';
import { variableValues } from '../executor/variable-values.ts';
import { Refusal } from '../refusal.ts';
import type { GatewayContext } from '../request-state.ts';
import type { Variables } from './operation-arguments.ts';

/** Objects a list without pages is taken to hold: counterparts, materials, problems rarely are more. */
const UNPAGED = 10;

/**
 * Refuses an operation whose answer could hold more than `limit` objects. Depth and fields bound the text alone:
 * four nested pages of 100 are 131 bytes, and a hundred million objects.
 */
export const costPlugin = (limit: number): ApolloServerPlugin<GatewayContext> => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, operation, request }) => {
      if (operation === undefined) return;
      const { coerced, errors } = variableValues(schema, operation.variableDefinitions, request.variables);
      // The executor tells wrong variables and runs nothing.
      if (errors !== undefined) return;
      const cost = estimatedObjects(schema, document, operation, coerced);
      if (cost > limit)
        throw new Refusal('TOO_COSTLY', `按各层 first 相乘估计为 ${cost} 个对象，上限为 ${limit}`);
    },
  }),
});

/**
 * How many objects the answer to a valid operation holds if every page is full and every list without pages has
 * ten elements. Introspection counts nothing. Variables are coerced ones.
 */
export function estimatedObjects(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): number {
  const fragments = fragmentsOf(document);

  const ofField = (field: FieldNode, type: string, page: number | undefined): number => {
    const definition = fieldOf(schema, type, field.name.value);
    if (definition === undefined || field.selectionSet === undefined) return 0;
    const own = pageSize(definition, field, variables);
    const list = isListType(getNullableType(definition.type));
    const times = list ? (own ?? page ?? UNPAGED) * listsAsked(definition, field, variables) : 1;
    return (
      times * (1 + ofSet(field.selectionSet, getNamedType(definition.type).name, list ? undefined : own))
    );
  };
  const ofSelection = (selection: SelectionNode, type: string, page: number | undefined): number => {
    if (left(selection, variables)) return 0;
    if (selection.kind === Kind.FIELD) return ofField(selection, type, page);
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return ofSet(selection.selectionSet, selection.typeCondition?.name.value ?? type, page);
    const fragment = fragments.get(selection.name.value);
    return fragment === undefined ? 0 : ofSet(fragment.selectionSet, fragment.typeCondition.name.value, page);
  };
  /** `page` is the size of the page whose connection has this selection set. */
  const ofSet = ({ selections }: SelectionSetNode, type: string, page: number | undefined): number => {
    let shared = 0;
    const byType = new Map<string, number>();
    for (const selection of selections) {
      const cost = ofSelection(selection, type, page);
      const condition = conditionOf(selection);
      // An object is of one type: of the parts for different types only one is answered.
      if (condition === undefined || condition === type || !isObjectType(schema.getType(condition)))
        shared += cost;
      else byType.set(condition, (byType.get(condition) ?? 0) + cost);
    }
    return shared + Math.max(0, ...byType.values());
  };
  const conditionOf = (selection: SelectionNode): string | undefined => {
    if (selection.kind === Kind.FIELD) return undefined;
    if (selection.kind === Kind.INLINE_FRAGMENT) return selection.typeCondition?.name.value;
    return fragments.get(selection.name.value)?.typeCondition.name.value;
  };
  return ofSet(operation.selectionSet, schema.getRootType(operation.operation)?.name ?? '', undefined);
}

function fieldOf(
  schema: GraphQLSchema,
  type: string,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  const parent = schema.getType(type);
  const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
  return definition !== undefined && isCompositeType(getNamedType(definition.type)) ? definition : undefined;
}

/** The `first` of a field, given or by default; undefined for a field without pages. */
function pageSize(
  { args }: GraphQLField<unknown, unknown>,
  field: FieldNode,
  variables: Variables,
): number | undefined {
  const argument = args.find(({ name }) => name === 'first');
  if (argument === undefined) return undefined;
  const given = field.arguments?.find(({ name }) => name.value === 'first')?.value;
  const value = given === undefined ? undefined : valueFromASTUntyped(given, variables);
  const usual = typeof argument.defaultValue === 'number' ? argument.defaultValue : UNPAGED;
  return typeof value === 'number' ? value : usual;
}

/** A list of lists has one for each thing that was asked about: as many as the longest list among its arguments. */
function listsAsked(
  { type }: GraphQLField<unknown, unknown>,
  field: FieldNode,
  variables: Variables,
): number {
  const outer = getNullableType(type);
  if (!isListType(outer) || !isListType(getNullableType(outer.ofType))) return 1;
  const given = (field.arguments ?? []).map(({ value }) => valueFromASTUntyped(value, variables));
  return Math.max(1, ...given.map((value) => (Array.isArray(value) ? value.length : 1)));
}

const left = (selection: SelectionNode, variables: Variables): boolean =>
  getDirectiveValues(GraphQLSkipDirective, selection, variables)?.['if'] === true ||
  getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.['if'] === false;
