import type { SelectionSetNode } from 'graphql';
import { typeOfId } from '../subgraphs/type-of-id.ts';
import { longestList } from './list-bounds.ts';
import { collectMembers, type Members } from './members.ts';
import type { AskedField, Operation } from './operation.ts';
import { isTold, type OwnRows, readOwnTable } from './own-rows.ts';
import { readRelation } from './related-rows.ts';
import type { Relation } from './relation.ts';
import { RELATIONS } from './relations.ts';
import type { Run } from './run.ts';
import { SOURCES, type Source, type SourceName } from './sources.ts';
import type { Draft } from './statement.ts';
import { Unfusable } from './unfusable.ts';
import { type AnswerField, answerOf, completeValue, fieldReader, type Row } from './values.ts';
import type { World } from './world.ts';

/** What the rows of a statement are compiled with. */
export interface Compilation {
  readonly operation: Operation;
  readonly draft: Draft;
  readonly world: World;
}

/** The rows of one alias: what is read of each, and which types their objects may have. */
export interface Rows {
  readonly source: SourceName;
  readonly types: readonly string[];
  readonly alias: string;
  readonly members: Members;
  /** What the tables of their own types hold of items of the index. */
  readonly own: Map<string, OwnRows>;
}

export const startRows = (source: SourceName, types: readonly string[], alias: string): Rows => ({
  source,
  types,
  alias,
  members: collectMembers(SOURCES[source], alias),
  own: new Map(),
});

/** The object of the answer that a row tells. */
export type Tell = (row: Row, run: Run) => unknown;

/** Reads what a selection asks of rows; the result tells a row's object by the type of its id. */
export const readRows = (compilation: Compilation, rows: Rows, sets: readonly SelectionSetNode[]): Tell => {
  const byType = new Map<string, readonly AnswerField[]>();
  const known: KnownRelation[] = [];
  for (const type of rows.types) {
    const asked = compilation.operation.fieldsOf(type, sets);
    byType.set(
      type,
      asked.map((field) => ({ key: field.key, read: readField(compilation, rows, type, field, known) })),
    );
  }
  const [only] = byType.values();
  const isOne = byType.size === 1 && rows.source === rows.types[0];
  return (row, run) => {
    const { id } = row;
    if (typeof id !== 'string') throw new Unfusable('the row is gone');
    const fields = isOne ? only : byType.get(typeOfId(id) ?? '');
    if (fields === undefined) throw new Unfusable('an object of another type');
    return answerOf(fields, row, run);
  };
};

type Reader = AnswerField['read'];

/** What was asked of another type of the same rows already: what hangs on all of them is read once. */
interface KnownRelation {
  readonly relation: Relation;
  readonly asked: AskedField;
  readonly read: Reader;
}

const isSame = (one: AskedField, other: AskedField): boolean =>
  one.node === other.node &&
  one.sets.length === other.sets.length &&
  one.sets.every((set, index) => set === other.sets[index]);

const readField = (
  compilation: Compilation,
  rows: Rows,
  type: string,
  asked: AskedField,
  known: KnownRelation[],
): Reader => {
  if (asked.field === undefined) return () => type;
  const relation = RELATIONS[type]?.[asked.name];
  if (relation !== undefined) {
    const found = known.find((one) => one.relation === relation && isSame(one.asked, asked));
    const read = found?.read ?? readRelation(compilation, rows, relation, asked);
    if (found === undefined) known.push({ relation, asked, read });
    return read;
  }
  if (asked.field.args.length > 0) throw new Unfusable(`${type}.${asked.name} takes arguments`);
  const source: Source = SOURCES[rows.source];
  const longest = longestList(type, asked.name);
  const complete = completeValue(compilation.operation, asked.field.type, asked.sets, longest);
  if (isTold(source, asked, compilation.operation)) {
    rows.members.read(asked.name, compilation.operation.namesBelow(asked));
    return fieldReader(asked.name, source.resolvers, complete);
  }
  return readOwnTable(compilation, rows, type, asked, complete);
};

/** The expression of the rows' object, once all is read of them. */
export const objectOf = ({ members, own }: Rows): string => {
  for (const [type, { object }] of own) members.add(object(), `own${type}`);
  return members.object();
};
