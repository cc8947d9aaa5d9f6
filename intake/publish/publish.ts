import { dayInChina } from '../../catalog/day-in-china.ts';
import type { Sql, TransactionSql } from '../../db/client.ts';
import { recordLists } from '../../db/record-trail.ts';
import { lockReleases, nextRelease, writeRelease } from '../../db/release-row.ts';
import { awaitReaders } from '../../db/release-watch.ts';
import { lockList } from '../draft.ts';
import { adoptVersions } from './adopt-versions.ts';
import { closeGoneIndexItems, indexItems } from './index-items.ts';
import { linkGuides } from './link-guides.ts';
import { linkItems } from './link-items.ts';
import { applyDraft, type ListChange } from './versions.ts';
import { publishWords } from './words.ts';

export interface PublishOptions {
  /** Keys of the lists to publish; without them every draft. */
  readonly keys?: readonly string[];
  readonly note?: string;
  /** The moment of publishing, ISO 8601. */
  readonly now: string;
  /** The login name of whoever publishes, for the audit trail. */
  readonly operator?: string | undefined;
  readonly onProgress?: (sentence: string) => void;
}

export type PublishResult =
  | {
      readonly kind: 'PUBLISHED';
      readonly release: number;
      readonly lists: readonly ListChange[];
      /** Somebody still answers by the release before: it has not moved on in time. */
      readonly readersBehind?: true;
    }
  | { readonly kind: 'NOTHING_CHANGED'; readonly lists: readonly ListChange[] }
  | { readonly kind: 'NO_DRAFT'; readonly missing: readonly string[] };

interface DraftHead {
  readonly catalogId: string;
  readonly catalogKey: string;
}

const readDrafts = async (sql: TransactionSql, keys: readonly string[] | undefined): Promise<DraftHead[]> => {
  const wanted = keys === undefined ? sql`` : sql`where catalog_key = any(${[...keys]})`;
  return await sql<DraftHead[]>`
    select catalog_id as "catalogId", catalog_key as "catalogKey" from intake.draft ${wanted} order by catalog_key`;
};

const changesNothing = (lists: readonly ListChange[], words: number): boolean =>
  words === 0 &&
  lists.every((list) => list.added + list.changed + list.removed === 0 && !list.catalogChanged);

/** Rows from which the planner's old idea of the index no longer serves: it would join 1.5 million rows one by one. */
const MUCH = 10_000;

const analyseAfterMuch = async (sql: TransactionSql, lists: readonly ListChange[]): Promise<void> => {
  const rows = lists.reduce((sum, list) => sum + list.added + list.changed, 0);
  if (rows > MUCH) await sql`analyze matching.item, guide.guide`;
};

const dropDrafts = async (sql: TransactionSql, ids: readonly string[]): Promise<void> => {
  await sql`delete from intake.draft_row where catalog_id = any(${[...ids]})`;
  await sql`delete from intake.draft where catalog_id = any(${[...ids]})`;
};

const publishWithin = async (sql: TransactionSql, options: PublishOptions): Promise<PublishResult> => {
  const { now, operator } = options;
  await lockReleases(sql);
  // In the order of their keys, although no two publishes get here at once.
  for (const draft of await readDrafts(sql, options.keys)) await lockList(sql, draft.catalogId);
  // What was there before the locks may have been discarded or imported anew while they were waited for.
  const drafts = await readDrafts(sql, options.keys);
  const missing = (options.keys ?? []).filter((key) => !drafts.some((draft) => draft.catalogKey === key));
  if (drafts.length === 0 || missing.length > 0) return { kind: 'NO_DRAFT', missing };
  for (const draft of drafts) await lockList(sql, draft.catalogId);
  const release = await nextRelease(sql);
  const ids = drafts.map((draft) => draft.catalogId);
  await sql`analyze intake.draft_row`;
  const lists: ListChange[] = [];
  for (const draft of drafts) {
    lists.push(await applyDraft(sql, draft.catalogId, draft.catalogKey, release));
    options.onProgress?.(`已写入清单 ${draft.catalogKey}（${lists.length}/${drafts.length}）`);
  }
  const words = await publishWords(sql, ids, release);
  if (changesNothing(lists, words)) {
    await dropDrafts(sql, ids);
    return { kind: 'NOTHING_CHANGED', lists };
  }
  await closeGoneIndexItems(sql, ids, release);
  await indexItems(sql, ids, release);
  await analyseAfterMuch(sql, lists);
  options.onProgress?.('正在建立对应关系');
  await linkItems(sql, ids, release, dayInChina(new Date(now)));
  await adoptVersions(sql, release);
  await linkGuides(sql, ids, release);
  await dropDrafts(sql, ids);
  await recordLists(sql, { subject: operator, action: 'PUBLISH', release, now }, lists);
  await writeRelease(sql, { number: release, now, note: options.note, lists });
  return { kind: 'PUBLISHED', release, lists };
};

/**
 * Publishes drafts as one release, in one transaction: readers see the release whole or not at all, and once this has
 * returned nobody answers by the release before. Returns what changed per list; drafts that change nothing make no
 * release and are dropped.
 */
export const publish = async (sql: Sql, options: PublishOptions): Promise<PublishResult> => {
  const result = (await sql.begin((transaction) => publishWithin(transaction, options))) as PublishResult;
  if (result.kind !== 'PUBLISHED' || (await awaitReaders(sql, result.release))) return result;
  return { ...result, readersBehind: true };
};
