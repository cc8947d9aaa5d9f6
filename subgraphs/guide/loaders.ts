import type { GraphQLResolveInfo } from 'graphql';
import type { Sql } from '../../db/client.ts';
import { perProjection, valueLoader } from '../batch.ts';
import { createGuideQueries, guideProjection } from './queries.ts';

/** Prepares the statements once; the result makes the loaders of a request. */
export const prepareGuide = (sql: Sql) => {
  const queries = createGuideQueries(sql);
  return (release: number) => {
    const byId = perProjection((projection) =>
      valueLoader(
        (ids) => queries.byIds(release, ids, projection),
        (guide) => guide.id,
      ),
    );
    const byItemId = perProjection((projection) =>
      valueLoader(
        (itemIds) => queries.byItemIds(release, itemIds, projection),
        (guide) => guide.itemId ?? '',
      ),
    );
    return {
      byId: (id: string, info: GraphQLResolveInfo) => byId(id, guideProjection(info)),
      byItemId: (itemId: string, info: GraphQLResolveInfo) => byItemId(itemId, guideProjection(info)),
    };
  };
};

export type GuideLoaders = ReturnType<ReturnType<typeof prepareGuide>>;
