import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgSchema, primaryKey, text } from 'drizzle-orm/pg-core';
import { codeText, type SourceRecord, type StoredProblem, versionColumns } from './item-table.ts';

export const guideSchema = pgSchema('guide');

/**
 * Guides: one row per guide version. `precedence` decides which of several guides of one item is shown:
 * a guide published as a guide (0) before the columns of a list that amount to one (1). The three `item…`
 * columns say which item the guide speaks of; publish finds it and fills `item_id`.
 */
export const guide = guideSchema.table(
  'guide',
  {
    guideId: codeText('guide_id').notNull(),
    ...versionColumns(),
    catalogId: codeText('catalog_id').notNull(),
    ordinal: integer('ordinal').notNull(),
    itemId: codeText('item_id'),
    itemCodeKey: codeText('item_code_key'),
    itemNameKey: codeText('item_name_key'),
    itemRegionCode: codeText('item_region_code'),
    precedence: integer('precedence').notNull(),
    guideName: text('guide_name').notNull(),
    elements: jsonb('elements').$type<Record<string, unknown>>().notNull(),
    source: jsonb('source').$type<SourceRecord>().notNull(),
    problems: jsonb('problems').$type<readonly StoredProblem[]>(),
  },
  (table) => [
    primaryKey({ columns: [table.guideId, table.fromRelease] }),
    index().on(table.itemId),
    // Whose code or name an item takes on or gives up; the guides that come from a list's columns know their item.
    index().on(table.itemCodeKey).where(sql`item_code_key is not null`),
    index().on(table.itemNameKey, table.itemRegionCode).where(sql`item_name_key is not null`),
    index().on(table.catalogId, table.toRelease),
  ],
);
