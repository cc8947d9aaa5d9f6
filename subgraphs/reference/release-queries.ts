import type { Sql } from '../../db/client.ts';
import type { Page } from '../connection.ts';

export interface ReleaseRow {
  readonly number: number;
  readonly publishedAt: string;
  readonly note: string | null;
  readonly catalogKeys: readonly string[];
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly trailHead: string | null;
}

/** The statements that read releases; none sees a release newer than the request's. */
export const createReleaseQueries = (sql: Sql) => {
  const columns = sql`number, published_at as "publishedAt", note, catalog_keys as "catalogKeys", added, changed, removed, trail_head as "trailHead"`;
  return {
    byNumbers: (release: number, numbers: readonly string[]) => sql<ReleaseRow[]>`
      select ${columns} from release.published
      where number = any(${numbers}::int[]) and number <= ${release}`,
    /** The newest release published at an instant or before it. */
    at: (release: number, instant: string) => sql<ReleaseRow[]>`
      select ${columns} from release.published
      where published_at <= ${instant}::timestamptz and number <= ${release}
      order by number desc limit 1`,
    /** Newest first. */
    list: (release: number, { first, after }: Page) => sql<ReleaseRow[]>`
      select ${columns} from release.published
      where number <= ${release} and number < ${Number(after?.[0] ?? release + 1)}
      order by number desc limit ${first + 1}`,
    count: async (release: number): Promise<number> => {
      const [row] = await sql<{ count: number }[]>`
        select count(*)::int as count from release.published where number <= ${release}`;
      return row?.count ?? 0;
    },
  };
};

export type ReleaseQueries = ReturnType<typeof createReleaseQueries>;
