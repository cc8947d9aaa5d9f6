import { sql } from 'drizzle-orm';
import { doublePrecision, index, integer, jsonb, pgSchema, primaryKey, text } from 'drizzle-orm/pg-core';
import { codeText, indexedColumns, versionColumns } from './item-table.ts';

export const matchingSchema = pgSchema('matching');

/**
 * The cross-level item index: what lists, searches and links need of every published item, filled by publish.
 */
export const indexedItem = matchingSchema.table(
  'item',
  {
    ...indexedColumns(),
    audiences: text('audiences').array(),
    topics: text('topics').array(),
  },
  (table) => [
    primaryKey({ columns: [table.itemId, table.fromRelease] }),
    index().on(table.nameKey, table.regionCode, table.itemId),
    index().on(table.regionCode, table.ordinal, table.itemId),
    index().on(table.level, table.regionCode, table.ordinal, table.itemId),
    index().on(table.catalogId, table.ordinal, table.itemId),
    index().on(table.basicKey, table.regionCode).where(sql`basic_key is not null`),
    index().on(table.codeKey, table.regionCode),
    index().on(table.basicCode).where(sql`basic_code is not null`),
    index().on(table.implementationCode).where(sql`implementation_code is not null`),
    index().on(table.localCode).where(sql`local_code is not null`),
    index().on(table.sourceItemKey).where(sql`source_item_key is not null`),
    index().on(table.organisationId),
    // A rare topic among 30,000 items: 0.05 ms instead of 7. Audiences are two or three words that most items share.
    index().using('gin', table.topics).with({ fastupdate: false }),
  ],
);

/**
 * Each distinct normalised name once, with its unigrams and bigrams. A village item's name repeats in
 * thousands of villages: searching names first keeps the cost with the vocabulary, not with the province,
 * and an array index works in any locale (pg_trgm silently finds nothing under LC_CTYPE C). Without fastupdate:
 * after a publish its pending list made the planner read all names (16 ms instead of 1.5).
 */
export const itemName = matchingSchema.table(
  'name',
  {
    nameKey: codeText('name_key').primaryKey(),
    normalizedName: codeText('normalized_name').notNull(),
    grams: text('grams').array().notNull(),
  },
  (table) => [index().using('gin', table.grams).with({ fastupdate: false })],
);

/** Links between items, each valid in the releases in which both its ends say what it rests on. */
export const match = matchingSchema.table(
  'match',
  {
    matchId: codeText('match_id').notNull(),
    ...versionColumns(),
    kind: text('kind').notNull(),
    relation: text('relation').notNull(),
    status: text('status').notNull(),
    method: text('method').notNull(),
    confidence: doublePrecision('confidence').notNull(),
    leftId: codeText('left_id').notNull(),
    rightId: codeText('right_id').notNull(),
    leftLevel: text('left_level').notNull(),
    leftRegionCode: codeText('left_region_code').notNull(),
    evidence: jsonb('evidence').$type<Record<string, unknown>>(),
  },
  (table) => [
    primaryKey({ columns: [table.matchId, table.fromRelease] }),
    index().on(table.leftId, table.kind),
    index().on(table.rightId, table.kind, table.leftRegionCode, table.leftId),
  ],
);

/**
 * Which version of its reference item each version of a local item is based on: the one in force when the two were
 * first linked. Never changed afterwards; that the reference has moved on since is what makes a copy outdated.
 */
export const adoptedVersion = matchingSchema.table(
  'adopted_version',
  {
    itemId: codeText('item_id').notNull(),
    /** The release in which the local version began. */
    fromRelease: integer('from_release').notNull(),
    referenceId: codeText('reference_id').notNull(),
    referenceVersion: integer('reference_version').notNull(),
    /** The release in which the link was first known. */
    sinceRelease: integer('since_release').notNull(),
  },
  (table) => [primaryKey({ columns: [table.itemId, table.fromRelease] })],
);
