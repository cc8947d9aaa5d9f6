import type { Writer } from '../../catalog/authority/writer.ts';
import type { Level } from '../../catalog/levels.ts';
import type { Elements } from '../../comparison/drift.ts';
import type { Sql, TransactionSql } from '../../db/client.ts';
import { readAs } from './as-writer.ts';
import type { Claims } from './claims.ts';

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

/** A draft with its items. */
export interface Draft {
  readonly draft: DraftRow;
  readonly rows: readonly DraftItemRow[];
}

const draftOf = async (
  sql: TransactionSql,
  release: number,
  catalog: string,
): Promise<DraftRow | undefined> => {
  const [row] = await sql<DraftRow[]>`
    select catalog_id as "catalogId", catalog_key as key, catalog_name as name, d.level, d.region_code as "regionCode",
      coalesce(r.full_name, d.region_code) as "regionName",
      to_char(imported_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "importedAt"
    from intake.draft_catalog d
    left join reference.published_region r on r.region_code = d.region_code
      and r.from_release <= ${release} and r.to_release > ${release}
    where catalog_id = ${catalog} and kind = 'REFERENCE'`;
  return row;
};

/** The items of a draft, each with its guide: the draft's own, or one of a list of guides that stays. */
const itemsOf = (sql: TransactionSql, release: number, catalog: string) => sql<DraftItemRow[]>`
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
    order by d.item_id`;

/**
 * Drafts as a writer may see them. One that is not theirs to see is as one that is not there: `undefined`. Refuses with
 * UNAUTHENTICATED where the token is revoked.
 */
export const createDraftQueries = (sql: Sql, claims: Claims) => ({
  read: (writer: Writer | undefined, release: number, catalog: string): Promise<Draft | undefined> =>
    readAs(sql, { writer, isTrusted: !claims.areChecked }, async (transaction) => {
      const draft = await draftOf(transaction, release, catalog);
      if (draft === undefined) return undefined;
      const { regionCode: region, level } = draft;
      if (!claims.may(writer, 'Query.impact', { region, level })) return undefined;
      return { draft, rows: await itemsOf(transaction, release, catalog) };
    }),
});

export type DraftQueries = ReturnType<typeof createDraftQueries>;
