import type { TransactionSql } from '../../db/client.ts';
import { CURRENT } from '../../db/version.ts';
import { ITEM_TARGETS } from '../targets.ts';

/** Closes the index rows of items that this release closed. */
export const closeGoneIndexItems = async (
  sql: TransactionSql,
  catalogIds: readonly string[],
  release: number,
): Promise<void> => {
  for (const table of ITEM_TARGETS) {
    await sql`
      update matching.item i set to_release = ${release}
      from ${sql(table)} t
      where t.catalog_id = any(${[...catalogIds]}) and t.to_release = ${release} and i.item_id = t.item_id and i.to_release = ${CURRENT}`;
  }
};

/** Copies what the index needs of the items that this release made. */
export const indexItems = async (
  sql: TransactionSql,
  catalogIds: readonly string[],
  release: number,
): Promise<void> => {
  for (const table of ITEM_TARGETS) {
    await sql`
      insert into matching.item (item_id, from_release, to_release, version, digest, catalog_id, ordinal, level, kind,
        item_type, region_code, organisation_id, task_name, name_key, basic_code, implementation_code, local_code,
        basic_key, code_key, source_item_key, task_state, plan_effective_date, plan_cancel_date, audiences, topics,
        fingerprint)
      select item_id, from_release, to_release, version, digest, catalog_id, ordinal, level, kind,
        item_type, region_code, organisation_id, task_name, name_key, basic_code, implementation_code, local_code,
        basic_key, code_key, source_item_key, task_state, plan_effective_date, plan_cancel_date,
        (select array_agg(value) from jsonb_array_elements_text(elements -> 'serviceObjects')),
        (select array_agg(value) from jsonb_array_elements_text(coalesce(elements -> 'naturalPersonTopics', '[]')
          || coalesce(elements -> 'legalPersonTopics', '[]') || coalesce(elements -> 'topicsText', '[]'))),
        matching.fingerprint_of(name_key, basic_key, code_key, local_code, item_type, organisation_id, elements)
      from ${sql(table)}
      where catalog_id = any(${[...catalogIds]}) and to_release = ${CURRENT} and from_release = ${release}`;
  }
};
