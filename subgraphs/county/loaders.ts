import type { Sql } from '../../db/client.ts';
import { createItemLoaders, type ItemLoaders } from '../item-loaders.ts';
import { createCountyQueries } from './queries.ts';

export type CountyLoaders = ItemLoaders;

/** Prepares the statements once; the result makes the loaders of a request. */
export const prepareCounty = (sql: Sql): ((release: number) => CountyLoaders) => {
  const queries = createCountyQueries(sql);
  return (release) => createItemLoaders(queries, release);
};
