import { getNamedType } from 'graphql';
import { type Connection, connectionOf, type Page } from '../subgraphs/connection.ts';
import type { Members } from './members.ts';
import type { AskedField } from './operation.ts';
import type { List, Place, Relation } from './relation.ts';
import { type Compilation, objectOf, type Rows, readRows } from './rows.ts';
import type { Run } from './run.ts';
import { SOURCES } from './sources.ts';
import { Unfusable } from './unfusable.ts';
import { type AnswerField, answerOf, completeValue, fieldReader, type Row } from './values.ts';

/** A list that hangs on an owner's rows. */
export interface ListPlace {
  readonly owner: { readonly members: Members };
  readonly relation: Relation;
  readonly list: List;
  readonly rows: Rows;
  readonly at: Place;
  readonly asked: AskedField;
}

type Told = Connection<Row> & { readonly total: unknown };

const TYPES = { number: 'int', string: 'text', share: 'text' } as const;

/** Reads one page of a list, and its total if that is asked for; the result tells it as a connection. */
export const readList = (compilation: Compilation, place: ListPlace): AnswerField['read'] => {
  const { relation, list, rows, at, asked, owner } = place;
  const pageOf = (run: Run): Page =>
    run.pageOf(asked.node, asked.field as NonNullable<typeof asked.field>, list.shape);
  for (const [name, expression] of Object.entries(list.reads(rows.alias))) {
    if (name in SOURCES[rows.source].fields.columns) rows.members.column(name);
    else rows.members.add(expression, name);
  }
  const fields = connectionFields(compilation, rows, asked);
  const where = relation.where(at);
  const from = `from ${SOURCES[rows.source].table} ${rows.alias} ${where}`;
  const key = owner.members.add(pageOfRows(at, rows, list, from, pageOf));
  const total = fields.some(({ name }) => name === 'totalCount')
    ? owner.members.add(`(select count(*)::int ${list.counted?.(at) ?? from})`)
    : undefined;
  return (row, run) => {
    const found = row[key] as readonly Row[];
    const keys = list.keys as (row: Row) => ReturnType<List['keys']>;
    const connection = connectionOf(found, pageOf(run), run.release, keys, async () => 0);
    const told = { ...connection, total: total === undefined ? undefined : row[total] };
    return answerOf(fields, told as unknown as Row, run);
  };
};

const pageOfRows = (
  { draft, argumentsOf }: Place,
  rows: Rows,
  { order, shape }: List,
  from: string,
  pageOf: (run: Run) => Page,
): string => {
  const place = order(rows.alias);
  const after = draft.ask((run) => argumentsOf(run)['after'] != null)
    ? `and (${place.join(', ')}) > (${shape.map((type, index) => draft.parameter(TYPES[type], (run) => pageOf(run).after?.[index])).join(', ')})`
    : '';
  const limit = draft.parameter('int', (run) => pageOf(run).first + 1);
  return `(select coalesce(json_agg(page.row), '[]') from
    (select ${objectOf(rows)} as row ${from} ${after} order by ${place.join(', ')} limit ${limit}) page)`;
};

interface ConnectionField extends AnswerField {
  readonly name: string;
}

const connectionFields = (
  compilation: Compilation,
  rows: Rows,
  { field, sets }: AskedField,
): readonly ConnectionField[] => {
  const { operation } = compilation;
  const type = typeNameOf(field);
  return operation.fieldsOf(type, sets).map((asked): ConnectionField => {
    const { key, name } = asked;
    if (asked.field === undefined) return { key, name, read: () => type };
    if (name === 'nodes') {
      const tell = readRows(compilation, rows, asked.sets);
      return { key, name, read: (told, run) => nodesOf(told).map((node) => tell(node, run)) };
    }
    if (name === 'edges') return { key, name, read: readEdges(compilation, rows, asked) };
    const complete = completeValue(operation, asked.field.type, asked.sets);
    if (name === 'totalCount') return { key, name, read: ({ total }, run) => complete(total, run) };
    if (name !== 'pageInfo') throw new Unfusable(`${type}.${name} is not told by pages`);
    return { key, name, read: fieldReader(name, {}, complete) };
  });
};

const nodesOf = (told: Row): readonly Row[] => (told as unknown as Told).nodes;

const readEdges = (
  compilation: Compilation,
  rows: Rows,
  { field, sets }: AskedField,
): AnswerField['read'] => {
  const type = typeNameOf(field);
  const fields = compilation.operation.fieldsOf(type, sets).map((asked): AnswerField => {
    const { key, name } = asked;
    if (asked.field === undefined) return { key, read: () => type };
    if (name === 'cursor') return { key, read: ({ cursor }) => cursor };
    const tell = readRows(compilation, rows, asked.sets);
    return { key, read: ({ node }, run) => tell(node as Row, run) };
  });
  return (told, run) =>
    (told as unknown as Told).edges().map((edge) => answerOf(fields, edge as unknown as Row, run));
};

const typeNameOf = (field: AskedField['field']): string =>
  field === undefined ? '' : getNamedType(field.type).name;
