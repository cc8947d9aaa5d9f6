import type { FieldNode, GraphQLField, GraphQLSchema, SelectionSetNode } from 'graphql';
import { getNamedType, isObjectType } from 'graphql';
import { collectFields, type SettledOperation } from '../gateway/executor/selection.ts';

/** A field asked of one type, all its mentions together. */
export interface AskedField {
  /** The key of the answer. */
  readonly key: string;
  readonly name: string;
  /** Its first mention: the arguments of all are equal. */
  readonly node: FieldNode;
  /** Undefined for `__typename`. */
  readonly field: GraphQLField<unknown, unknown> | undefined;
  readonly sets: readonly SelectionSetNode[];
}

/** An operation as its fields are asked of object types. */
export interface Operation {
  readonly schema: GraphQLSchema;
  /** The fields asked of an object type, in the order of the answer. */
  readonly fieldsOf: (type: string, sets: readonly SelectionSetNode[]) => readonly AskedField[];
  /** The names of the fields asked of the objects of a field; none where it leads to values or to several types. */
  readonly namesBelow: (asked: AskedField) => ReadonlySet<string>;
}

/** Reads an operation of which no condition is left. */
export const readOperation = (schema: GraphQLSchema, { fragments }: SettledOperation): Operation => {
  const fieldsOf: Operation['fieldsOf'] = (typeName, sets) => {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) throw new Error(`${typeName} is no object type`);
    return [...collectFields(schema, fragments, type, sets)].map(([key, group]) => {
      const node = group[0] as FieldNode;
      const below = group.flatMap(({ selectionSet }) => selectionSet ?? []);
      return { key, name: node.name.value, node, field: type.getFields()[node.name.value], sets: below };
    });
  };
  return {
    schema,
    fieldsOf,
    namesBelow: ({ field, sets }) => {
      const type = field === undefined ? undefined : getNamedType(field.type);
      if (!isObjectType(type)) return new Set();
      const names = fieldsOf(type.name, sets).map(({ name }) => name);
      return new Set(names.filter((name) => !name.startsWith('__')));
    },
  };
};
