import type { Level } from '../../catalog/levels.ts';
import type { ComparedLink } from '../../comparison/compared-item.ts';
import type { Elements } from '../../comparison/drift.ts';
import type { Sql } from '../../db/client.ts';
import { SETTLED_STATUSES } from '../../db/matching.ts';

/** A draft of a reference catalog that waits to be published. */
export interface DraftRow {
  readonly catalogId: string;
  readonly key: string;
  readonly name: string;
  readonly level: Level;
  readonly regionCode: string;
  /** With its ancestors. */
  readonly regionName: string;
  readonly importedAt: string;
}

/** An item of a draft: the record publishing will store, as JSON, and the name of its department. */
export interface DraftItemRow {
  readonly id: string;
  readonly record: string;
  readonly department: string | null;
  readonly guideElements: Elements | null;
}

/** The statements that read a draft and what stands on the catalog it will replace. */
export const createImpactQueries = (sql: Sql) => ({
  draft: async (release: number, catalog: string): Promise<DraftRow | undefined> => {
    const [row] = await sql<DraftRow[]>`
      select catalog_id as "catalogId", catalog_key as key, catalog_name as name, d.level, d.region_code as "regionCode",
        coalesce(r.full_name, d.region_code) as "regionName",
        to_char(imported_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "importedAt"
      from intake.draft_catalog d
      left join reference.published_region r on r.region_code = d.region_code
        and r.from_release <= ${release} and r.to_release > ${release}
      where catalog_id = ${catalog} and kind = 'REFERENCE'`;
    return row;
  },
  /** The items of a draft, each with its guide: the draft's own, or one of a list of guides that stays. */
  draftItems: (release: number, catalog: string) => sql<DraftItemRow[]>`
    with drafted as (
      select item_id, record from intake.draft_reference_item where catalog_id = ${catalog}
    ), said as (
      select g.record::jsonb ->> 'item_id' as item_id, (g.record::jsonb ->> 'precedence')::int as precedence,
        g.guide_id, g.record::jsonb -> 'elements' as elements
      from intake.draft_reference_guide g where g.catalog_id = ${catalog}
      union all
      select p.item_id, p.precedence, p.guide_id, p.elements from drafted d
      join guide.published p on p.item_id = d.item_id and p.catalog_id <> ${catalog}
        and p.from_release <= ${release} and p.to_release > ${release}
    ), guide as (
      select distinct on (item_id) item_id, elements from said order by item_id, precedence, guide_id
    )
    select d.item_id as id, d.record, o.organisation_name as department, g.elements as "guideElements"
    from drafted d
    left join guide g on g.item_id = d.item_id
    left join reference.published_organisation o on o.organisation_id = d.record::jsonb ->> 'organisation_id'
      and o.from_release <= ${release} and o.to_release > ${release}
    order by d.item_id`,
  /** Settled links of lists to some reference items; `most` of them and one more. */
  links: (release: number, lists: readonly string[], references: readonly string[], most: number) => sql<
    ComparedLink[]
  >`
    select m.match_id as id, m.kind, m.left_id as "leftId", m.right_id as "rightId", m.relation, m.confidence,
      true as "isSettled"
    from matching.match m
    join matching.item l on l.item_id = m.left_id and l.catalog_id = any(${lists})
      and l.from_release <= ${release} and l.to_release > ${release}
    where m.right_id = any(${references}) and m.kind = 'REFERENCE' and m.relation <> 'RELATED'
      and m.status = any(${[...SETTLED_STATUSES]}) and m.from_release <= ${release} and m.to_release > ${release}
    order by m.match_id limit ${most + 1}`,
  /** The guides of items. */
  guides: (release: number, items: readonly string[]) => sql<{ itemId: string; guideId: string }[]>`
    select item_id as "itemId", guide_id as "guideId" from guide.published
    where item_id = any(${items}) and from_release <= ${release} and to_release > ${release}
    order by item_id, precedence, guide_id`,
});

export type ImpactQueries = ReturnType<typeof createImpactQueries>;
