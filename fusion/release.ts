import { longestList } from './list-bounds.ts';
import type { Members } from './members.ts';
import type { AskedField } from './operation.ts';
import type { Compilation } from './rows.ts';
import { Unfusable } from './unfusable.ts';
import { type AnswerField, answerOf, completeValue, type Row } from './values.ts';

/** The columns of a release beside its number, which the request tells by itself. */
const COLUMNS: Readonly<Record<string, string>> = {
  publishedAt: 'published_at',
  note: 'note',
  catalogKeys: 'catalog_keys',
  added: 'added',
  changed: 'changed',
  removed: 'removed',
  trailHead: 'trail_head',
};

/** Reads the request's own release; one that is asked for by its number or an instant is the plan's to find. */
export const readRelease = (
  { operation, draft }: Compilation,
  root: Members,
  { node, sets }: AskedField,
): AnswerField['read'] => {
  if ((node.arguments ?? []).length > 0) throw new Unfusable('a release that is asked for');
  const read = new Set<string>();
  const fields = operation.fieldsOf('Release', sets).map(({ key, name, field, sets: below }): AnswerField => {
    if (field === undefined) return { key, read: () => 'Release' };
    if (name === 'number') return { key, read: (_row, { release }) => release };
    const column = COLUMNS[name];
    if (column === undefined) throw new Unfusable(`Release.${name} is not told by rows`);
    read.add(`'${name}', r.${column}`);
    const complete = completeValue(operation, field.type, below, longestList('Release', name));
    return {
      key,
      read: (row, run) => complete(name === 'publishedAt' ? instantOf(row[name]) : row[name], run),
    };
  });
  if (read.size === 0) return (row, run) => answerOf(fields, row, run);
  const key = root.add(
    `(select json_build_object(${[...read].join(', ')}) from release.published r where r.number = ${draft.release})`,
  );
  return (row, run) => {
    const found = row[key] as Row | null;
    if (found === null) throw new Unfusable('the release is gone');
    return answerOf(fields, found, run);
  };
};

/** As the scalar DateTime is printed; see `scalars`. */
const instantOf = (value: unknown): string => new Date(String(value)).toISOString();
