import {
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { type DataObject, isDataObject } from '../executor/answer-shape.ts';
import { boundedCache } from '../executor/bounded-cache.ts';
import { fragmentsOf } from '../executor/fragments.ts';
import { leafReader, NOT_A_VALUE } from '../executor/leaf.ts';
import { SubgraphFailure } from '../executor/subgraph-failure.ts';
import type { SubgraphRequest, Transport } from '../executor/transport.ts';

type Variables = SubgraphRequest['variables'];
/** Whether a value has the form that was asked for. */
type Check = (value: unknown, variables: Variables) => boolean;

/** What the values of scalars look like that GraphQL itself does not know, by name. */
export type ScalarForms = Readonly<Record<string, (value: unknown) => boolean>>;

const isString = (value: unknown): boolean => typeof value === 'string';

/** The hub's own: a date is shown as its source has it, an instant is one. */
export const HUB_SCALARS: ScalarForms = {
  Date: isString,
  DateTime: (value) => isString(value) && !Number.isNaN(Date.parse(value as string)),
};

const anything: Check = () => true;

/** One field of a selection, and for which types of the object it is selected. */
interface FieldCheck {
  readonly key: string;
  readonly condition: string | undefined;
  readonly mayBeAbsent: boolean;
  readonly check: Check;
}

const leafCheck = (type: GraphQLNamedType, forms: ScalarForms): Check => {
  // A value that the public schema hides is a value nevertheless.
  if (isEnumType(type)) return isString;
  if ('parseValue' in type && isSpecifiedScalarType(type)) {
    const read = leafReader(type);
    return (value) => read(value) !== NOT_A_VALUE;
  }
  return Object.hasOwn(forms, type.name) ? (forms[type.name] as Check) : anything;
};

/** Compiles what the answer to a query has to look like. What the public schema does not tell of may be anything. */
const compile = (schema: GraphQLSchema, forms: ScalarForms, query: string): Check => {
  const document = parse(query, { noLocation: true });
  const fragments = fragmentsOf(document);
  const typeCheck = (type: GraphQLOutputType, set: SelectionSetNode | undefined): Check => {
    if (isNonNullType(type)) {
      const inner = typeCheck(type.ofType, set);
      return (value, variables) => value !== null && inner(value, variables);
    }
    if (isListType(type)) return orNull(listCheck(typeCheck(type.ofType, set)));
    return orNull(set === undefined ? leafCheck(type, forms) : objectCheck(set, type));
  };

  const isOfType = (name: string, type: GraphQLNamedType | undefined): boolean => {
    const found = schema.getType(name);
    if (type === undefined || found === undefined || found === type) return true;
    return isAbstractType(type) && (isObjectType(found) || isAbstractType(found));
  };

  const applies = (condition: string, typeName: unknown): boolean => {
    if (typeName === condition) return true;
    const [wanted, found] = [schema.getType(condition), schema.getType(String(typeName))];
    return isAbstractType(wanted) && isObjectType(found) && schema.isSubType(wanted, found);
  };

  const objectCheck = (set: SelectionSetNode, type: GraphQLNamedType | undefined) => {
    const fields = fieldChecks(set, type, undefined, false);
    return (value: unknown, variables: Variables, asked?: unknown): boolean => {
      if (!isDataObject(value)) return false;
      const typeName = ownValue(value, '__typename') ?? asked;
      if (typeName !== undefined && !(typeof typeName === 'string' && isOfType(typeName, type))) return false;
      return fields.every(({ key, condition, mayBeAbsent, check }) => {
        if (condition !== undefined && !applies(condition, typeName)) return true;
        const found = ownValue(value, key);
        return found === undefined ? mayBeAbsent : check(found, variables);
      });
    };
  };

  const fieldChecks = (
    set: SelectionSetNode,
    type: GraphQLNamedType | undefined,
    condition: string | undefined,
    mayBeAbsent: boolean,
  ): readonly FieldCheck[] =>
    set.selections.flatMap((selection) => {
      const conditional = mayBeAbsent || (selection.directives ?? []).length > 0;
      if (selection.kind !== Kind.FIELD) {
        const fragment =
          selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
        const name = fragment?.typeCondition?.name.value;
        const inner = name === undefined ? type : schema.getType(name);
        const wanted = inner === type ? condition : name;
        // Inside two conditions nothing is told of an object that meets only one of them.
        const isBoth = condition !== undefined && wanted !== condition;
        if (fragment === undefined || isBoth) return [];
        return fieldChecks(fragment.selectionSet, inner, wanted, conditional);
      }
      const key = selection.alias?.value ?? selection.name.value;
      return [{ key, condition, mayBeAbsent: conditional, check: fieldCheck(selection, type) }];
    });

  const fieldCheck = (node: FieldNode, type: GraphQLNamedType | undefined): Check => {
    const { name, selectionSet } = node;
    if (name.value === '__typename') return isString;
    if (name.value === '_entities' && selectionSet !== undefined) return entitiesCheck(node, selectionSet);
    const field = isCompositeType(type) && 'getFields' in type ? type.getFields()[name.value] : undefined;
    return field === undefined ? anything : typeCheck(field.type, selectionSet);
  };

  /** As many entities as were asked for, none of them another's. */
  const entitiesCheck = (node: FieldNode, set: SelectionSetNode): Check => {
    const given = node.arguments?.[0]?.value;
    const variable = given?.kind === Kind.VARIABLE ? given.name.value : undefined;
    const entity = objectCheck(set, undefined);
    return orNull((value, variables) => {
      const asked = variable === undefined ? undefined : variables[variable];
      if (!Array.isArray(value) || !Array.isArray(asked) || value.length !== asked.length) return false;
      return value.every((one, at) => one === null || entity(one, variables, asked[at]?.__typename));
    });
  };

  const definition = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (definition?.kind !== Kind.OPERATION_DEFINITION) return anything;
  const root = schema.getRootType(definition.operation) ?? undefined;
  return objectCheck(definition.selectionSet, root);
};

const orNull =
  (check: Check): Check =>
  (value, variables) =>
    value === null || check(value, variables);

const listCheck =
  (element: Check): Check =>
  (value, variables) =>
    Array.isArray(value) && value.every((one) => element(one, variables));

/** Never what every object has from its prototype. */
const ownValue = (value: DataObject, key: string): unknown =>
  Object.hasOwn(value, key) ? value[key] : undefined;

const MOST_QUERIES = 2_000;

/**
 * Returns what stands before a transport to another process and lets nothing pass that is not of the form that was
 * asked for: a text where the schema has a number, fewer entities than asked for, fields that are missing. One of these
 * makes the whole answer worthless, as the rest of it may belong elsewhere; the call then fails.
 */
export const createAnswerForm =
  (schema: () => GraphQLSchema, forms: ScalarForms) =>
  (subgraph: string, transport: Transport): Transport => {
    const checks = boundedCache<Check>(MOST_QUERIES);
    const checkOf = (query: string): Check => {
      const known = checks.get(query);
      if (known !== undefined) return known;
      const fresh = compile(schema(), forms, query);
      checks.set(query, fresh);
      return fresh;
    };
    return async (request) => {
      const answer = await transport(request);
      const { data } = answer;
      if (data === null || data === undefined || checkOf(request.query)(data, request.variables))
        return answer;
      throw new SubgraphFailure(
        'SUBGRAPH_INVALID_RESPONSE',
        subgraph,
        new Error('not of the form asked for'),
      );
    };
  };
