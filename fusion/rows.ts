import type { SelectionSetNode } from 'graphql';
import { typeOfId } from '../subgraphs/type-of-id.ts';
import { readList } from './lists.ts';
import { collectMembers, type Members } from './members.ts';
import type { AskedField, Operation } from './operation.ts';
import { type Place, RELATIONS, type Relation } from './relations.ts';
import type { Run } from './run.ts';
import { SOURCES, type Source, type SourceName } from './sources.ts';
import type { Draft } from './statement.ts';
import { Unfusable } from './unfusable.ts';
import { type AnswerField, answerOf, type Complete, completeValue, fieldReader, type Row } from './values.ts';
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

interface OwnRows {
  readonly members: Members;
  /** The expression of the object, once all is read. */
  readonly object: () => string;
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
  const complete = completeValue(compilation.operation, asked.field.type, asked.sets);
  if (isTold(source, asked, compilation.operation)) {
    rows.members.read(asked.name, compilation.operation.namesBelow(asked));
    return fieldReader(asked.name, source.resolvers, complete);
  }
  return readOwnTable(compilation, rows, type, asked, complete);
};

const isTold = ({ fields }: Source, asked: AskedField, operation: Operation): boolean =>
  asked.name in fields.behind ||
  asked.name in fields.columns ||
  fields.members(asked.name, operation.namesBelow(asked)).length > 0;

/** What the index does not hold of an item is in the table of its type. */
const readOwnTable = (
  { draft, operation, world }: Compilation,
  rows: Rows,
  type: string,
  asked: AskedField,
  complete: Complete,
): Reader => {
  const isReadable = rows.source === 'IndexedItem' && world.readable.has(type as SourceName);
  const source: Source = SOURCES[type as SourceName];
  if (!isReadable || !isTold(source, asked, operation))
    throw new Unfusable(`${type}.${asked.name} is not told by rows`);
  const own = rows.own.get(type) ?? ownRows(draft, rows, source);
  rows.own.set(type, own);
  own.members.read(asked.name, operation.namesBelow(asked));
  const read = fieldReader(asked.name, source.resolvers, complete);
  return (row, run) => {
    const found = row[`own${type}`] as Row | null;
    if (found === null) throw new Unfusable('the row is gone');
    return read(found, run);
  };
};

const ownRows = (draft: Draft, { alias: indexed }: Rows, source: Source): OwnRows => {
  const alias = draft.alias();
  const members = collectMembers(source, alias);
  const isSame = `${alias}.${source.id} = ${indexed}.item_id and ${draft.valid(alias)}`;
  return {
    members,
    object: () => `(select ${members.object()} from ${source.table} ${alias} where ${isSame})`,
  };
};

/** The expression of the rows' object, once all is read of them. */
export const objectOf = ({ members, own }: Rows): string => {
  for (const [type, { object }] of own) members.add(object(), `own${type}`);
  return members.object();
};

/** What a field leads to, as a subquery among what is read of the owner's rows; at the root it is read alone. */
export const readRelation = (
  compilation: Compilation,
  owner: Pick<Rows, 'alias' | 'members'>,
  relation: Relation,
  asked: AskedField,
): Reader => {
  const { draft, world } = compilation;
  const place = placeOf(compilation, owner.alias, asked);
  const source = typeof relation.source === 'function' ? relation.source(place) : relation.source;
  const types = typeof relation.types === 'function' ? relation.types(place) : (relation.types ?? [source]);
  if (relation.idIn !== undefined) {
    owner.members.column(relation.idIn);
    if (asksForIdOnly(compilation, types, asked)) return idReader(compilation, types, relation.idIn, asked);
  }
  if (!world.readable.has(source)) throw new Unfusable(`${source} is not to be read`);
  const rows = startRows(source, types, draft.alias());
  const at: Place = { ...place, alias: rows.alias };
  if (relation.list !== undefined)
    return readList(compilation, { owner, relation, list: relation.list, rows, at, asked });
  const tell = readRows(compilation, rows, asked.sets);
  const key = owner.members.add(
    `(select ${objectOf(rows)} from ${SOURCES[source].table} ${rows.alias} ${relation.where(at)})`,
  );
  const { idIn } = relation;
  return (row, run) => {
    const found = row[key] as Row | null;
    if (found !== null) return tell(found, run);
    if (idIn !== undefined && row[idIn] !== null) throw new Unfusable('the row is gone');
    return null;
  };
};

const placeOf = (
  { draft, world }: Compilation,
  owner: string,
  { node, field }: AskedField,
): Omit<Place, 'alias'> => ({
  draft,
  owner,
  world,
  argumentsOf: (run) => run.argumentsOf(node, field as NonNullable<typeof field>),
});

const asksForIdOnly = ({ operation }: Compilation, types: readonly string[], { sets }: AskedField): boolean =>
  types.every((type) =>
    operation.fieldsOf(type, sets).every(({ name }) => name === 'id' || name === '__typename'),
  );

const idReader = (
  { operation }: Compilation,
  types: readonly string[],
  idIn: string,
  { sets }: AskedField,
): Reader => {
  const fields = new Map(
    types.map((type) => [
      type,
      operation
        .fieldsOf(type, sets)
        .map(
          ({ key, name }): AnswerField => ({ key, read: name === 'id' ? (row) => row['id'] : () => type }),
        ),
    ]),
  );
  return (row, run) => {
    const id = row[idIn];
    if (id === null) return null;
    const found =
      types.length === 1 ? fields.get(types[0] as string) : fields.get(typeOfId(String(id)) ?? '');
    if (found === undefined) throw new Unfusable('an object of another type');
    return answerOf(found, { id }, run);
  };
};
