import { type Problem, problem } from '../catalog/problems.ts';
import type { TransactionSql } from '../db/client.ts';
import { CURRENT } from '../db/version.ts';
import type { DraftDifference } from './draft.ts';

/** More than this share of a published list gone at once is taken for a mistake. */
const REMOVAL_SHARE = 0.2;

/** Names that the refusal shows. */
const SHOWN_NAMES = 10;

/** The names of published items that the draft of a list no longer has, in the order of the list. */
const removedNames = async (sql: TransactionSql, catalogId: string): Promise<readonly string[]> => {
  const rows = await sql<{ name: string }[]>`
    select i.task_name as name from matching.item i
    where i.catalog_id = ${catalogId} and i.to_release = ${CURRENT} and not exists (
      select 1 from intake.draft_row d where d.catalog_id = i.catalog_id and d.row_id = i.item_id)
    order by i.ordinal, i.item_id limit ${SHOWN_NAMES}`;
  return rows.map(({ name }) => name);
};

/**
 * The problem of a draft that drops more than a fifth of what is published, naming the first items it would drop; a
 * source that became half a file by mistake must not cancel half a county's items.
 */
export const removalProblem = async (
  sql: TransactionSql,
  catalogId: string,
  difference: DraftDifference,
): Promise<Problem | undefined> => {
  const before = difference.removed + difference.changed + difference.unchanged;
  if (difference.removed <= before * REMOVAL_SHARE) return undefined;
  const names = await removedNames(sql, catalogId);
  return problem('REMOVAL_GUARD', {
    value: String(difference.removed),
    other: String(before),
    detail: names.length === 0 ? '' : `（如${names.map((name) => `“${name}”`).join('、')}等）`,
  });
};
