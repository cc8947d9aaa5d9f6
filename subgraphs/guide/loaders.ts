import type { Sql } from '../../db/client.ts';
import { valueLoader } from '../batch.ts';
import { createGuideQueries } from './queries.ts';

/** Prepares the statements once; the result makes the loaders of a request. */
export const prepareGuide = (sql: Sql) => {
  const queries = createGuideQueries(sql);
  return (release: number) => ({
    byId: valueLoader(
      (ids) => queries.byIds(release, ids),
      (guide) => guide.id,
    ),
    byItemId: valueLoader(
      (itemIds) => queries.byItemIds(release, itemIds),
      (guide) => guide.itemId ?? '',
    ),
  });
};

export type GuideLoaders = ReturnType<ReturnType<typeof prepareGuide>>;
