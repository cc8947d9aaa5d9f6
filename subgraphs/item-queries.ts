import { getTableConfig } from 'drizzle-orm/pg-core';
import type { Sql } from '../db/client.ts';
import type { ItemTable } from '../db/item-table.ts';
import { columnList } from './column-list.ts';
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

export interface ItemQueries {
  /** The items of these ids, in any order. */
  readonly byIds: (release: number, ids: readonly string[], long: boolean) => Promise<readonly Item[]>;
  /** The first item, by list and order in it, of each of these code keys. */
  readonly byCodeKeys: (release: number, keys: readonly string[], long: boolean) => Promise<readonly Item[]>;
}

/**
 * The statements that read one subgraph's table `item`. Written as SQL: turning fifty rows into objects costs the
 * query builder as much as the database takes to find them.
 */
export const createItemQueries = (sql: Sql, table: ItemTable): ItemQueries => {
  const { schema, name } = getTableConfig(table);
  const from = sql`from ${sql(`${schema}.${name}`)} i`;
  const short = sql.unsafe(columnList(itemColumns(table), 'i'));
  const whole = sql.unsafe(columnList(longItemColumns(table), 'i'));
  return {
    byIds: (release, ids, long) => sql<Item[]>`
      select ${long ? whole : short} ${from}
      where i.item_id = any(${ids}) and i.from_release <= ${release} and i.to_release > ${release}`,
    byCodeKeys: (release, keys, long) => sql<Item[]>`
      select distinct on (i.code_key) ${long ? whole : short} ${from}
      where i.code_key = any(${keys}) and i.from_release <= ${release} and i.to_release > ${release}
      order by i.code_key, i.catalog_id, i.ordinal`,
  };
};
