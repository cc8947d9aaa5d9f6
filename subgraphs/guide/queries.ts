import { and, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import type { Sql } from '../../db/client.ts';
import { guide } from '../../db/guide.ts';
import { validInGiven } from '../item-queries.ts';

const columns = {
  id: guide.guideId,
  itemId: guide.itemId,
  name: guide.guideName,
  version: guide.version,
  elements: guide.elements,
  source: guide.source,
  problems: guide.problems,
};

/** The statements that read guides of one release. */
export const createGuideQueries = (client: Sql) => {
  const database = drizzle(client);
  const keys = sql.placeholder('keys');
  const byIds = database
    .select(columns)
    .from(guide)
    .where(and(sql`${guide.guideId} = any(${keys})`, validInGiven(guide)))
    .prepare('guides_by_id');
  const byItemIds = database
    .selectDistinctOn([guide.itemId], columns)
    .from(guide)
    .where(and(sql`${guide.itemId} = any(${keys})`, validInGiven(guide)))
    .orderBy(guide.itemId, guide.precedence, guide.guideId)
    .prepare('guides_by_item');
  return {
    byIds: (release: number, ids: readonly string[]) => byIds.execute({ release, keys: ids }),
    /** One guide per item: the lowest precedence, then the lowest id. */
    byItemIds: (release: number, itemIds: readonly string[]) => byItemIds.execute({ release, keys: itemIds }),
  };
};

export type GuideQueries = ReturnType<typeof createGuideQueries>;
export type GuideRow = Awaited<ReturnType<GuideQueries['byIds']>>[number];
