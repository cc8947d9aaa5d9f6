import MiniSearch from 'minisearch';
import { connect, type Sql } from '../db/client.ts';
import type { MatchItem } from '../matching/item.ts';
import { plainName } from './match-items.ts';

/** A peer made ready with the references: the best reference of each item, null for none. */
export type Peer = (items: readonly MatchItem[]) => Promise<ReadonlyMap<string, string | null>>;

const bigrams = (text: string): string[] => {
  const characters = [...text];
  return characters.length < 2 ? characters : characters.slice(1).map((one, at) => `${characters[at]}${one}`);
};

/** MiniSearch with pairs of characters as words: its own words end at spaces, of which Chinese names have none. */
export const miniSearch = (references: readonly MatchItem[]): Peer => {
  const index = new MiniSearch({ fields: ['name'], tokenize: bigrams });
  index.addAll(references.map((reference) => ({ id: reference.id, name: plainName(reference) })));
  return async (items) =>
    new Map(
      items.map((item) => [item.id, (index.search(plainName(item))[0]?.id as string | undefined) ?? null]),
    );
};

/**
 * pg_trgm in a database of its own whose letters include Chinese ones. Under a ctype of C it finds nothing and says
 * nothing: that is checked first.
 */
export const pgTrgm = async (
  sql: Sql,
  url: string,
  references: readonly MatchItem[],
): Promise<{ readonly match: Peer; readonly close: () => Promise<void> }> => {
  await sql.unsafe(`create database match_peer template template0 encoding 'UTF8'
    locale_provider builtin builtin_locale 'C.UTF-8' lc_collate 'C' lc_ctype 'C.utf8'`);
  const address = new URL(url);
  address.pathname = '/match_peer';
  const own = connect(address.href, { connections: 1 });
  await own`create extension pg_trgm`;
  const [seen] = await own<{ count: number }[]>`select cardinality(show_trgm('行政许可')) as count`;
  if ((seen?.count ?? 0) < 4) throw new Error('pg_trgm does not see Chinese letters in this database');
  await own`create table reference (id text primary key, name text not null)`;
  await own`insert into reference select * from unnest(${references.map(({ id }) => id)}::text[], ${references.map(plainName)}::text[])`;
  await own`create index on reference using gin (name gin_trgm_ops)`;
  await own`analyze reference`;
  await own`set pg_trgm.similarity_threshold = 0.3`;
  return {
    match: async (items) => {
      const rows = await own<{ id: string; reference: string | null }[]>`
        select i.id, best.id as reference
        from unnest(${items.map(({ id }) => id)}::text[], ${items.map(plainName)}::text[]) as i (id, name)
        left join lateral (
          select r.id from reference r where r.name % i.name
          order by similarity(r.name, i.name) desc, r.id limit 1) best on true`;
      return new Map(rows.map(({ id, reference }) => [id, reference]));
    },
    close: () => own.end(),
  };
};
