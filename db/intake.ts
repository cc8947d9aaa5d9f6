import { index, integer, pgSchema, text, timestamp } from 'drizzle-orm/pg-core';
import { codeText } from './item-table.ts';

export const intakeSchema = pgSchema('intake');

/** A checked list that waits to be published; a list has at most one draft. */
export const draft = intakeSchema.table('draft', {
  catalogId: codeText('catalog_id').primaryKey(),
  catalogKey: text('catalog_key').notNull().unique(),
  catalogName: text('catalog_name').notNull(),
  level: text('level').notNull(),
  kind: text('kind').notNull(),
  regionCode: codeText('region_code').notNull(),
  importedAt: timestamp('imported_at', { withTimezone: true, mode: 'string' }).notNull(),
  rowCount: integer('row_count').notNull(),
});

/**
 * One accepted row of a draft: the record of the table `target` as JSON text, which publish gives to
 * `jsonb_populate_record`. Text, and an index of few values, because a draft is written far more often than read.
 * Besides items and guides these are the names, regions and organisations that the list speaks of.
 */
export const draftRow = intakeSchema.table(
  'draft_row',
  {
    catalogId: codeText('catalog_id').notNull(),
    target: text('target').notNull(),
    rowId: codeText('row_id').notNull(),
    digest: text('digest').notNull(),
    record: text('record').notNull(),
  },
  (table) => [index().on(table.catalogId, table.target)],
);
