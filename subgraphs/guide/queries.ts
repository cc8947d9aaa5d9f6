import type { Sql } from '../../db/client.ts';
import { guide } from '../../db/guide.ts';
import { createProjections, type Projection, type StoredFields } from '../projection.ts';

export type GuideRow = Pick<
  typeof guide.$inferSelect,
  'itemId' | 'version' | 'elements' | 'source' | 'problems'
> & { readonly id: string; readonly name: string };

/** A guide's lists are kept among its elements; one that its source does not give is null. */
export const GUIDE_LISTS = [
  'materials',
  'fees',
  'steps',
  'windows',
  'conditions',
  'specialLinks',
  'questions',
] as const;

const isList = (field: string): boolean => (GUIDE_LISTS as readonly string[]).includes(field);

/** How the rows of guides answer the fields of a guide. */
export const guideStoredFields: StoredFields = {
  columns: {
    id: guide.guideId,
    itemId: guide.itemId,
    name: guide.guideName,
    version: guide.version,
    elements: guide.elements,
    source: guide.source,
    problems: guide.problems,
  },
  always: ['id', 'itemId'],
  behind: {},
  document: 'elements',
  members: (field, below) => {
    if (isList(field)) return [[field]];
    if (field === 'elements') return [...below].map((name) => [name] as const);
    if (field !== 'itemElements') return [];
    // Even if nothing but its type is asked, somebody wants to know whether it is there.
    return below.size === 0 ? [[field]] : [...below].map((name) => [field, name] as const);
  },
};

/** What is read of guides for a field being resolved. */
export const guideProjection = createProjections({ alias: 'g', ...guideStoredFields });

/** The statements that read guides of one release. */
export const createGuideQueries = (sql: Sql) => {
  const valid = (release: number) => sql`g.from_release <= ${release} and g.to_release > ${release}`;
  return {
    byIds: (release: number, ids: readonly string[], { columns }: Projection) => sql<GuideRow[]>`
      select ${sql.unsafe(columns)} from guide.guide g where g.guide_id = any(${ids}) and ${valid(release)}`,
    /** One guide per item: the lowest precedence, then the lowest id. */
    byItemIds: (release: number, itemIds: readonly string[], { columns }: Projection) => sql<GuideRow[]>`
      select distinct on (g.item_id) ${sql.unsafe(columns)} from guide.guide g
      where g.item_id = any(${itemIds}) and ${valid(release)}
      order by g.item_id, g.precedence, g.guide_id`,
  };
};
