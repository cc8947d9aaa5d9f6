import { sql } from 'drizzle-orm';
import { index, integer, pgSchema, primaryKey, text } from 'drizzle-orm/pg-core';
import { codeText, itemTable, versionColumns } from './item-table.ts';

export const referenceSchema = pgSchema('reference');

/** National and provincial reference catalogs: one row per item version. */
export const referenceItem = itemTable(referenceSchema);

/** Every catalog and list of the hub, whichever subgraph holds its items. */
export const catalog = referenceSchema.table(
  'catalog',
  {
    catalogId: codeText('catalog_id').notNull(),
    ...versionColumns(),
    catalogKey: text('catalog_key').notNull(),
    catalogName: text('catalog_name').notNull(),
    level: text('level').notNull(),
    kind: text('kind').notNull(),
    regionCode: codeText('region_code').notNull(),
    itemCount: integer('item_count').notNull(),
    /** Departments that report to have no item (零报告). */
    nilReturns: text('nil_returns').array().notNull().default(sql`'{}'`),
  },
  (table) => [
    primaryKey({ columns: [table.catalogId, table.fromRelease] }),
    index().on(table.regionCode, table.catalogId),
  ],
);

/** Administrative divisions, 12-digit codes. */
export const region = referenceSchema.table(
  'region',
  {
    regionCode: codeText('region_code').notNull(),
    ...versionColumns(),
    regionName: text('region_name').notNull(),
    fullName: text('full_name').notNull(),
    level: text('level').notNull(),
    parentCode: codeText('parent_code'),
  },
  (table) => [
    primaryKey({ columns: [table.regionCode, table.fromRelease] }),
    index().on(table.parentCode, table.regionCode),
  ],
);

/** Organisations as the lists name them. */
export const organisation = referenceSchema.table(
  'organisation',
  {
    organisationId: codeText('organisation_id').notNull(),
    ...versionColumns(),
    organisationName: text('organisation_name').notNull(),
    /** The full name without place and rank, former and short names resolved. */
    canonicalName: text('canonical_name'),
    unifiedCreditCode: text('unified_credit_code'),
    regionCode: codeText('region_code').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.fromRelease] })],
);
