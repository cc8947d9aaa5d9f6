import { expressionsOf, type Member, type Reading, readingOf } from '../subgraphs/projection.ts';
import type { Source } from './sources.ts';
import { Unfusable } from './unfusable.ts';

/** What is read of each row of one alias, as the members of a JSON object. */
export interface Members {
  /** Reads what a field of the row's own is told from. */
  readonly read: (field: string, below: ReadonlySet<string>) => void;
  /** Reads a column under the name that rows bear it under. */
  readonly column: (name: string) => void;
  /** Reads an expression, once however often it is asked for; the result is the name a row bears it under. */
  readonly add: (expression: string, name?: string) => string;
  readonly isEmpty: () => boolean;
  /** The expression of the object; nothing is read afterwards, and nothing of it kept. */
  readonly object: () => string;
}

/** A function of PostgreSQL takes a hundred arguments. */
const MOST_MEMBERS = 50;

/** Collects what is read of the rows of an alias; at the root of an operation there are no rows. */
export const collectMembers = (source?: Source, alias = ''): Members => {
  const names = new Set<string>(source === undefined ? [] : ['id']);
  const members = new Map<string, Member>();
  const others = new Map<string, string>();
  const columns = (reading: Reading) =>
    source === undefined ? [] : expressionsOf(source.fields, alias, reading);
  return {
    read(field, below) {
      if (source === undefined) throw new Error(`nothing tells ${field}`);
      const reading = readingOf({ ...source.fields, always: [] }, new Map([[field, below]]));
      for (const name of reading.names) names.add(name);
      for (const [path, member] of reading.members) members.set(path, member);
    },
    column: (name) => {
      if (source?.fields.columns[name] === undefined) throw new Unfusable(`no column ${name}`);
      names.add(name);
    },
    add(expression, name) {
      const known = [...others].find(([key, other]) => other === expression && (name ?? key) === key);
      const key = known?.[0] ?? name ?? `_${others.size}`;
      others.set(key, expression);
      return key;
    },
    isEmpty: () => names.size + others.size === 0,
    object: () => {
      const all = [...columns({ names, members }), ...others];
      if (all.length > MOST_MEMBERS) throw new Unfusable('too many members');
      // The assembler lives as long as the operation: what it hangs on must not keep every text within the text.
      names.clear();
      members.clear();
      others.clear();
      return `json_build_object(${all.map(([name, expression]) => `'${name}', ${expression}`).join(', ')})`;
    },
  };
};
