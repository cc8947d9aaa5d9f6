import type { Sql } from '../../db/client.ts';

/** A list whose links to a reference catalog are not those of the texts as the release has them. */
export interface NotMatched {
  readonly listId: string;
  readonly referenceId: string;
  /** The release the last run had read; none where none has been. */
  readonly matchedIn?: number;
  /** The release in which one of the two changed since. */
  readonly changedIn: number;
}

interface ChangedRow {
  readonly catalogId: string;
  readonly changed: number;
}

interface MatchedRow {
  readonly listId: string;
  readonly referenceId: string;
  readonly matched: number;
}

/** The lists that no matching run has held against a reference catalog since one of them last changed, up to a release. */
export async function notMatched(
  sql: Sql,
  release: number,
  listIds: readonly string[],
  referenceIds: readonly string[],
): Promise<readonly NotMatched[]> {
  const [changed, matched] = await Promise.all([
    sql<ChangedRow[]>`
      select catalog_id as "catalogId",
        greatest(max(from_release), max(to_release) filter (where to_release <= ${release})) as changed
      from matching.item where catalog_id = any(${[...listIds, ...referenceIds]}) and from_release <= ${release}
      group by catalog_id`,
    // What a run found is in the release it made, and in its own where it found nothing new.
    sql<MatchedRow[]>`
      select b.catalog_id as "listId", b.right_catalog_id as "referenceId", max(r.base_release) as matched
      from matching.block b join matching.run r using (run_id)
      where b.kind = 'REFERENCE' and b.catalog_id = any(${[...listIds]}) and b.right_catalog_id = any(${[...referenceIds]})
        and r.status = 'DONE' and coalesce(r.release, r.base_release) <= ${release}
      group by 1, 2`,
  ]);
  const changes = new Map(changed.map((row) => [row.catalogId, row.changed]));
  const runs = new Map(matched.map((row) => [`${row.listId} ${row.referenceId}`, row.matched]));
  return listIds.flatMap((listId) =>
    referenceIds.flatMap((referenceId): NotMatched[] => {
      const changedIn = Math.max(changes.get(listId) ?? 0, changes.get(referenceId) ?? 0);
      const matchedIn = runs.get(`${listId} ${referenceId}`);
      if (matchedIn === undefined) return [{ listId, referenceId, changedIn }];
      return matchedIn >= changedIn ? [] : [{ listId, referenceId, matchedIn, changedIn }];
    }),
  );
}
