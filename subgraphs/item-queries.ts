import { and, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { ItemTable } from '../db/item-table.ts';
import { validIn } from '../db/version.ts';
import type { Item } from './item-row.ts';

/** The columns of an item without its long parts. */
export const itemColumns = (table: ItemTable) => ({
  id: table.itemId,
  catalogId: table.catalogId,
  ordinal: table.ordinal,
  level: table.level,
  kind: table.kind,
  itemType: table.itemType,
  regionCode: table.regionCode,
  organisationId: table.organisationId,
  taskName: table.taskName,
  basicCode: table.basicCode,
  implementationCode: table.implementationCode,
  localCode: table.localCode,
  codeKey: table.codeKey,
  taskState: table.taskState,
  planEffectiveDate: table.planEffectiveDate,
  planCancelDate: table.planCancelDate,
  version: table.version,
});

/** All columns of an item. */
export const longItemColumns = (table: ItemTable) => ({
  ...itemColumns(table),
  elements: table.elements,
  source: table.source,
  problems: table.problems,
});

/** The condition that a row is valid in the release given when the prepared statement runs. */
export const validInGiven = (table: Parameters<typeof validIn>[0]): SQL =>
  validIn(table, sql`${sql.placeholder('release')}`);

/** The condition that a column holds one of the keys given when the prepared statement runs. */
export const anyGiven = (column: ItemTable['itemId'] | ItemTable['codeKey']): SQL =>
  sql`${column} = any(${sql.placeholder('keys')})`;

export interface ItemQueries {
  /** The items of these ids, in any order. */
  readonly byIds: (release: number, ids: readonly string[], long: boolean) => Promise<readonly Item[]>;
  /** The first item, by list and order in it, of each of these code keys. */
  readonly byCodeKeys: (release: number, keys: readonly string[], long: boolean) => Promise<readonly Item[]>;
}

/** The statements that read one subgraph's table `item`. */
export const createItemQueries = (database: PostgresJsDatabase, table: ItemTable): ItemQueries => {
  const prepare = (columns: ReturnType<typeof itemColumns>, name: string) => ({
    byIds: database
      .select(columns)
      .from(table)
      .where(and(anyGiven(table.itemId), validInGiven(table)))
      .prepare(`items_by_id_${name}`),
    byCodeKeys: database
      .selectDistinctOn([table.codeKey], columns)
      .from(table)
      .where(and(anyGiven(table.codeKey), validInGiven(table)))
      .orderBy(table.codeKey, table.catalogId, table.ordinal)
      .prepare(`items_by_code_${name}`),
  });
  const short = prepare(itemColumns(table), 'short');
  const whole = prepare(longItemColumns(table), 'long');
  return {
    byIds: (release, keys, long) => (long ? whole : short).byIds.execute({ release, keys }),
    byCodeKeys: (release, keys, long) => (long ? whole : short).byCodeKeys.execute({ release, keys }),
  };
};
