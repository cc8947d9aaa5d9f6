import type { ItemType, LifecycleState, ListKind } from '../../catalog/enumerations.ts';
import type { Level } from '../../catalog/levels.ts';
import type { LinkKind, LinkRelation } from '../../catalog/link-kinds.ts';
import type { ComparedLink, ItemSource } from '../../comparison/compared-item.ts';
import type { Elements } from '../../comparison/drift.ts';
import type { Sql } from '../../db/client.ts';
import { SETTLED_STATUSES } from '../../db/matching.ts';
import { type Fragment, stateAt } from './condition-queries.ts';

/** A catalog of a region as a release holds it. */
export interface CatalogRow {
  readonly catalogId: string;
  readonly key: string;
  readonly name: string;
  readonly level: Level;
  readonly kind: ListKind;
  readonly regionCode: string;
  readonly regionName: string;
  readonly nilReturns: readonly string[];
}

/** An item with all that its list and its guide say of it. */
export interface ComparedRow {
  readonly id: string;
  readonly version: number;
  readonly catalogId: string;
  readonly ordinal: number;
  readonly level: Level;
  readonly kind: ListKind;
  readonly itemType: ItemType | 'UNRECOGNISED';
  readonly regionCode: string;
  readonly name: string;
  readonly basicCode: string | null;
  readonly implementationCode: string | null;
  readonly basicKey: string | null;
  readonly codeKey: string | null;
  readonly department: string | null;
  readonly taskState: LifecycleState;
  readonly planEffectiveDate: string | null;
  readonly planCancelDate: string | null;
  readonly elements: Elements;
  readonly guideElements: Elements | null;
  readonly source: ItemSource;
}

/**
 * The reference version that an item is based on, with its guide when the item was filed; `elements` and
 * `guideElements` only where either is no longer what the reference says now.
 */
export interface BasedOnRow {
  readonly itemId: string;
  readonly referenceId: string;
  readonly version: number;
  readonly sinceRelease: number;
  readonly sinceAt: string;
  readonly name: string | null;
  readonly itemType: string | null;
  readonly basicCode: string | null;
  readonly elements: Elements | null;
  readonly guideElements: Elements | null;
}

/** What a reference item said before what it says now. */
export interface EarlierVersionRow {
  readonly referenceId: string;
  readonly version: number;
  readonly sinceRelease: number;
  readonly sinceAt: string;
  readonly name: string;
  readonly basicCode: string | null;
  readonly itemType: string;
  readonly elements: Elements;
  readonly guideElements: Elements | null;
}

export interface PeerRow {
  readonly referenceId: string;
  readonly regionCode: string;
  readonly promised: unknown;
}

export interface LevelRow {
  readonly referenceId: string;
  readonly level: Level;
}

export interface UnheldRow {
  readonly itemId: string;
  readonly catalogId: string;
}

interface LinkRow {
  readonly id: string;
  readonly kind: LinkKind;
  readonly leftId: string;
  readonly rightId: string;
  readonly relation: LinkRelation;
  readonly status: string;
  readonly confidence: number;
}

const SETTLED: readonly string[] = SETTLED_STATUSES;

const linkOf = ({ status, ...rest }: LinkRow): ComparedLink => ({
  ...rest,
  isSettled: SETTLED.includes(status),
});

const DOORS = ['reference', 'county', 'township'].map(
  (door) =>
    `select item_id, from_release, to_release, catalog_id, version, elements, source from ${door}.published`,
);

/** The items of the index, for the alias `i`, that meet a condition, with all that their lists and guides say of them. */
const comparedRows = (sql: Sql, release: number, condition: Fragment) => sql<ComparedRow[]>`
  select i.item_id as id, i.version, i.catalog_id as "catalogId", i.ordinal, i.level, i.kind,
    i.item_type as "itemType", i.region_code as "regionCode", i.task_name as name, i.basic_code as "basicCode",
    i.implementation_code as "implementationCode", i.basic_key as "basicKey", i.code_key as "codeKey",
    o.organisation_name as department, i.task_state as "taskState", i.plan_effective_date as "planEffectiveDate",
    i.plan_cancel_date as "planCancelDate", d.elements, g.elements as "guideElements", d.source
  from matching.item i
  join (${sql.unsafe(DOORS.join(' union all '))}) d on d.item_id = i.item_id
    and d.from_release <= ${release} and d.to_release > ${release}
  left join reference.published_organisation o on o.organisation_id = i.organisation_id
    and o.from_release <= ${release} and o.to_release > ${release}
  left join lateral (
    select elements from guide.published g where g.item_id = i.item_id
      and g.from_release <= ${release} and g.to_release > ${release}
    order by g.precedence, g.guide_id limit 1) g on true
  where ${condition} and i.from_release <= ${release} and i.to_release > ${release}
  order by i.catalog_id, i.ordinal, i.item_id`;

/** The statements that read what comparisons look at: whole lists, their links, and the versions they are based on. */
export const createAuthorityQueries = (sql: Sql) => ({
  /** The reference catalogs that a region falls under, and its own lists and those of the regions named beside it. */
  catalogs: (release: number, regions: readonly string[]) => sql<CatalogRow[]>`
    select c.catalog_id as "catalogId", c.catalog_key as key, c.catalog_name as name, c.level, c.kind,
      c.region_code as "regionCode", coalesce(r.full_name, c.region_code) as "regionName", c.nil_returns as "nilReturns"
    from reference.published_catalog c
    left join reference.published_region r on r.region_code = c.region_code
      and r.from_release <= ${release} and r.to_release > ${release}
    where c.from_release <= ${release} and c.to_release > ${release} and c.kind <> 'GUIDE'
      and (c.region_code = any(${regions})
        or (c.kind = 'REFERENCE' and (c.region_code = '000000000000'
          or left(c.region_code, 2) = any(${regions.map((region) => region.slice(0, 2))}))))
    order by c.catalog_id`,
  /** The items of catalogs, in the order of their lists. */
  items: (release: number, catalogs: readonly string[]) =>
    comparedRows(sql, release, sql`i.catalog_id = any(${catalogs})`),
  itemsNamed: (release: number, ids: readonly string[]) =>
    comparedRows(sql, release, sql`i.item_id = any(${ids})`),
  /** Links of the items of catalogs that a person has not rejected, whichever side they stand on. */
  links: async (release: number, items: readonly string[]): Promise<readonly ComparedLink[]> => {
    const rows = await sql<LinkRow[]>`
      select m.match_id as id, m.kind, m.left_id as "leftId", m.right_id as "rightId", m.relation, m.status, m.confidence
      from matching.match m
      where m.left_id = any(${items}) and m.from_release <= ${release} and m.to_release > ${release}
        and m.status <> 'REJECTED'
      order by m.match_id`;
    return rows.map(linkOf);
  },
  basedOn: (release: number, items: readonly string[]) => sql<BasedOnRow[]>`
    select v.item_id as "itemId", v.reference_id as "referenceId", v.reference_version as version,
      v.since_release as "sinceRelease", p.published_at as "sinceAt", b.name, b."itemType", b."basicCode",
      b.elements, case when b.elements is not null then g.elements end as "guideElements"
    from matching.item l
    join matching.adopted_version v on v.item_id = l.item_id and v.from_release = l.from_release
    join release.published p on p.number = v.since_release
    left join lateral (
      select guide_id, from_release, elements from guide.published g where g.item_id = v.reference_id
        and g.from_release <= l.from_release and g.to_release > l.from_release
      order by g.precedence, g.guide_id limit 1) g on true
    left join lateral (
      select guide_id, from_release from guide.published n where n.item_id = v.reference_id
        and n.from_release <= ${release} and n.to_release > ${release}
      order by n.precedence, n.guide_id limit 1) n on true
    left join lateral (
      select f.task_name as name, f.item_type as "itemType", f.basic_code as "basicCode", f.elements from reference.published f
      join matching.item r on r.item_id = v.reference_id and r.from_release <= ${release} and r.to_release > ${release}
      where f.item_id = v.reference_id and f.version = v.reference_version and (r.version <> f.version
        or (g.guide_id, g.from_release) is distinct from (n.guide_id, n.from_release)) limit 1) b on true
    where l.item_id = any(${items}) and l.from_release <= ${release} and l.to_release > ${release}
      and v.since_release <= ${release}`,
  /** What reference items and their guides said before what they say now, the newest first. */
  earlierVersions: (release: number, references: readonly string[]) => sql<EarlierVersionRow[]>`
    with change as (
      select item_id, from_release as at from reference.published
      where item_id = any(${references}) and from_release <= ${release}
      union
      select item_id, from_release from guide.published
      where item_id = any(${references}) and from_release <= ${release}
    ), dated as (select item_id, at, max(at) over (partition by item_id) as newest from change)
    select f.item_id as "referenceId", f.version, c.at as "sinceRelease", p.published_at as "sinceAt",
      f.task_name as name, f.basic_code as "basicCode", f.item_type as "itemType", f.elements,
      g.elements as "guideElements"
    from dated c
    join reference.published f on f.item_id = c.item_id and f.from_release <= c.at and f.to_release > c.at
    join release.published p on p.number = c.at
    left join lateral (
      select elements from guide.published g where g.item_id = c.item_id
        and g.from_release <= c.at and g.to_release > c.at
      order by g.precedence, g.guide_id limit 1) g on true
    where c.at < c.newest
    order by c.item_id, c.at desc`,
  /**
   * Promises made for reference items in the other regions of the same level within the city, one an item; what the
   * list leaves out is read from the guide, as it is for the region's own items. What is cancelled promises nothing.
   */
  peers: (
    release: number,
    today: string,
    regionCode: string,
    level: Level,
    references: readonly string[],
  ) => sql<PeerRow[]>`
    select m.right_id as "referenceId", m.left_region_code as "regionCode",
      (array_agg(coalesce(d.elements -> 'promisedLimit', g.elements -> 'promisedLimit') order by d.item_id))[1] as promised
    from matching.match m
    join matching.item i on i.item_id = m.left_id and i.from_release <= ${release} and i.to_release > ${release}
      and ${stateAt(sql, today)} <> 'CANCELLED'
    join (${sql.unsafe(DOORS.join(' union all '))}) d on d.item_id = m.left_id
      and d.from_release <= ${release} and d.to_release > ${release}
    left join lateral (
      select elements from guide.published g where g.item_id = m.left_id
        and g.from_release <= ${release} and g.to_release > ${release}
      order by g.precedence, g.guide_id limit 1) g on true
    where m.kind = 'REFERENCE' and m.relation = 'EQUIVALENT' and m.status = any(${[...SETTLED_STATUSES]})
      and m.from_release <= ${release} and m.to_release > ${release} and m.right_id = any(${references})
      and m.left_level = ${level} and left(m.left_region_code, 4) = left(${regionCode}, 4)
      and m.left_region_code <> ${regionCode}
      and (d.elements ? 'promisedLimit' or g.elements ? 'promisedLimit')
    group by m.right_id, m.left_region_code order by m.right_id, m.left_region_code`,
  /**
   * Items of lists that no matching run ended by the release has held against reference catalogs as both now stand:
   * published since, or without a run. A run that changed no link made no release: what it read tells where it belongs.
   */
  unheld: (release: number, lists: readonly string[], references: readonly string[]) => sql<UnheldRow[]>`
    with held as (
      select b.catalog_id, b.right_catalog_id, max(r.base_release) as until
      from matching.block b join matching.run r using (run_id)
      where b.kind = 'REFERENCE' and b.catalog_id = any(${lists}) and b.right_catalog_id = any(${references})
        and r.status = 'DONE' and coalesce(r.release, r.base_release) <= ${release}
      group by b.catalog_id, b.right_catalog_id
    ), changed as (
      select catalog_id, max(from_release) as at from matching.item
      where catalog_id = any(${references}) and from_release <= ${release} and to_release > ${release}
      group by catalog_id)
    select i.item_id as "itemId", c.catalog_id as "catalogId"
    from matching.item i cross join changed c
    left join held h on h.catalog_id = i.catalog_id and h.right_catalog_id = c.catalog_id
    where i.catalog_id = any(${lists}) and i.from_release <= ${release} and i.to_release > ${release}
      and coalesce(h.until < greatest(i.from_release, c.at), true)`,
  /**
   * Levels at which reference items are offered, wholly or in part, above and below a region, itself included: what is
   * cancelled, suspended or yet to come is offered by nobody.
   */
  levels: (release: number, today: string, regionCode: string, references: readonly string[]) => sql<
    LevelRow[]
  >`
    select distinct m.right_id as "referenceId", m.left_level as level from matching.match m
    join matching.item i on i.item_id = m.left_id and i.from_release <= ${release} and i.to_release > ${release}
      and ${stateAt(sql, today)} = 'IN_FORCE'
    where m.kind = 'REFERENCE' and m.relation <> 'RELATED' and m.status = any(${[...SETTLED_STATUSES]})
      and m.from_release <= ${release} and m.to_release > ${release} and m.right_id = any(${references})
      and (left(m.left_region_code, 6) = left(${regionCode}, 6)
        or (m.left_level in ('PROVINCE', 'CITY') and left(m.left_region_code, 4) in (left(${regionCode}, 4), left(${regionCode}, 2) || '00')))
    order by m.right_id, m.left_level`,
});

export type AuthorityQueries = ReturnType<typeof createAuthorityQueries>;
