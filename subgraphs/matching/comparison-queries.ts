import type { Level } from '../../catalog/levels.ts';
import { COMPARABLE_ELEMENTS } from '../../comparison/compared-elements.ts';
import type { ComparedLink } from '../../comparison/compared-item.ts';
import type { Elements } from '../../comparison/drift.ts';
import { formsOf } from '../../comparison/element-value.ts';
import type { Sql } from '../../db/client.ts';
import { SETTLED_STATUSES } from '../../db/matching.ts';
import type { RegionRange } from '../region-range.ts';
import type { CatalogRow } from './authority-queries.ts';

/** A catalog, and the newest release that touched it, links of its items or guides of its place. */
export interface DatedCatalog extends CatalogRow {
  readonly changed: number;
  readonly itemCount: number;
}

/** An item in the order of its catalog, with the codes that tell main items. */
export interface PlacedItem {
  readonly id: string;
  readonly ordinal: number;
  readonly elements: Elements;
}

/** How many items of a list say something in each element. */
export interface StatedCounts {
  readonly items: number;
  readonly counts: ReadonlyMap<string, number>;
}

/** The doors to what local lists say of their items. */
const LOCAL_DOORS = ['county', 'township']
  .map((door) => `select item_id, catalog_id, from_release, to_release, elements from ${door}.published`)
  .join(' union all ');

/** An element in two forms counts once an item: its block only where the text is not there. */
const BLOCKS = COMPARABLE_ELEMENTS.flatMap((element) => {
  const [block = element] = formsOf(element);
  return block === element ? [] : [{ block, element }];
});

/** Told by columns of their own. */
const COLUMNS = ['name', 'itemType', 'basicCode', 'implementationCode'];

/** Which lists are compared with a reference catalog: those of a level, in a region and all below it. */
export interface ListsAsked {
  readonly level: Level;
  readonly regions: readonly RegionRange[];
}

/** The statements that read what is compared, in parts: which catalogs there are, and the links between two of them. */
export const createComparisonQueries = (sql: Sql) => {
  const valid = (release: number) => sql`c.from_release <= ${release} and c.to_release > ${release}`;
  // Every release names the lists it touched, those whose links it changed included. Guides stand in lists of their
  // own, of the same place or of one above it.
  const columns = (release: number) => sql`
    c.catalog_id as "catalogId", c.catalog_key as key, c.catalog_name as name, c.level, c.kind,
    c.region_code as "regionCode", coalesce(r.full_name, c.region_code) as "regionName", c.nil_returns as "nilReturns",
    c.item_count as "itemCount", (select coalesce(max(p.number), 0)::int from release.published p
      where p.number <= ${release} and p.catalog_keys && (array[c.catalog_key] || array(
        select g.catalog_key from reference.published_catalog g where g.kind = 'GUIDE' and g.region_code in (
          c.region_code, left(c.region_code, 6) || '000000', left(c.region_code, 4) || '00000000',
          left(c.region_code, 2) || '0000000000')))) as changed`;
  const catalogs = (release: number) => sql`
    reference.published_catalog c
    left join reference.published_region r on r.region_code = c.region_code
      and r.from_release <= ${release} and r.to_release > ${release}`;
  return {
    catalogs: (release: number, ids: readonly string[]) => sql<DatedCatalog[]>`
      select ${columns(release)} from ${catalogs(release)}
      where ${valid(release)} and c.catalog_id = any(${ids}) and c.kind <> 'GUIDE' order by c.catalog_id`,
    /** The lists to be held against a reference catalog, by region, each once; `most` of them and one more. */
    lists: (release: number, { level, regions }: ListsAsked, most: number) => sql<DatedCatalog[]>`
      select ${columns(release)} from ${catalogs(release)}
      where exists (
          select from unnest(${regions.map(({ from }) => from)}::text[], ${regions.map(({ to }) => to)}::text[])
            as asked (first, last) where c.region_code between asked.first and asked.last)
        and ${valid(release)} and c.level = ${level} and c.kind not in ('GUIDE', 'REFERENCE')
      order by c.region_code, c.catalog_id limit ${most + 1}`,
    /** Settled and waiting links from the items of lists to items of reference catalogs, both given by their ids. */
    linksBetween: (release: number, lists: readonly string[], references: readonly string[]) => sql<
      ComparedLink[]
    >`
      select m.match_id as id, m.kind, m.left_id as "leftId", m.right_id as "rightId", m.relation, m.confidence,
        m.status = any(${[...SETTLED_STATUSES]}) as "isSettled"
      from matching.item l
      join matching.match m on m.left_id = l.item_id and m.kind = 'REFERENCE'
        and m.from_release <= ${release} and m.to_release > ${release} and m.status <> 'REJECTED'
      join matching.item r on r.item_id = m.right_id and r.from_release <= ${release} and r.to_release > ${release}
        and r.catalog_id = any(${references})
      where l.catalog_id = any(${lists}) and l.from_release <= ${release} and l.to_release > ${release}
      order by m.match_id`,
    /** The levels that items of a list are of: a county may file its townships' in its own. */
    levelsOf: async (release: number, list: string): Promise<readonly Level[]> => {
      const rows = await sql<{ level: Level }[]>`
        select distinct i.level from matching.item i
        where i.catalog_id = ${list} and i.from_release <= ${release} and i.to_release > ${release}`;
      return rows.map(({ level }) => level);
    },
    /** The links of lists, whose items are of some levels, to some reference items. */
    linksTo: (
      release: number,
      lists: readonly DatedCatalog[],
      levels: readonly Level[],
      references: readonly string[],
    ) => sql<ComparedLink[]>`
      select m.match_id as id, m.kind, m.left_id as "leftId", m.right_id as "rightId", m.relation, m.confidence,
        m.status = any(${[...SETTLED_STATUSES]}) as "isSettled"
      from matching.match m
      join matching.item l on l.item_id = m.left_id and l.catalog_id = any(${lists.map(({ catalogId }) => catalogId)})
        and l.from_release <= ${release} and l.to_release > ${release}
      where m.right_id = any(${references}) and m.kind = 'REFERENCE'
        and m.left_level = any(${[...levels]})
        and m.from_release <= ${release} and m.to_release > ${release} and m.status <> 'REJECTED'
      order by m.match_id`,
    /** The items of a reference catalog in its order: a page of 20 need not read all that the 5,000 say. */
    order: async (release: number, catalog: string): Promise<readonly PlacedItem[]> => {
      const rows = await sql<(Omit<PlacedItem, 'elements'> & Elements)[]>`
        select i.item_id as id, i.ordinal, i.task_name as name, i.basic_code as "basicCode",
          coalesce(d.elements -> 'mainItemName', g.elements -> 'mainItemName') as "mainItemName",
          coalesce(d.elements -> 'mainItemCode', g.elements -> 'mainItemCode') as "mainItemCode",
          coalesce(d.elements -> 'localBasicCode', g.elements -> 'localBasicCode') as "localBasicCode",
          coalesce(d.elements -> 'hasSubItems', g.elements -> 'hasSubItems') as "hasSubItems"
        from matching.item i
        join reference.published d on d.item_id = i.item_id and d.catalog_id = ${catalog}
          and d.from_release <= ${release} and d.to_release > ${release}
        left join lateral (
          select elements from guide.published g where g.item_id = i.item_id
            and g.from_release <= ${release} and g.to_release > ${release}
          order by g.precedence, g.guide_id limit 1) g on true
        where i.catalog_id = ${catalog} and i.from_release <= ${release} and i.to_release > ${release}
        order by i.ordinal, i.item_id`;
      return rows.map(({ id, ordinal, name, basicCode, ...said }) => ({
        id,
        ordinal,
        // What is not there is undefined, as it is where an item is read whole.
        elements: {
          name,
          basicCode,
          mainItemName: said['mainItemName'] ?? undefined,
          mainItemCode: said['mainItemCode'] ?? undefined,
          localBasicCode: said['localBasicCode'] ?? undefined,
          hasSubItems: said['hasSubItems'] ?? undefined,
        },
      }));
    },
    /** Those of some reference items that a list has settled links to. */
    adoptedOf: async (
      release: number,
      list: string,
      references: readonly string[],
    ): Promise<readonly string[]> => {
      const rows = await sql<{ id: string }[]>`
        select distinct m.right_id as id from matching.match m
        join matching.item l on l.item_id = m.left_id and l.catalog_id = ${list}
          and l.from_release <= ${release} and l.to_release > ${release}
        where m.right_id = any(${references}) and m.kind = 'REFERENCE' and m.relation <> 'RELATED'
          and m.status = any(${[...SETTLED_STATUSES]})
          and m.from_release <= ${release} and m.to_release > ${release}`;
      return rows.map(({ id }) => id);
    },
    /** Runs that have come to their end, of all releases. */
    runsEnded: async (): Promise<number> => {
      const [row] = await sql<{ count: number }[]>`
        select count(*)::int as count from matching.run where status = 'DONE'`;
      return row?.count ?? 0;
    },
    /** How many items a list has, and how many of them, or else their guides, have something in each element. */
    statedCounts: async (release: number, list: string): Promise<StatedCounts> => {
      const rows = await sql<{ element: string; count: number }[]>`
        with item as materialized (
          select i.item_id, i.basic_code, i.implementation_code from matching.item i
          where i.catalog_id = ${list} and i.from_release <= ${release} and i.to_release > ${release}
        ), said as (
          select coalesce(g.elements, '{}') || own.elements as elements
          from item
          join (${sql.unsafe(LOCAL_DOORS)}) own on own.item_id = item.item_id and own.catalog_id = ${list}
            and own.from_release <= ${release} and own.to_release > ${release}
          left join lateral (
            select elements from guide.published g where g.item_id = item.item_id
              and g.from_release <= ${release} and g.to_release > ${release}
            order by g.precedence, g.guide_id limit 1) g on true
        )
        select e.key as element, count(*)::int as count from said cross join lateral jsonb_each(said.elements) e
        where e.key <> all(${COLUMNS}) and e.value not in ('null', '""', '[]') group by e.key
        union all select f.element, count(*)::int from said
          join unnest(${BLOCKS.map(({ block }) => block)}::text[], ${BLOCKS.map(({ element }) => element)}::text[])
            as f (block, element) on said.elements ? f.block
          where said.elements -> f.block not in ('null', '""', '[]')
            and coalesce(said.elements -> f.element, 'null') in ('null', '""', '[]') group by f.element
        union all select unnest(array['', 'name', 'itemType']), count(*)::int from item
        union all select 'basicCode', count(nullif(basic_code, ''))::int from item
        union all select 'implementationCode', count(nullif(implementation_code, ''))::int from item`;
      const counts = new Map<string, number>();
      for (const { element, count } of rows) counts.set(element, count + (counts.get(element) ?? 0));
      return { items: counts.get('') ?? 0, counts };
    },
  };
};

export type ComparisonQueries = ReturnType<typeof createComparisonQueries>;
