import { pgSchema } from 'drizzle-orm/pg-core';
import { itemTable } from './item-table.ts';

export const townshipSchema = pgSchema('township');

/** Township and village lists: one row per item version. */
export const townshipItem = itemTable(townshipSchema);
