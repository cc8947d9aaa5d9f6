import { pgSchema } from 'drizzle-orm/pg-core';
import { itemTable } from './item-table.ts';

export const countySchema = pgSchema('county');

/** City and county lists: one row per item version. */
export const countyItem = itemTable(countySchema);
