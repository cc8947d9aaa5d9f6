import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgSchema, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { codeText, type StoredProblem } from './item-table.ts';

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
  /** Departments that report to have no item (零报告). */
  nilReturns: text('nil_returns').array().notNull().default(sql`'{}'`),
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

/**
 * Rows of the newest import of a list that were set aside: what they say cannot be an item, or not be told from
 * another. They stay after the list is published, until its next import.
 */
export const quarantineRow = intakeSchema.table(
  'quarantine_row',
  {
    catalogId: codeText('catalog_id').notNull(),
    ordinal: integer('ordinal').notNull(),
    document: text('document').notNull(),
    sheet: text('sheet'),
    row: integer('row').notNull(),
    taskName: text('task_name'),
    /** The row as it was read: title → text. */
    cells: jsonb('cells').$type<Readonly<Record<string, string>>>().notNull(),
    problems: jsonb('problems').$type<readonly StoredProblem[]>().notNull(),
    /** The published item that stays in its place, if the list has one. */
    keptId: codeText('kept_id'),
  },
  (table) => [primaryKey({ columns: [table.catalogId, table.ordinal] })],
);

/** What someone has decided of a list's columns, by the title's key; the next import of the list goes by it. */
export const columnMapping = intakeSchema.table(
  'column_mapping',
  {
    catalogId: codeText('catalog_id').notNull(),
    titleKey: text('title_key').notNull(),
    /** `item.name`, `guide.workTime`, `fact.rowKey`, `block.materials`, `ignore` … */
    target: text('target').notNull(),
  },
  (table) => [primaryKey({ columns: [table.catalogId, table.titleKey] })],
);
