import { getTableConfig } from 'drizzle-orm/pg-core';
import type { GraphQLResolveInfo } from 'graphql';
import type { Sql } from '../db/client.ts';
import type { ItemTable } from '../db/item-table.ts';
import type { Item } from './item-row.ts';
import { createProjections, type Projection, type StoredFields } from './projection.ts';

/** All columns of an item by the names its rows bear them under. */
const itemColumns = (table: ItemTable) => ({
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
  elements: table.elements,
  source: table.source,
  problems: table.problems,
});

/** The columns behind the shared fields of an item that are not named as their column. */
export const BEHIND_ITEM_FIELDS = {
  name: ['taskName'],
  code: ['implementationCode', 'basicCode', 'localCode', 'codeKey'],
  catalog: ['catalogId'],
  region: ['regionCode'],
  organisation: ['organisationId'],
  state: ['taskState', 'planEffectiveDate', 'planCancelDate'],
} as const;

/** How the rows of a subgraph's table `item` answer the fields of an item. */
export const itemStoredFields = (table: ItemTable): StoredFields => ({
  columns: itemColumns(table),
  always: ['id', 'codeKey'],
  behind: BEHIND_ITEM_FIELDS,
  document: 'elements',
  members: (field, below) => (field === 'elements' ? [...below].map((name) => [name] as const) : []),
});

/** What is read of the items of a table for a field being resolved. */
export const itemProjections = (table: ItemTable): ((info: GraphQLResolveInfo) => Projection) =>
  createProjections({ alias: 'i', ...itemStoredFields(table) });

export interface ItemQueries {
  readonly projection: (info: GraphQLResolveInfo) => Projection;
  /** The items of these ids, in any order. */
  readonly byIds: (
    release: number,
    ids: readonly string[],
    projection: Projection,
  ) => Promise<readonly Item[]>;
  /** The first item, by list and order in it, of each of these code keys. */
  readonly byCodeKeys: (
    release: number,
    keys: readonly string[],
    projection: Projection,
  ) => Promise<readonly Item[]>;
}

/**
 * The statements that read one subgraph's table `item`. Written as SQL: turning fifty rows into objects costs the
 * query builder as much as the database takes to find them.
 */
export const createItemQueries = (sql: Sql, table: ItemTable): ItemQueries => {
  const { schema, name } = getTableConfig(table);
  const from = sql`from ${sql(`${schema}.${name}`)} i`;
  return {
    projection: itemProjections(table),
    byIds: (release, ids, { columns }) => sql<Item[]>`
      select ${sql.unsafe(columns)} ${from}
      where i.item_id = any(${ids}) and i.from_release <= ${release} and i.to_release > ${release}`,
    byCodeKeys: (release, keys, { columns }) => sql<Item[]>`
      select distinct on (i.code_key) ${sql.unsafe(columns)} ${from}
      where i.code_key = any(${keys}) and i.from_release <= ${release} and i.to_release > ${release}
      order by i.code_key, i.catalog_id, i.ordinal`,
  };
};
