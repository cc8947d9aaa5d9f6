import type { Sql } from '../../db/client.ts';
import { townshipItem } from '../../db/township.ts';
import { createItemQueries, type ItemQueries } from '../item-queries.ts';

/** The statements that read township items. */
export const createTownshipQueries = (sql: Sql): ItemQueries => createItemQueries(sql, townshipItem);
