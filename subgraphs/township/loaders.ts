import type { Sql } from '../../db/client.ts';
import { createItemLoaders, type ItemLoaders } from '../item-loaders.ts';
import { createTownshipQueries } from './queries.ts';

export type TownshipLoaders = ItemLoaders;

/** Prepares the statements once; the result makes the loaders of a request. */
export const prepareTownship = (sql: Sql): ((release: number) => TownshipLoaders) => {
  const queries = createTownshipQueries(sql);
  return (release) => createItemLoaders(queries, release);
};
