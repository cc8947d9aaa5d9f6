import type { Sql } from '../../db/client.ts';
import { SETTLED_STATUSES } from '../../db/matching.ts';
import type { Page } from '../connection.ts';
import type { RegionRange } from '../region-range.ts';
import { INDEX_COLUMNS } from './columns.ts';
import { type EdgeKind, type ExplanationRow, MATCH_COLUMNS, type MatchRow } from './match-row.ts';
import type { OwnedItem } from './queries.ts';

/** Which version of which reference item a local item is based on. */
export interface AdoptedVersionRow {
  readonly itemId: string;
  readonly referenceId: string;
  readonly version: number;
}

/** A link of the item `owner`. */
export type OwnedMatch = MatchRow & { readonly owner: string };

/** Which link that leads up from an item is wanted. */
export type Up = Pick<LinkedFilter, 'kind' | 'review'>;

/** Which of the items linked to an item are wanted. */
export interface LinkedFilter {
  readonly kind: EdgeKind;
  readonly level: string | undefined;
  readonly region: RegionRange | undefined;
  /** Whether links count that wait for a person. */
  readonly review: boolean;
  /** All relations where missing. */
  readonly relations?: readonly string[] | undefined;
}

/** A link up to the item `owner`, and where the item it comes from lies. */
export type LocalMatch = OwnedMatch & { readonly leftRegionCode: string };

/** Counterparts of one item at most: more are not a counterpart but a failed matching. */
export const MOST_COUNTERPARTS = 100;
/** More than any name lists. */
const MOST_PARTS = 100;

/** What a person confirmed goes before what the machine accepted, and that before what waits for a person. */
export const bestFirst = (link: string): string =>
  `array_position(array['CONFIRMED', 'STALE_EVIDENCE', 'ACCEPTED', 'REVIEW', 'CONFLICT', 'DEFERRED'], ${link}.status),
  ${link}.relation = 'RELATED', ${link}.confidence desc, ${link}.match_id`;

/** The statements that read links; none but `byIds` shows a link that a person rejected. */
export const createMatchQueries = (sql: Sql) => {
  const columns = sql.unsafe(MATCH_COLUMNS);
  const inOrder = sql.unsafe(bestFirst('m'));
  const valid = (release: number) => sql`m.from_release <= ${release} and m.to_release > ${release}`;
  const shown = (release: number) => sql`${valid(release)} and m.status <> 'REJECTED'`;
  const counted = (release: number, review: boolean) =>
    review ? shown(release) : sql`${valid(release)} and m.status = any(${[...SETTLED_STATUSES]})`;
  const linked = (release: number, { kind, level, region, review, relations }: LinkedFilter) => sql`
    m.kind = ${kind} and ${counted(release, review)}
    ${level === undefined ? sql`` : sql`and m.left_level = ${level}`}
    ${relations === undefined ? sql`` : sql`and m.relation = any(${[...relations]})`}
    ${region === undefined ? sql`` : sql`and m.left_region_code between ${region.from} and ${region.to}`}`;
  return {
    byIds: (release: number, ids: readonly string[]) => sql<MatchRow[]>`
      select ${columns} from matching.match m where m.match_id = any(${ids}) and ${valid(release)}`,
    /** What the machine left beside each link; long, hence read only when it is asked for. */
    explanations: (release: number, ids: readonly string[]) => sql<ExplanationRow[]>`
      select m.match_id as id, m.evidence from matching.match m where m.match_id = any(${ids}) and ${valid(release)}`,
    /** The same of every link of a kind that leads up from each item, rejected ones too. */
    explanationsUp: (release: number, kind: EdgeKind, items: readonly string[]) => sql<ExplanationRow[]>`
      select m.left_id as id, m.evidence from matching.match m
      where m.left_id = any(${items}) and m.kind = ${kind} and ${valid(release)} and m.evidence is not null
      order by m.match_id`,
    /** The best link of a kind that leads up from each item. */
    bestUp: (release: number, { kind, review }: Up, items: readonly string[]) => sql<MatchRow[]>`
      select distinct on (m.left_id) ${columns} from matching.match m
      where m.left_id = any(${items}) and m.kind = ${kind} and ${counted(release, review)}
      order by m.left_id, ${inOrder}`,
    /** What each item's version of the release is based on; a reference item that is gone by then is left out. */
    adoptedVersions: (release: number, items: readonly string[]) => sql<AdoptedVersionRow[]>`
      select v.item_id as "itemId", v.reference_id as "referenceId", v.reference_version as version
      from matching.item l
      join matching.adopted_version v on v.item_id = l.item_id and v.from_release = l.from_release
      join matching.item r on r.item_id = v.reference_id and r.from_release <= ${release} and r.to_release > ${release}
      where l.item_id = any(${items}) and l.from_release <= ${release} and l.to_release > ${release}
        and v.since_release <= ${release}`,
    /** The links of each item with items of the same region's other lists, whichever side it stands on. */
    counterparts: (release: number, review: boolean, items: readonly string[]) => sql<OwnedMatch[]>`
      select asked.owner, found.* from unnest(${items}::text[]) as asked(owner)
      cross join lateral (
        select ${columns} from matching.match m
        where (m.left_id = asked.owner or m.right_id = asked.owner) and m.kind = 'COUNTERPART'
          and ${counted(release, review)}
        order by ${inOrder} limit ${sql.unsafe(String(MOST_COUNTERPARTS))}
      ) found`,
    /** The items linked up to each item, by region, at most one page each. */
    linkedItems: (
      release: number,
      filter: LinkedFilter,
      owners: readonly string[],
      { first, after }: Page,
    ) => sql<OwnedItem[]>`
      select asked.owner, found.* from unnest(${owners}::text[]) as asked(owner)
      cross join lateral (
        select ${sql.unsafe(INDEX_COLUMNS)} from matching.match m
        join matching.item i on i.item_id = m.left_id and i.from_release <= ${release} and i.to_release > ${release}
        where m.right_id = asked.owner and ${linked(release, filter)}
          ${after === undefined ? sql`` : sql`and (m.left_region_code, m.left_id) > (${String(after[0])}, ${String(after[1])})`}
        order by m.left_region_code, m.left_id limit ${first + 1}
      ) found`,
    /** The links up to each item, in the order of `linkedItems`. */
    localMatches: (
      release: number,
      filter: LinkedFilter,
      owners: readonly string[],
      { first, after }: Page,
    ) => sql<LocalMatch[]>`
      select asked.owner, found.* from unnest(${owners}::text[]) as asked(owner)
      cross join lateral (
        select ${columns}, m.left_region_code as "leftRegionCode" from matching.match m
        where m.right_id = asked.owner and ${linked(release, filter)}
          ${after === undefined ? sql`` : sql`and (m.left_region_code, m.left_id) > (${String(after[0])}, ${String(after[1])})`}
        order by m.left_region_code, m.left_id limit ${first + 1}
      ) found`,
    /** The links to all that the left item of each link is made of, by their place in its name. */
    parts: (release: number, ids: readonly string[]) => sql<OwnedMatch[]>`
      select o.match_id as owner, found.* from matching.match o
      join matching.item p on p.item_id = o.right_id and p.from_release <= ${release} and p.to_release > ${release}
      cross join lateral (
        select ${columns} from matching.match m
        join matching.item r on r.item_id = m.right_id and r.from_release <= ${release} and r.to_release > ${release}
        where m.left_id = o.left_id and m.kind = o.kind and m.relation = 'BROADER' and ${shown(release)}
          and (m.kind = 'SOURCE' or r.catalog_id = p.catalog_id)
        order by (m.evidence #>> '{part,place}')::int nulls last, m.match_id limit ${sql.unsafe(String(MOST_PARTS))}
      ) found
      where o.match_id = any(${ids}) and o.relation = 'BROADER' and o.from_release <= ${release} and o.to_release > ${release}`,
    countLinked: (release: number, filter: LinkedFilter, owners: readonly string[]) => sql<
      { key: string; count: number }[]
    >`
      select m.right_id as key, count(*)::int as count from matching.match m
      where m.right_id = any(${owners}) and ${linked(release, filter)} group by m.right_id`,
  };
};

export type MatchQueries = ReturnType<typeof createMatchQueries>;
