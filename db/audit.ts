import { bigint, integer, pgSchema, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { codeText } from './item-table.ts';

export const auditSchema = pgSchema('audit');

/**
 * What somebody did or was refused: one chain of entries per region, each holding the hash of the one before. Written by
 * `audit.record` alone, never changed; trail/entry.ts tells the fields and trail/hash.ts the hash.
 */
export const entry = auditSchema.table(
  'entry',
  {
    region: codeText('region').notNull(),
    sequence: bigint('sequence', { mode: 'number' }).notNull(),
    moment: timestamp('moment', { withTimezone: true, mode: 'string' }).notNull(),
    subject: text('subject').notNull(),
    tokenId: text('token_id'),
    action: text('action').notNull(),
    target: text('target'),
    outcome: text('outcome').notNull(),
    requestId: text('request_id'),
    contentDigest: text('content_digest').notNull(),
    release: integer('release'),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.region, table.sequence] })],
);

/** Entries that no release has sealed yet: written with the entry, taken away by the next release. */
export const unsealed = auditSchema.table(
  'unsealed',
  { region: codeText('region').notNull(), sequence: bigint('sequence', { mode: 'number' }).notNull() },
  (table) => [primaryKey({ columns: [table.region, table.sequence] })],
);

/** How far each chain that had moved had come when a release was made. */
export const head = auditSchema.table(
  'head',
  {
    release: integer('release').notNull(),
    region: codeText('region').notNull(),
    sequence: bigint('sequence', { mode: 'number' }).notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.release, table.region] })],
);

/** One digest per release over its heads and the digest of the release before. */
export const seal = auditSchema.table('seal', {
  release: integer('release').primaryKey(),
  previousDigest: text('previous_digest').notNull(),
  digest: text('digest').notNull(),
});
