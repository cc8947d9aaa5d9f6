import type { Sql } from '../../db/client.ts';
import { guide } from '../../db/guide.ts';
import { columnList } from '../column-list.ts';

export type GuideRow = Pick<
  typeof guide.$inferSelect,
  'itemId' | 'version' | 'elements' | 'source' | 'problems'
> & { readonly id: string; readonly name: string };

const COLUMNS = columnList(
  {
    id: guide.guideId,
    itemId: guide.itemId,
    name: guide.guideName,
    version: guide.version,
    elements: guide.elements,
    source: guide.source,
    problems: guide.problems,
  },
  'g',
);

/** The statements that read guides of one release. */
export const createGuideQueries = (sql: Sql) => {
  const columns = sql.unsafe(COLUMNS);
  const valid = (release: number) => sql`g.from_release <= ${release} and g.to_release > ${release}`;
  return {
    byIds: (release: number, ids: readonly string[]) => sql<GuideRow[]>`
      select ${columns} from guide.guide g where g.guide_id = any(${ids}) and ${valid(release)}`,
    /** One guide per item: the lowest precedence, then the lowest id. */
    byItemIds: (release: number, itemIds: readonly string[]) => sql<GuideRow[]>`
      select distinct on (g.item_id) ${columns} from guide.guide g
      where g.item_id = any(${itemIds}) and ${valid(release)}
      order by g.item_id, g.precedence, g.guide_id`,
  };
};
