import type { TransactionSql } from './client.ts';

/** Any number that no other program takes its advisory locks by; the function `matching.decide` takes the same. */
const RELEASE_LOCK = 4_720_332;

/** Makes everything that makes a release wait for each other until the transaction ends. */
export const lockReleases = async (sql: TransactionSql): Promise<void> => {
  await sql`select pg_advisory_xact_lock(${RELEASE_LOCK})`;
};

/** The number of the release that this transaction makes. */
export const nextRelease = async (sql: TransactionSql): Promise<number> => {
  const [row] = await sql<{ number: number }[]>`
    select coalesce(max(number), 0) + 1 as number from release.release`;
  return row?.number ?? 1;
};

/** What a release changed of one list, in rows of items and guides. */
interface ListCounts {
  readonly key: string;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** Writes the row that makes a release visible; the last statement of its transaction. */
export const writeRelease = async (
  sql: TransactionSql,
  release: {
    readonly number: number;
    readonly now: string;
    readonly note: string | undefined;
    readonly lists: readonly ListCounts[];
  },
): Promise<void> => {
  const total = (part: 'added' | 'changed' | 'removed') =>
    release.lists.reduce((sum, list) => sum + list[part], 0);
  await sql`
    insert into release.release (number, published_at, note, catalog_keys, added, changed, removed)
    values (${release.number}, ${release.now}, ${release.note ?? null}, ${release.lists.map((list) => list.key)},
      ${total('added')}, ${total('changed')}, ${total('removed')})`;
};
