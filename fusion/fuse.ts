import type { GraphQLSchema } from 'graphql';
import { OperationTypeNode } from 'graphql';
import type { SettledOperation } from '../gateway/executor/selection.ts';
import { readEntities } from './entities.ts';
import { collectMembers } from './members.ts';
import { type Operation, readOperation } from './operation.ts';
import { readRelation } from './related-rows.ts';
import { RELATIONS } from './relations.ts';
import { readRelease } from './release.ts';
import type { Run } from './run.ts';
import type { Drafted } from './statement.ts';
import { Unfusable } from './unfusable.ts';
import { type AnswerField, answerOf, type Row } from './values.ts';
import type { World } from './world.ts';

/** An operation as one statement, for all requests that are alike. */
export interface Fused {
  readonly text: string;
  /** The values of a request; throws the refusal that a resolver would give, or Unfusable. */
  readonly parametersOf: Drafted['parametersOf'];
  /** The answer from the one row of the statement; throws Unfusable where the plan has to tell it. */
  readonly answer: (row: Row, run: Run) => Record<string, unknown>;
}

/** Whether an operation may be fused at all: a query of stored objects. */
export const fusible = (schema: GraphQLSchema, settled: SettledOperation): Operation | undefined => {
  if (settled.operation.operation !== OperationTypeNode.QUERY) return undefined;
  const operation = readOperation(schema, settled);
  const names = rootFields(operation, settled).map(({ name }) => name);
  const stored = names.filter((name) => !NEEDS_NO_ROW.has(name));
  const isStored = (name: string): boolean => name === '_entities' || name in (RELATIONS['Query'] ?? {});
  return stored.length > 0 && stored.every(isStored) ? operation : undefined;
};

/** What the request tells by itself: the number of its release too. */
const NEEDS_NO_ROW: ReadonlySet<string> = new Set(['__typename', 'release']);

const rootFields = (operation: Operation, { operation: { selectionSet } }: SettledOperation) =>
  operation.fieldsOf('Query', [selectionSet]);

/** Writes the statement for the requests of a draft; throws Unfusable for an operation that rows do not tell. */
export const fuse = (
  operation: Operation,
  settled: SettledOperation,
  world: World,
  { draft, parametersOf }: Drafted,
): Fused => {
  const members = collectMembers();
  const compilation = { operation, draft, world };
  const fields = rootFields(operation, settled).map((asked): AnswerField => {
    const { key, name } = asked;
    if (asked.field === undefined) return { key, read: () => 'Query' };
    if (name === 'release') return { key, read: readRelease(compilation, members, asked) };
    if (name === '_entities') return { key, read: readEntities(compilation, members, asked) };
    const relation = RELATIONS['Query']?.[name];
    if (relation === undefined) throw new Unfusable(`Query.${name} is not told by rows`);
    return { key, read: readRelation(compilation, { alias: '', members }, relation, asked) };
  });
  if (members.isEmpty()) throw new Unfusable('nothing that rows tell');
  return {
    // The release stands in every statement: a parameter that is nowhere has no type.
    text: `select ${members.object()} as answer where ${draft.release} > 0`,
    parametersOf,
    answer: (row, run) => answerOf(fields, row, run) as Record<string, unknown>,
  };
};
