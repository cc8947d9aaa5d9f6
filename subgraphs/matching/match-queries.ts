import type { Sql } from '../../db/client.ts';
import { match } from '../../db/matching.ts';
import { columnList } from '../column-list.ts';
import type { Page } from '../connection.ts';
import type { RegionRange } from '../region-range.ts';
import { INDEX_COLUMNS } from './columns.ts';
import type { OwnedItem } from './queries.ts';

export type EdgeKind = 'REFERENCE' | 'SOURCE' | 'COUNTERPART';

export interface MatchRow {
  readonly id: string;
  readonly kind: EdgeKind;
  readonly relation: string;
  readonly status: string;
  readonly method: string;
  readonly confidence: number;
  readonly leftId: string;
  readonly rightId: string;
}

/** Which version of which reference item a local item is based on. */
export interface AdoptedVersionRow {
  readonly itemId: string;
  readonly referenceId: string;
  readonly version: number;
}

/** A link of the item `owner`. */
export type OwnedMatch = MatchRow & { readonly owner: string };

/** Which of the items linked to an item are wanted. */
export interface LinkedFilter {
  readonly kind: EdgeKind;
  readonly level: string | undefined;
  readonly region: RegionRange | undefined;
}

const COLUMNS = columnList(
  {
    id: match.matchId,
    kind: match.kind,
    relation: match.relation,
    status: match.status,
    method: match.method,
    confidence: match.confidence,
    leftId: match.leftId,
    rightId: match.rightId,
  },
  'm',
);

/** Counterparts of one item at most: more are not a counterpart but a failed matching. */
const MOST_COUNTERPARTS = 100;

/** The statements that read links; none shows a link that a person rejected. */
export const createMatchQueries = (sql: Sql) => {
  const columns = sql.unsafe(COLUMNS);
  const shown = (release: number) =>
    sql`m.from_release <= ${release} and m.to_release > ${release} and m.status <> 'REJECTED'`;
  // What a person confirmed goes before what the machine accepted, and that before what waits for a person.
  const bestFirst = sql`array_position(array['CONFIRMED', 'ACCEPTED'], m.status), m.confidence desc, m.match_id`;
  const linked = (release: number, { kind, level, region }: LinkedFilter) => sql`
    m.kind = ${kind} and ${shown(release)}
    ${level === undefined ? sql`` : sql`and m.left_level = ${level}`}
    ${region === undefined ? sql`` : sql`and m.left_region_code between ${region.from} and ${region.to}`}`;
  return {
    byIds: (release: number, ids: readonly string[]) => sql<MatchRow[]>`
      select ${columns} from matching.match m where m.match_id = any(${ids}) and ${shown(release)}`,
    /** The best link of a kind that leads up from each item. */
    bestUp: (release: number, kind: EdgeKind, items: readonly string[]) => sql<MatchRow[]>`
      select distinct on (m.left_id) ${columns} from matching.match m
      where m.left_id = any(${items}) and m.kind = ${kind} and ${shown(release)}
      order by m.left_id, ${bestFirst}`,
    /** What each item's version of the release is based on; a reference item that is gone by then is left out. */
    adoptedVersions: (release: number, items: readonly string[]) => sql<AdoptedVersionRow[]>`
      select v.item_id as "itemId", v.reference_id as "referenceId", v.reference_version as version
      from matching.item l
      join matching.adopted_version v on v.item_id = l.item_id and v.from_release = l.from_release
      join matching.item r on r.item_id = v.reference_id and r.from_release <= ${release} and r.to_release > ${release}
      where l.item_id = any(${items}) and l.from_release <= ${release} and l.to_release > ${release}
        and v.since_release <= ${release}`,
    /** The links of each item with items of the same region's other lists, whichever side it stands on. */
    counterparts: (release: number, items: readonly string[]) => sql<OwnedMatch[]>`
      select asked.owner, found.* from unnest(${items}::text[]) as asked(owner)
      cross join lateral (
        select ${columns} from matching.match m
        where (m.left_id = asked.owner or m.right_id = asked.owner) and m.kind = 'COUNTERPART' and ${shown(release)}
        order by ${bestFirst} limit ${sql.unsafe(String(MOST_COUNTERPARTS))}
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
    countLinked: (release: number, filter: LinkedFilter, owners: readonly string[]) => sql<
      { key: string; count: number }[]
    >`
      select m.right_id as key, count(*)::int as count from matching.match m
      where m.right_id = any(${owners}) and ${linked(release, filter)} group by m.right_id`,
  };
};

export type MatchQueries = ReturnType<typeof createMatchQueries>;
