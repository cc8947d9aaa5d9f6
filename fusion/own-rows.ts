import { collectMembers, type Members } from './members.ts';
import type { AskedField, Operation } from './operation.ts';
import type { Compilation, Rows } from './rows.ts';
import { SOURCES, type Source, type SourceName } from './sources.ts';
import type { Draft } from './statement.ts';
import { Unfusable } from './unfusable.ts';
import { type AnswerField, type Complete, fieldReader, type Row } from './values.ts';

/** What the table of its own type holds of an item of the index. */
export interface OwnRows {
  readonly members: Members;
  /** The expression of the object, once all is read. */
  readonly object: () => string;
}

/** Whether the rows of a source tell a field by themselves. */
export const isTold = ({ fields }: Source, asked: AskedField, operation: Operation): boolean =>
  asked.name in fields.behind ||
  asked.name in fields.columns ||
  fields.members(asked.name, operation.namesBelow(asked)).length > 0;

/** What the index does not hold of an item is in the table of its type. */
export const readOwnTable = (
  { draft, operation, world }: Compilation,
  rows: Rows,
  type: string,
  asked: AskedField,
  complete: Complete,
): AnswerField['read'] => {
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
