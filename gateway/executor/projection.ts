import type {
  FieldNode,
  GraphQLAbstractType,
  GraphQLCompositeType,
  GraphQLOutputType,
  GraphQLSchema,
} from 'graphql';
import {
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { DataObject } from './answer-shape.ts';
import { isDataObject } from './answer-shape.ts';
import { clientPath } from './client-path.ts';
import { leafReader, NOT_A_VALUE } from './leaf.ts';
import type { SettledOperation } from './selection.ts';
import { collectFields } from './selection.ts';
import type { ResponsePath } from './target-path.ts';

export type Violation = 'NULL_FOR_NON_NULL' | 'VALUE_NOT_IN_SCHEMA' | 'SUBGRAPH_INVALID_RESPONSE';

/** One pass over the data. Places are only kept in a pass that reports, which is rare. */
interface Pass {
  violated: boolean;
  readonly path: (string | number)[] | undefined;
  readonly report: (violation: Violation, path: ResponsePath) => void;
}

type Complete = (value: unknown, pass: Pass) => unknown;

/** Stands for a null where none may be: the next nullable place above becomes null. */
const BUBBLE = Symbol('null for a non-null type');

interface ProjectedField {
  readonly key: string;
  readonly complete: Complete;
}

/** The client's answer from the data of all subgraphs: what was asked, in the order asked, nothing else. */
export interface Projection {
  /** Null when a null had to travel up to the root. */
  project(data: DataObject, report: Pass['report']): DataObject | null;
  /** The longest part of a path that leads through the client's own selection. */
  clientPath(path: ResponsePath): ResponsePath;
}

/** An object of the answer: fast to fill, and no key of it means anything to JavaScript. */
class Answer {
  [key: string]: unknown;
}
Object.setPrototypeOf(Answer.prototype, null);
Reflect.deleteProperty(Answer.prototype, 'constructor');

function violation(pass: Pass, kind: Violation): null {
  pass.violated = true;
  if (pass.path !== undefined) pass.report(kind, [...pass.path]);
  return null;
}

/** Compiles the answer's form of one operation against the public schema. */
export function compileProjection(schema: GraphQLSchema, settled: SettledOperation): Projection {
  const { operation, fragments } = settled;
  const rootType = schema.getRootType(operation.operation);
  if (rootType === undefined || rootType === null) throw new Error(`no root type for ${operation.operation}`);

  const fieldsOf = (
    type: GraphQLCompositeType,
    nodes: readonly { selectionSet?: FieldNode['selectionSet'] }[],
  ) => {
    const selectionSets = nodes.flatMap((node) => node.selectionSet ?? []);
    const collected = collectFields(schema, fragments, type, selectionSets);
    return [...collected].map(([key, group]): ProjectedField => {
      const name = group[0]?.name.value ?? key;
      if (name === '__typename') return { key, complete: typeNameOf(type) };
      if (type === rootType && name.startsWith('__')) return { key, complete: (value) => value };
      const field = isUnionType(type) ? undefined : type.getFields()[name];
      if (field === undefined) throw new Error(`${type.name} has no field ${name}`);
      return { key, complete: completeType(field.type, group) };
    });
  };
  const completeType = (type: GraphQLOutputType, group: readonly FieldNode[]): Complete => {
    if (isNonNullType(type)) return nonNull(completeNullable(type.ofType, group));
    return nullable(completeNullable(type, group));
  };
  const completeNullable = (type: GraphQLOutputType, group: readonly FieldNode[]): Complete => {
    if (isListType(type)) return list(completeType(type.ofType, group));
    if (isLeafType(type)) return leaf(leafReader(type));
    if (isObjectType(type)) return concrete(() => fieldsOf(type, group));
    return abstract(schema, type as GraphQLAbstractType, (object) => fieldsOf(object, group));
  };
  const root = concrete(() => fieldsOf(rootType, [operation]));
  return {
    project: (data, report) => runPasses(root, data, report),
    clientPath: (path) => clientPath(settled, path),
  };
}

function runPasses(root: Complete, data: DataObject, report: Pass['report']): DataObject | null {
  const pass: Pass = { violated: false, path: undefined, report };
  const answer = root(data, pass);
  if (pass.violated) root(data, { violated: false, path: [], report });
  return answer === BUBBLE ? null : (answer as DataObject | null);
}

const nonNull =
  (inner: Complete): Complete =>
  (value, pass) => {
    const completed = inner(value, pass);
    if (completed !== null) return completed;
    // A value that turned into null has been reported where that happened.
    if (value === null || value === undefined) violation(pass, 'NULL_FOR_NON_NULL');
    return BUBBLE;
  };

const nullable =
  (inner: Complete): Complete =>
  (value, pass) => {
    const completed = inner(value, pass);
    return completed === BUBBLE ? null : completed;
  };

const leaf =
  (read: (value: unknown) => unknown): Complete =>
  (value, pass) => {
    if (value === null || value === undefined) return null;
    const found = read(value);
    return found === NOT_A_VALUE ? violation(pass, 'VALUE_NOT_IN_SCHEMA') : found;
  };

const list =
  (inner: Complete): Complete =>
  (value, pass) => {
    if (value === null || value === undefined) return null;
    if (!Array.isArray(value)) return violation(pass, 'SUBGRAPH_INVALID_RESPONSE');
    const { path } = pass;
    const completed: unknown[] = new Array(value.length);
    for (let index = 0; index < value.length; index++) {
      path?.push(index);
      const element = inner(value[index], pass);
      path?.pop();
      if (element === BUBBLE) return BUBBLE;
      completed[index] = element;
    }
    return completed;
  };

function projectFields(value: DataObject, fields: readonly ProjectedField[], pass: Pass): unknown {
  const { path } = pass;
  const answer = new Answer();
  for (const { key, complete } of fields) {
    path?.push(key);
    const found = value[key];
    // A key like `constructor` that is absent would otherwise be read from the prototype of parsed JSON.
    const completed = complete(typeof found === 'function' ? undefined : found, pass);
    path?.pop();
    if (completed === BUBBLE) return BUBBLE;
    answer[key] = completed;
  }
  return answer;
}

function concrete(fieldsOf: () => readonly ProjectedField[]): Complete {
  // Collected when first met, as a selection may be deeper than any data is.
  let fields: readonly ProjectedField[] | undefined;
  return (value, pass) => {
    if (value === null || value === undefined) return null;
    if (!isDataObject(value)) return violation(pass, 'SUBGRAPH_INVALID_RESPONSE');
    fields ??= fieldsOf();
    return projectFields(value, fields, pass);
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
    violation(pass, 'VALUE_NOT_IN_SCHEMA');
    return BUBBLE;
  };
}

function abstract(
  schema: GraphQLSchema,
  type: GraphQLAbstractType,
  fieldsOf: (type: GraphQLCompositeType) => readonly ProjectedField[],
): Complete {
  const byName = new Map<unknown, readonly ProjectedField[]>();
  return (value, pass) => {
    if (value === null || value === undefined) return null;
    if (!isDataObject(value)) return violation(pass, 'SUBGRAPH_INVALID_RESPONSE');
    const typeName = value['__typename'];
    let fields = byName.get(typeName);
    if (fields === undefined) {
      const runtimeType = runtimeTypeOf(schema, type, typeName);
      if (runtimeType === undefined) return violation(pass, 'VALUE_NOT_IN_SCHEMA');
      fields = fieldsOf(runtimeType);
      byName.set(typeName, fields);
    }
    return projectFields(value, fields, pass);
  };
}
