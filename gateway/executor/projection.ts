import type {
  FieldNode,
  GraphQLAbstractType,
  GraphQLCompositeType,
  GraphQLOutputType,
  GraphQLSchema,
  SelectionSetNode,
} from 'graphql';
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { DataObject } from './answer-shape.ts';
import { answerOrder, clientPaths } from './client-path.ts';
import type { Complete, FieldsOf, ProjectedField, Report } from './completion.ts';
import { BUBBLE, leaf, list, nonNull, nullable, object, violated } from './completion.ts';
import type { DataKeys } from './data-keys.ts';
import { leafReader } from './leaf.ts';
import type { SettledOperation } from './selection.ts';
import { collectFields } from './selection.ts';
import type { ResponsePath } from './target-path.ts';

/** The client's answer from the data of all subgraphs: what was asked, in the order asked, nothing else. */
export interface Projection {
  /** Null when a null had to travel up to the root. `report` is asked for only when something is amiss. */
  project(data: DataObject, report: () => Report): DataObject | null;
  /** Where a place of the data stands in the answer: under every alias, as far as the client selected it. */
  clientPaths(data: DataObject, path: ResponsePath): readonly ResponsePath[];
  /** Where such a path comes in the answer, to be compared position by position. */
  answerOrder(data: DataObject, path: ResponsePath): readonly number[];
}

/** Compiles the answer's form of one operation against the public schema. */
export function compileProjection(
  schema: GraphQLSchema,
  settled: SettledOperation,
  keys: DataKeys,
): Projection {
  const fieldsOf = rootFields(schema, settled, keys);
  const root = object(fieldsOf);
  return {
    project(data, report) {
      const pass = { violated: false };
      const answer = root(data, pass);
      if (pass.violated) root(data, { violated: false, reporting: { path: [], report: report() } });
      return answer === BUBBLE ? null : (answer as DataObject | null);
    },
    clientPaths: (data, path) => clientPaths(fieldsOf, data, path),
    answerOrder: (data, path) => answerOrder(fieldsOf, data, path),
  };
}

function rootFields(
  schema: GraphQLSchema,
  { operation, fragments }: SettledOperation,
  keys: DataKeys,
): FieldsOf {
  const rootType = schema.getRootType(operation.operation);
  if (rootType === undefined || rootType === null) throw new Error(`no root type for ${operation.operation}`);
  const isMutation = rootType === schema.getMutationType();

  const fieldOf = (
    type: GraphQLCompositeType,
    key: string,
    group: readonly FieldNode[],
    position: number,
  ) => {
    const node = group[0] as FieldNode;
    const name = node.name.value;
    const source = type === rootType && isMutation ? keys.mutationKeyOf(position) : keys.keyOf(node);
    if (name === '__typename')
      return { key, source, complete: typeNameOf(type), once: true, below: undefined };
    if (type === rootType && name.startsWith('__')) {
      const introspected = keys.introspectionKeyOf(key);
      return { key, source: introspected, complete: (value: unknown) => value, once: true, below: undefined };
    }
    const field = isUnionType(type) ? undefined : type.getFields()[name];
    if (field === undefined) throw new Error(`${type.name} has no field ${name}`);
    const named = getNamedType(field.type);
    const selectionSets = group.flatMap(({ selectionSet }) => selectionSet ?? []);
    const below = isCompositeType(named) ? fieldsOfType(schema, named, selected(selectionSets)) : undefined;
    const once = below === undefined && isNonNullType(field.type);
    return { key, source, complete: completeType(field.type, below), once, below };
  };
  const selected = (selectionSets: readonly SelectionSetNode[]) => (type: GraphQLCompositeType) => {
    const groups = collectFields(schema, fragments, type, selectionSets);
    return [...groups].map(([key, group], position) => fieldOf(type, key, group, position));
  };
  return fieldsOfType(schema, rootType, selected([operation.selectionSet]));
}

function completeType(type: GraphQLOutputType, below: FieldsOf | undefined): Complete {
  const completeNullable = (inner: GraphQLOutputType): Complete => {
    if (isListType(inner)) return list(completeType(inner.ofType, below));
    if (isLeafType(inner)) return leaf(leafReader(inner));
    return object(below as FieldsOf);
  };
  return isNonNullType(type) ? nonNull(completeNullable(type.ofType)) : nullable(completeNullable(type));
}

/** Collected per type when the type is first met: a selection may be wider and deeper than any data is. */
function fieldsOfType(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
  selected: (type: GraphQLCompositeType) => readonly ProjectedField[],
): FieldsOf {
  if (isObjectType(type)) {
    let fields: readonly ProjectedField[] | undefined;
    return () => {
      fields ??= selected(type);
      return fields;
    };
  }
  const byName = new Map<unknown, readonly ProjectedField[]>();
  return (typeName) => {
    const known = byName.get(typeName);
    if (known !== undefined) return known;
    const runtimeType = runtimeTypeOf(schema, type, typeName);
    if (runtimeType === undefined) return undefined;
    const fields = selected(runtimeType);
    byName.set(typeName, fields);
    return fields;
  };
}

/**
 * The type to read an object by. Where no fragment and no `__typename` asks for it, plans leave the concrete type
 * unfetched, and an interface object's subgraph knows only the interface: then it is the abstract type.
 */
function runtimeTypeOf(
  schema: GraphQLSchema,
  type: GraphQLAbstractType,
  typeName: unknown,
): GraphQLCompositeType | undefined {
  if (typeName === undefined || typeName === type.name) return type;
  const named = typeof typeName === 'string' ? schema.getType(typeName) : undefined;
  if (!isObjectType(named) && !isInterfaceType(named)) return undefined;
  return schema.isSubType(type, named) ? named : undefined;
}

/** A name the client asked for is that of an object type, or it is not known. */
function typeNameOf(type: GraphQLCompositeType): Complete {
  if (!isAbstractType(type)) return () => type.name;
  return (_, pass) => {
    violated(pass, 'VALUE_NOT_IN_SCHEMA');
    return BUBBLE;
  };
}
