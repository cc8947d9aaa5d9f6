import {
  type GraphQLOutputType,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { emptyAnswer } from '../gateway/executor/completion.ts';
import { leafReader, NOT_A_VALUE } from '../gateway/executor/leaf.ts';
import { longestList } from './list-bounds.ts';
import type { Operation } from './operation.ts';
import type { Run } from './run.ts';
import { RESOLVERS_IN_DOCUMENTS, type Resolvers } from './sources.ts';
import { Unfusable } from './unfusable.ts';

/** Turns what a row or a document holds into a value of the answer. */
export type Complete = (value: unknown, run: Run) => unknown;

/** One field of an answer's object. */
export interface AnswerField {
  readonly key: string;
  readonly read: (row: Row, run: Run) => unknown;
}

export type Row = Readonly<Record<string, unknown>>;

/** The answer's object of a row, its fields in the order asked. */
export const answerOf = (fields: readonly AnswerField[], row: Row, run: Run): unknown => {
  const answer = emptyAnswer();
  for (const { key, read } of fields) answer[key] = read(row, run);
  return answer;
};

/** The value of a field that its row tells, by the resolver of its subgraph or as the member of its name. */
export const fieldReader = (name: string, resolvers: Resolvers, complete: Complete): AnswerField['read'] => {
  const resolve = resolvers[name] as ((row: Row, args: object, run: Run) => unknown) | undefined;
  if (resolve === undefined) return (row, run) => complete(row[name], run);
  return (row, run) => complete(resolve(row, {}, run), run);
};

/**
 * How values of a type are told, with what is asked of them. Whatever the type does not allow throws Unfusable: nulls
 * that travel, errors that are placed, and lists longer than `longest` are the plan's to tell.
 */
export const completeValue = (
  operation: Operation,
  type: GraphQLOutputType,
  sets: readonly SelectionSetNode[],
  longest = Infinity,
): Complete => {
  const inner = completeNullable(operation, getNullableType(type), sets, longest);
  if (!isNonNullType(type))
    return (value, run) => (value === null || value === undefined ? null : inner(value, run));
  return (value, run) => {
    if (value === null || value === undefined) throw new Unfusable('null where there may be none');
    return inner(value, run);
  };
};

const completeNullable = (
  operation: Operation,
  type: GraphQLOutputType,
  sets: readonly SelectionSetNode[],
  longest: number,
): Complete => {
  if (isListType(type)) {
    const each = completeValue(operation, type.ofType, sets);
    return (value, run) => {
      if (!Array.isArray(value) || value.length > longest) throw new Unfusable('no list as it may be');
      return value.map((one) => each(one, run));
    };
  }
  if (isLeafType(type)) {
    const read = leafReader(type);
    return (value) => {
      const found = read(value);
      if (found === NOT_A_VALUE) throw new Unfusable('no value of its type');
      return found;
    };
  }
  if (!isObjectType(type) || isAbstractType(type)) throw new Unfusable(`${type} in a document`);
  return completeObject(operation, type.name, sets);
};

const completeObject = (operation: Operation, type: string, sets: readonly SelectionSetNode[]): Complete => {
  const resolvers = RESOLVERS_IN_DOCUMENTS[type] ?? {};
  const fields = operation.fieldsOf(type, sets).map(({ key, name, field, sets: below }): AnswerField => {
    if (field === undefined) return { key, read: () => type };
    if (field.args.length > 0) throw new Unfusable(`${type}.${name} takes arguments`);
    const complete = completeValue(operation, field.type, below, longestList(type, name));
    return { key, read: fieldReader(name, resolvers, complete) };
  });
  return (value, run) => {
    if (typeof value !== 'object' || Array.isArray(value)) throw new Unfusable('no object');
    return answerOf(fields, value as Row, run);
  };
};
