import type { PgColumn } from 'drizzle-orm/pg-core';
import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import { columnList } from './column-list.ts';
import { askedBelow } from './selection.ts';

/** What a statement reads of each row: the columns behind the fields that are asked for, and nothing else. */
export interface Projection {
  /** The same for equal projections. */
  readonly key: string;
  /** `alias."column" as "name"`, and for a document the parts of it that are asked for. */
  readonly columns: string;
}

/** Names of the members of a JSON document, by the path that leads to them. */
export type AskedMembers = Readonly<Record<string, ReadonlySet<string>>>;

/** How the rows of a table answer the fields of a type. */
export interface StoredFields {
  /** The columns of the table by the name a row bears them under; the document among them. */
  readonly columns: Readonly<Record<string, PgColumn>>;
  /** Columns that are read for every field: keys, and what rows are told apart by. */
  readonly always: readonly string[];
  /** Columns behind a field that bears another name than its column, or needs several. */
  readonly behind: Readonly<Record<string, readonly string[]>>;
  /** The column of the JSON document, and which of its members a field reads. */
  readonly document: string;
  readonly members: (field: string, below: ReadonlySet<string>) => readonly Member[];
}

export interface ProjectionRules extends StoredFields {
  readonly alias: string;
}

/** The columns, and the members of the document, that fields are read from. */
export interface Reading {
  readonly names: ReadonlySet<string>;
  readonly members: ReadonlyMap<string, Member>;
}

/** A member of the document: by its name, or by two names, one in the other. */
export type Member = readonly [string] | readonly [string, string];

/** Statements are prepared once for each projection: clients may ask for any set of fields, servers keep only some. */
const MOST_PROJECTIONS = 200;
/** More parts cost more to take out one by one than the document costs whole; functions take a hundred arguments. */
const MOST_MEMBERS = 30;

/** The projection of a field being resolved; the whole row where the projections that are kept are too many. */
export const createProjections = (rules: ProjectionRules): ((info: GraphQLResolveInfo) => Projection) => {
  const { alias, columns } = rules;
  const whole: Projection = { key: 'whole', columns: columnList(columns, alias) };
  const known = new Map<string, Projection>();
  const ofNode = new WeakMap<FieldNode, Projection>();
  const projection = (info: GraphQLResolveInfo): Projection => {
    const { names, members } = readingOf(rules, askedBelow(info));
    const key = [...names, ...members.keys()].sort().join(' ');
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= MOST_PROJECTIONS) return whole;
    const made = { key, columns: columnsOf(rules, { names, members }) };
    known.set(key, made);
    return made;
  };
  return (info) => {
    const [node, ...others] = info.fieldNodes;
    if (node === undefined || others.length > 0) return projection(info);
    const found = ofNode.get(node) ?? projection(info);
    ofNode.set(node, found);
    return found;
  };
};

/** What is read for some fields of a type, each with the names asked below it. */
export const readingOf = (rules: StoredFields, asked: ReadonlyMap<string, ReadonlySet<string>>): Reading => {
  const names = new Set(rules.always);
  const members = new Map<string, Member>();
  for (const [field, below] of asked) {
    for (const name of rules.behind[field] ?? [field]) if (name in rules.columns) names.add(name);
    for (const member of rules.members(field, below)) members.set(member.join('.'), member);
  }
  if (members.size > 0) names.add(rules.document);
  return { names, members };
};

const columnsOf = (rules: ProjectionRules, reading: Reading): string =>
  expressionsOf(rules, rules.alias, reading)
    .map(([name, expression]) => `${expression} as "${name}"`)
    .join(', ');

/** What is read, as SQL over the rows of an alias, by the name a row bears it under. */
export const expressionsOf = (
  { columns, document }: StoredFields,
  alias: string,
  { names, members }: Reading,
): readonly (readonly [name: string, expression: string])[] => {
  const isWhole = members.size === 0 || members.size > MOST_MEMBERS;
  return Object.entries(columns)
    .filter(([name]) => names.has(name))
    .map(([name, column]) => {
      const source = `${alias}."${column.name}"`;
      return [name, isWhole || name !== document ? source : objectOf(source, [...members.values()])] as const;
    });
};

/** A document of some members of another; one that lies in an object which is not there is not made up. */
const objectOf = (source: string, members: readonly Member[]): string => {
  const inner = Map.groupBy(members, ([name]) => name);
  const parts = [...inner].map(([name, all]) => {
    const below = all.flatMap(([, nested]) => (nested === undefined ? [] : [[nested] as const]));
    const value = `${source} -> '${name}'`;
    if (below.length < all.length) return `'${name}', ${value}`;
    return `'${name}', case when jsonb_typeof(${value}) = 'object' then ${objectOf(`(${value})`, below)} end`;
  });
  return `jsonb_build_object(${parts.join(', ')})`;
};
