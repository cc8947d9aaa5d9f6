import { sql } from 'drizzle-orm';
import { integer, pgSchema, text, timestamp } from 'drizzle-orm/pg-core';

export const releaseSchema = pgSchema('release');

/** One row per release of the whole hub; numbers are consecutive from 1. */
export const release = releaseSchema.table('release', {
  number: integer('number').primaryKey(),
  publishedAt: timestamp('published_at', { withTimezone: true, mode: 'string' }).notNull(),
  note: text('note'),
  catalogKeys: text('catalog_keys').array().notNull().default(sql`'{}'`),
  added: integer('added').notNull(),
  changed: integer('changed').notNull(),
  removed: integer('removed').notNull(),
});
