import type { TransactionSql } from '../db/client.ts';
import { CURRENT } from '../db/version.ts';
import { VERSIONED } from './targets.ts';

/** One item or guide of the draft that differs from its published version, and the elements in which it does. */
export interface ChangedRow {
  readonly id: string;
  readonly name: string;
  readonly fields: readonly string[];
}

/** What a draft changes: how many rows per element, and the rows, at most `SHOWN_CHANGES` of them. */
export interface Changes {
  readonly fields: Readonly<Record<string, number>>;
  readonly rows: readonly ChangedRow[];
}

export const SHOWN_CHANGES = 20_000;

/** Columns of the item tables under their element's name; keys that merely follow from another column are left out. */
const ELEMENTS: Readonly<Record<string, string>> = {
  task_name: 'name',
  item_type: 'itemType',
  task_state: 'state',
  region_code: 'regionCode',
  organisation_id: 'organisationName',
  basic_code: 'basicCode',
  implementation_code: 'implementationCode',
  local_code: 'localImplementationCode',
  source_item_key: 'sourceItemCode',
  plan_effective_date: 'planEffectiveDate',
  plan_cancel_date: 'planCancelDate',
  level: 'level',
  guide_name: 'name',
  item_code_key: 'implementationCode',
  item_region_code: 'regionCode',
};

const TABLES = ['reference.item', 'county.item', 'township.item', 'guide.guide'] as const;

/** The keys in which the two records of a changed row differ, elements by name. */
const differingFields = (sql: TransactionSql, table: (typeof TABLES)[number], catalogId: string) => {
  const id = sql(VERSIONED[table]);
  return sql`
    select d.row_id as id, coalesce(n.record ->> 'task_name', n.record ->> 'guide_name') as name,
      (select array_agg(distinct differing.key) from (
        select key from jsonb_each(n.record - 'elements') new full join jsonb_each(o.record - 'elements') old using (key)
          where key = any(${Object.keys(ELEMENTS)}) and new.value is distinct from old.value
        union all
        select key from jsonb_each(n.record -> 'elements') new full join jsonb_each(o.record -> 'elements') old using (key)
          where new.value is distinct from old.value
      ) differing) as fields
    from intake.draft_row d
    join ${sql(table)} t on t.${id} = d.row_id and t.to_release = ${CURRENT}
    cross join lateral (select d.record::jsonb as record) n
    cross join lateral (select jsonb_strip_nulls(to_jsonb(t)) || jsonb_build_object('elements', t.elements) as record) o
    where d.catalog_id = ${catalogId} and d.target = ${table} and d.digest <> t.digest`;
};

/** What the draft of a list changes in published rows, by element. */
export const changesOfDraft = async (sql: TransactionSql, catalogId: string): Promise<Changes> => {
  const fields: Record<string, number> = {};
  const rows: ChangedRow[] = [];
  for (const table of TABLES) {
    const counts = await sql<{ field: string; count: number }[]>`
      select field, count(*)::int as count
      from (${differingFields(sql, table, catalogId)}) c, unnest(c.fields) as field group by 1 order by 1`;
    for (const { field, count } of counts) {
      const element = ELEMENTS[field] ?? field;
      fields[element] = (fields[element] ?? 0) + count;
    }
    if (counts.length === 0) continue;
    const changed = await sql<ChangedRow[]>`
      ${differingFields(sql, table, catalogId)} order by d.row_id limit ${SHOWN_CHANGES - rows.length}`;
    rows.push(
      ...changed.map((row) => ({
        ...row,
        fields: (row.fields ?? []).map((field) => ELEMENTS[field] ?? field).sort(),
      })),
    );
  }
  return { fields, rows };
};
