import { sql } from 'drizzle-orm';
import { customType, index, integer, jsonb, type PgSchema, primaryKey, text } from 'drizzle-orm/pg-core';
import { CURRENT } from './version.ts';

/** Text compared by code point, so that order and prefix searches are the same in every database locale. */
export const codeText = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });

/** What the intake keeps of the place a row came from. */
export interface SourceRecord {
  readonly document: string;
  readonly sheet?: string;
  readonly row?: number;
  /** The cell of the item's name. */
  readonly cell?: string;
  readonly key?: string;
}

/** A problem as it is stored with its row: code, severity and the Chinese sentence. */
export interface StoredProblem {
  readonly code: string;
  readonly severity: 'ERROR' | 'WARNING' | 'INFO';
  readonly message: string;
}

/** The columns that tell in which releases a row version is valid: `[from_release, to_release)`. */
export const versionColumns = () => ({
  fromRelease: integer('from_release').notNull(),
  toRelease: integer('to_release').notNull().default(CURRENT),
  version: integer('version').notNull(),
  digest: text('digest').notNull(),
});

/** What the item tables and the cross-level index both keep of an item, so that one statement copies it over. */
export const indexedColumns = () => ({
  itemId: codeText('item_id').notNull(),
  ...versionColumns(),
  catalogId: codeText('catalog_id').notNull(),
  ordinal: integer('ordinal').notNull(),
  level: text('level').notNull(),
  kind: text('kind').notNull(),
  itemType: text('item_type').notNull(),
  regionCode: codeText('region_code').notNull(),
  organisationId: codeText('organisation_id'),
  taskName: text('task_name').notNull(),
  nameKey: codeText('name_key').notNull(),
  basicCode: codeText('basic_code'),
  implementationCode: codeText('implementation_code'),
  localCode: codeText('local_code'),
  basicKey: codeText('basic_key'),
  codeKey: codeText('code_key'),
  sourceItemKey: codeText('source_item_key'),
  taskState: text('task_state').notNull(),
  planEffectiveDate: text('plan_effective_date'),
  planCancelDate: text('plan_cancel_date'),
});

/** The columns of a published item, the same in `reference`, `county` and `township`. */
const itemColumns = () => ({
  ...indexedColumns(),
  elements: jsonb('elements').$type<Record<string, unknown>>().notNull(),
  source: jsonb('source').$type<SourceRecord>().notNull(),
  problems: jsonb('problems').$type<readonly StoredProblem[]>(),
});

/** The table `item` of a subgraph's own schema. */
export const itemTable = (schema: PgSchema) =>
  schema.table('item', itemColumns(), (table) => [
    primaryKey({ columns: [table.itemId, table.fromRelease] }),
    index().on(table.codeKey),
    index().on(table.basicKey).where(sql`basic_key is not null`),
    index().on(table.catalogId, table.toRelease),
  ]);

export type ItemTable = ReturnType<typeof itemTable>;
export type ItemRow = ItemTable['$inferSelect'];
