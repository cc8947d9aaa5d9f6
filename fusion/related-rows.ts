import { isNonNullType } from 'graphql';
import { typeOfId } from '../subgraphs/type-of-id.ts';
import { readList } from './lists.ts';
import type { AskedField } from './operation.ts';
import type { Place, Relation } from './relation.ts';
import { type Compilation, objectOf, type Rows, readRows, startRows } from './rows.ts';
import { SOURCES } from './sources.ts';
import { Unfusable } from './unfusable.ts';
import { type AnswerField, answerOf, type Row } from './values.ts';

type Reader = AnswerField['read'];

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
  const found = `select ${objectOf(rows)} as row from ${SOURCES[source].table} ${rows.alias} ${relation.where(at)}`;
  if (relation.many === true) {
    const all = owner.members.add(`(select coalesce(json_agg(found.row), '[]') from (${found}) found)`);
    return (row, run) => (row[all] as readonly Row[]).map((one) => tell(one, run));
  }
  const key = owner.members.add(`(${found})`);
  const { idIn } = relation;
  const isNullable = !isNonNullType(asked.field?.type);
  return (row, run) => {
    const found = row[key] as Row | null;
    if (found !== null) return tell(found, run);
    if (!isNullable || (idIn !== undefined && row[idIn] !== null)) throw new Unfusable('the row is gone');
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
