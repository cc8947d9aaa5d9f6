import type { TransactionSql } from '../db/client.ts';
import { type ColumnMapping, mappingEntries, mappingFrom } from './layouts/column-mapping.ts';

/** What was decided of a list's columns at an earlier import, or undefined. */
export const rememberedMapping = async (
  sql: TransactionSql,
  catalogId: string,
): Promise<ColumnMapping | undefined> => {
  const rows = await sql<{ titleKey: string; target: string }[]>`
    select title_key as "titleKey", target from intake.column_mapping where catalog_id = ${catalogId} order by 1`;
  return rows.length === 0
    ? undefined
    : mappingFrom(rows.map(({ titleKey, target }) => [titleKey, target] as const));
};

/** Keeps what was decided of a list's columns for its next import; a new decision replaces an old one. */
export const rememberMapping = async (
  sql: TransactionSql,
  catalogId: string,
  mapping: ColumnMapping,
): Promise<void> => {
  for (const [titleKey, target] of mappingEntries(mapping)) {
    await sql`
      insert into intake.column_mapping (catalog_id, title_key, target) values (${catalogId}, ${titleKey}, ${target})
      on conflict (catalog_id, title_key) do update set target = excluded.target`;
  }
};
