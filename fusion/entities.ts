import { isUnionType } from 'graphql';
import type { Members } from './members.ts';
import type { AskedField } from './operation.ts';
import { RELATIONS } from './relations.ts';
import { type Compilation, objectOf, readRows, startRows } from './rows.ts';
import type { Run } from './run.ts';
import { SOURCES } from './sources.ts';
import { Unfusable } from './unfusable.ts';
import type { AnswerField, Row } from './values.ts';

/** The entities of one type among those a request asks for. */
interface OfType {
  readonly key: string;
  readonly tell: (row: Row, run: Run) => unknown;
}

/**
 * Reads `_entities` of a subgraph: the rows of each type in the order of their representations, all in one statement.
 * Only what is known by its id alone.
 */
export const readEntities = (
  compilation: Compilation,
  members: Members,
  asked: AskedField,
): AnswerField['read'] => {
  const { operation } = compilation;
  const union = operation.schema.getType('_Entity');
  if (!isUnionType(union) || asked.field === undefined) throw new Unfusable('no entities');
  const { node, field } = asked;
  const idsOf = (run: Run): ReadonlyMap<string, readonly string[]> => {
    const ids = idsByType(run.argumentsOf(node, field)['representations']);
    for (const type of ids.keys()) if (!lists.has(type)) throw new Unfusable(`entities of ${type}`);
    return ids;
  };
  const lists = new Map<string, OfType>();
  for (const { name } of union.getTypes()) {
    if (operation.fieldsOf(name, asked.sets).every((one) => one.name === '__typename')) continue;
    lists.set(
      name,
      readType(compilation, members, asked, name, (run) => idsOf(run).get(name) ?? []),
    );
  }
  return (row, run) => {
    const ids = idsOf(run);
    const found = new Map<string, readonly unknown[]>();
    for (const type of ids.keys()) {
      const list = lists.get(type) as OfType;
      found.set(
        type,
        (row[list.key] as readonly Row[]).map((one) => list.tell(one, run)),
      );
    }
    const at = new Map<string, number>();
    return (run.argumentsOf(node, field)['representations'] as readonly Row[]).map(({ __typename }) => {
      const type = String(__typename);
      const place = at.get(type) ?? 0;
      at.set(type, place + 1);
      return found.get(type)?.[place];
    });
  };
};

/** The ids of the representations by type; those of another key are for the resolvers. */
const idsByType = (representations: unknown): ReadonlyMap<string, readonly string[]> => {
  const ids = new Map<string, string[]>();
  for (const { __typename, id, ...others } of representations as readonly Row[]) {
    if (typeof __typename !== 'string' || typeof id !== 'string' || Object.keys(others).length > 0)
      throw new Unfusable('another key than the id');
    const ofType = ids.get(__typename) ?? [];
    ofType.push(id);
    ids.set(__typename, ofType);
  }
  return ids;
};

const readType = (
  compilation: Compilation,
  owner: Members,
  { sets }: AskedField,
  type: string,
  idsOf: (run: Run) => readonly string[],
): OfType => {
  const { draft, operation, world } = compilation;
  const source = world.sourceOf[type];
  const alias = draft.alias();
  const asked = draft.parameter('text[]', idsOf);
  // What hangs on an object by its id alone needs no row of it.
  const believed = world.believed[type];
  const isBelieved =
    believed !== undefined &&
    operation
      .fieldsOf(type, sets)
      .every(({ name }) => name === '__typename' || name === 'id' || isByIdAlone(type, name));
  if (!isBelieved && source === undefined) throw new Unfusable(`${type} is not to be read`);
  const rows = startRows(isBelieved ? believed : (source as NonNullable<typeof source>), [type], alias);
  const tell = readRows(compilation, rows, sets);
  const { table, id } = SOURCES[rows.source];
  const from = isBelieved
    ? `from unnest(${asked}) with ordinality ${alias}(${id}, place) order by ${alias}.place`
    : `from unnest(${asked}) with ordinality ${alias}k(id, place)
        left join ${table} ${alias} on ${alias}.${id} = ${alias}k.id and ${draft.valid(alias)} order by ${alias}k.place`;
  const key = owner.add(
    `(select coalesce(json_agg(entity.row), '[]') from (select ${objectOf(rows)} as row ${from}) entity)`,
  );
  return { key, tell: (row, run) => (row['id'] === null ? null : tell(row, run)) };
};

const isByIdAlone = (type: string, name: string): boolean => {
  const relation = RELATIONS[type]?.[name];
  return relation !== undefined && relation.idIn === undefined;
};
