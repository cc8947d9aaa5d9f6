import type { Sql } from '../../db/client.ts';
import type { Page } from '../connection.ts';
import type { ItemCore } from '../item-row.ts';
import { INDEX_COLUMNS } from './columns.ts';
import { itemConditions } from './condition-queries.ts';
import type { ItemConditions } from './item-filter.ts';

/** An item of a list that belongs to `owner`. */
export type OwnedItem = ItemCore & { readonly owner: string };

interface Count {
  readonly key: string;
  readonly count: number;
}

/** Where an object that is no item is to be found. */
const DOORS = {
  Guide: ['guide.published', 'guide_id'],
  Catalog: ['reference.published_catalog', 'catalog_id'],
  Region: ['reference.published_region', 'region_code'],
  Organisation: ['reference.published_organisation', 'organisation_id'],
} as const;

export type DoorName = keyof typeof DOORS;

/** The statements that read the index of items. */
export const createIndexQueries = (sql: Sql) => {
  const columns = sql.unsafe(INDEX_COLUMNS);
  const valid = (release: number) => sql`i.from_release <= ${release} and i.to_release > ${release}`;
  return {
    byIds: (release: number, ids: readonly string[]) => sql<ItemCore[]>`
      select ${columns} from matching.item i where i.item_id = any(${ids}) and ${valid(release)}`,
    list: (release: number, today: string, conditions: ItemConditions, { first, after }: Page) => sql<
      ItemCore[]
    >`
      select ${columns} from matching.item i
      where ${itemConditions(sql, release, today, conditions)}
        ${after === undefined ? sql`` : sql`and (i.region_code, i.ordinal, i.item_id) > (${String(after[0])}, ${Number(after[1])}, ${String(after[2])})`}
      order by i.region_code, i.ordinal, i.item_id limit ${first + 1}`,
    count: async (release: number, today: string, conditions: ItemConditions): Promise<number> => {
      const [row] = await sql<{ count: number }[]>`
        select count(*)::int as count from matching.item i where ${itemConditions(sql, release, today, conditions)}`;
      return row?.count ?? 0;
    },
    /** The items of several catalogs in their order, at most one page each. */
    ofCatalogs: (release: number, catalogs: readonly string[], { first, after }: Page) => sql<OwnedItem[]>`
      select asked.owner, found.* from unnest(${catalogs}::text[]) as asked(owner)
      cross join lateral (
        select ${columns} from matching.item i
        where i.catalog_id = asked.owner and ${valid(release)}
          ${after === undefined ? sql`` : sql`and (i.ordinal, i.item_id) > (${Number(after[0])}, ${String(after[1])})`}
        order by i.ordinal, i.item_id limit ${first + 1}
      ) found`,
    countOfCatalogs: (release: number, catalogs: readonly string[]) => sql<Count[]>`
      select i.catalog_id as key, count(*)::int as count from matching.item i
      where i.catalog_id = any(${catalogs}) and ${valid(release)} group by i.catalog_id`,
    /** The ids of the organisations whose name contains a text. */
    organisationsNamed: async (release: number, text: string): Promise<readonly string[]> => {
      const rows = await sql<{ id: string }[]>`
        select organisation_id as id from reference.published_organisation
        where position(${text} in organisation_name) > 0
          and from_release <= ${release} and to_release > ${release}`;
      return rows.map((row) => row.id);
    },
    /** Which of these ids exist behind another subgraph's door. */
    existing: (
      release: number,
      door: DoorName,
      ids: readonly string[],
    ): Promise<readonly { id: string }[]> => {
      const [view, column] = DOORS[door];
      return sql<{ id: string }[]>`
        select ${sql(column)} as id from ${sql(view)}
        where ${sql(column)} = any(${ids}) and from_release <= ${release} and to_release > ${release}`;
    },
  };
};

export type IndexQueries = ReturnType<typeof createIndexQueries>;
