import type { LegalBasis } from '../../catalog/legal-basis.ts';
import type { Sql } from '../../db/client.ts';
import type { MatchItem } from '../../matching/item.ts';

/** Larger lists are for a run: making one ready would hold up everybody else who tries names for seconds. */
export const LARGEST_CATALOG = 20_000;

interface ReferenceRow {
  readonly id: string;
  readonly name: string;
  readonly codes: readonly string[];
  readonly type: string;
  readonly department: string | null;
  readonly legalBases: readonly LegalBasis[] | null;
  readonly region: string;
  readonly parentName: string | null;
}

const itemOf = ({ type, department, legalBases, parentName, ...rest }: ReferenceRow): MatchItem => ({
  ...rest,
  ...(type === 'UNRECOGNISED' ? {} : { type }),
  ...(department === null ? {} : { department }),
  ...(legalBases === null ? {} : { legalBases }),
  ...(parentName === null ? {} : { parentName }),
});

/** The doors to what the lists of each level say of their items beyond the index. */
const DOORS = ['reference', 'county', 'township'].map(
  (door) => `select item_id, from_release, to_release, catalog_id, elements from ${door}.published`,
);

/** The statements that read what the engine looks at of a catalog's items: the same as in a run. */
export const createReconcileQueries = (sql: Sql) => ({
  /** The size of a catalog in a release, and the release it last changed in by then; null where it has no items. */
  stateOf: async (
    release: number,
    catalog: string,
  ): Promise<{ readonly items: number; readonly changed: number } | null> => {
    const [row] = await sql<{ items: number; changed: number | null }[]>`
      select (count(*) filter (where i.to_release > ${release}))::int as items,
        max(case when i.to_release <= ${release} then i.to_release else i.from_release end) as changed
      from matching.item i where i.catalog_id = ${catalog} and i.from_release <= ${release}`;
    return row?.changed == null || row.items === 0 ? null : { items: row.items, changed: row.changed };
  },
  itemsOf: async (release: number, catalog: string): Promise<readonly MatchItem[]> => {
    const rows = await sql<ReferenceRow[]>`
      select i.item_id as id, i.task_name as name, i.item_type as type, o.organisation_name as department,
        array_remove(array[i.basic_code, i.implementation_code, i.local_code], null) as codes,
        d.elements -> 'legalBases' as "legalBases", d.elements ->> 'mainItemName' as "parentName",
        coalesce(r.full_name, i.region_code) as region
      from matching.item i
      left join (${sql.unsafe(DOORS.join(' union all '))}) d on d.catalog_id = ${catalog} and d.item_id = i.item_id
        and d.from_release <= ${release} and d.to_release > ${release}
      left join reference.published_organisation o on o.organisation_id = i.organisation_id
        and o.from_release <= ${release} and o.to_release > ${release}
      left join reference.published_region r on r.region_code = i.region_code
        and r.from_release <= ${release} and r.to_release > ${release}
      where i.catalog_id = ${catalog} and i.from_release <= ${release} and i.to_release > ${release}
      order by i.item_id`;
    return rows.map(itemOf);
  },
});

export type ReconcileQueries = ReturnType<typeof createReconcileQueries>;
