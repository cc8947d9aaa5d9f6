import type { Sql, TransactionSql } from '../db/client.ts';
import { CURRENT } from '../db/version.ts';
import { plainText } from './cells.ts';
import { type DraftRow, draftRow } from './draft.ts';
import { stableId } from './identity.ts';
import type { Table, TableRow } from './readers/table.ts';
import { type RecordResult, stored } from './record-maker.ts';
import { VERSIONED } from './targets.ts';

/**
 * A row that was set aside, as it travels with the draft rows: one stream to the database holds them all, and none of
 * them in memory.
 */
export const asideRow = (
  catalogId: string,
  { document, sheet, header }: Table,
  source: TableRow,
  ordinal: number,
  made: RecordResult,
): DraftRow => {
  const cells = header.flatMap((title, position) => {
    const text = plainText(source.cells[position]);
    return text === '' ? [] : [[title, text] as const];
  });
  return draftRow('intake.quarantine_row', String(ordinal), {
    catalog_id: catalogId,
    ordinal,
    document,
    sheet,
    row: source.row,
    task_name: cells.find(([title]) => /名称|name/iu.test(title))?.[1],
    cells: Object.fromEntries(cells),
    problems: stored(made.problems) ?? [],
    kept_id: made.itemId,
  });
};

/** What publishing gives a row anew. */
const VERSION_COLUMNS = "'{from_release,to_release,version,digest}'::text[]";

const KEPT_TABLES = ['reference.item', 'county.item', 'township.item', 'guide.guide'] as const;

type KeptTable = (typeof KEPT_TABLES)[number];

/** Published rows of a table that stand for rows set aside; a list's own guides are known by their item as well. */
const publishedOf = (sql: TransactionSql, table: KeptTable, catalogId: string) => {
  const by = (column: string) => sql`
    select t.* from ${sql(table)} t join intake.quarantine_row q on q.catalog_id = ${catalogId}
      and q.kept_id = t.${sql(column)}
    where t.catalog_id = ${catalogId} and t.to_release = ${CURRENT}`;
  return table === 'guide.guide' ? sql`${by('guide_id')} union all ${by('item_id')}` : by('item_id');
};

/** What is published of rows that are set aside goes into the draft as it is: the last good version stays. */
const keepPublished = async (sql: TransactionSql, catalogId: string): Promise<void> => {
  for (const table of KEPT_TABLES) {
    const id = sql(VERSIONED[table]);
    await sql`
      insert into intake.draft_row (catalog_id, target, row_id, digest, record)
      select distinct on (t.${id}) t.catalog_id, ${table}, t.${id}, t.digest, (to_jsonb(t) - ${sql.unsafe(VERSION_COLUMNS)})::text
      from (${publishedOf(sql, table, catalogId)}) t
      where not exists (
        select 1 from intake.draft_row d where d.catalog_id = t.catalog_id and d.target = ${table} and d.row_id = t.${id})
      order by t.${id}`;
  }
};

/** Moves the rows set aside out of the draft into the list's quarantine; returns for how many a published row stays. */
export const settleQuarantine = async (sql: TransactionSql, catalogId: string): Promise<number> => {
  const own = sql`catalog_id = ${catalogId} and target = 'intake.quarantine_row'`;
  await sql`delete from intake.quarantine_row where catalog_id = ${catalogId}`;
  await sql`
    insert into intake.quarantine_row
    select q.* from intake.draft_row d
    cross join lateral jsonb_populate_record(null::intake.quarantine_row, d.record::jsonb) q
    where d.catalog_id = ${catalogId} and d.target = 'intake.quarantine_row'`;
  const moved = await sql`delete from intake.draft_row where ${own}`;
  if (moved.count === 0) return 0;
  await keepPublished(sql, catalogId);
  await sql`
    update intake.quarantine_row q set kept_id = null
    where q.catalog_id = ${catalogId} and q.kept_id is not null and not exists (
      select 1 from intake.draft_row d where d.catalog_id = q.catalog_id and d.row_id = q.kept_id)`;
  const [row] = await sql<{ kept: number }[]>`
    select count(distinct kept_id)::int as kept from intake.quarantine_row where catalog_id = ${catalogId}`;
  return row?.kept ?? 0;
};

/** A row of the list's quarantine as it is listed. */
export interface QuarantinedRow {
  readonly document: string;
  readonly sheet: string | null;
  readonly row: number;
  readonly name: string | null;
  readonly kept: boolean;
  readonly problems: readonly { readonly code: string; readonly message: string }[];
  readonly cells: Readonly<Record<string, string>>;
}

/** The rows that the newest import of a list set aside, in the order of the source. */
export const quarantinedRows = async (sql: Sql, key: string): Promise<readonly QuarantinedRow[]> =>
  await sql<QuarantinedRow[]>`
    select document, sheet, row, task_name as name, kept_id is not null as kept, problems, cells
    from intake.quarantine_row
    where catalog_id = ${stableId('catalog', key)}
    order by ordinal`;
