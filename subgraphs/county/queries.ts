import type { Sql } from '../../db/client.ts';
import { countyItem } from '../../db/county.ts';
import { createItemQueries, type ItemQueries } from '../item-queries.ts';

/** The statements that read county items. */
export const createCountyQueries = (sql: Sql): ItemQueries => createItemQueries(sql, countyItem);
