import type { Sql } from '../db/client.ts';
import { lockList } from './draft.ts';

/** A draft as it is listed. */
export interface DraftLine {
  readonly key: string;
  readonly name: string;
  readonly level: string;
  readonly kind: string;
  readonly regionCode: string;
  /** Rows of the source. */
  readonly rows: number;
  /** ISO 8601, UTC. */
  readonly importedAt: string;
}

/** Every list that waits to be published, by its key. */
export const listDrafts = async (sql: Sql): Promise<readonly DraftLine[]> =>
  await sql<DraftLine[]>`
    select catalog_key as key, catalog_name as name, level, kind, region_code as "regionCode", row_count as rows,
      to_char(imported_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "importedAt"
    from intake.draft order by catalog_key`;

/** Whether a list has a draft or was ever published. */
export const isKnownList = async (sql: Sql, key: string): Promise<boolean> => {
  const [row] = await sql<{ known: boolean }[]>`
    select exists (select 1 from intake.draft where catalog_key = ${key})
      or exists (select 1 from reference.catalog where catalog_key = ${key}) as known`;
  return row?.known === true;
};

/** Drops the draft of a list and the rows its import set aside; false when it has none. What is published stays as it is. */
export const discardDraft = async (sql: Sql, key: string): Promise<boolean> =>
  (await sql.begin(async (transaction) => {
    const [draft] = await transaction<{ catalogId: string }[]>`
      select catalog_id as "catalogId" from intake.draft where catalog_key = ${key}`;
    if (draft === undefined) return false;
    await lockList(transaction, draft.catalogId);
    await transaction`delete from intake.draft_row where catalog_id = ${draft.catalogId}`;
    await transaction`delete from intake.quarantine_row where catalog_id = ${draft.catalogId}`;
    await transaction`delete from intake.draft where catalog_id = ${draft.catalogId}`;
    return true;
  })) as boolean;
