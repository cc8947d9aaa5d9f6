import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Sql, TransactionSql } from '../db/client.ts';
import { CURRENT } from '../db/version.ts';
import { contentDigest } from './identity.ts';
import type { ItemTarget } from './targets.ts';

/** What a list is: its key, name, level, kind and region. */
export interface ListIdentity {
  readonly catalogId: string;
  readonly key: string;
  readonly name: string;
  readonly level: string;
  readonly kind: string;
  readonly regionCode: string;
}

export type DraftTarget =
  | ItemTarget
  | 'guide.guide'
  | 'matching.name'
  | 'reference.region'
  | 'reference.organisation'
  | 'intake.quarantine_row';

/** One row of a draft, ready for its table. */
export interface DraftRow {
  readonly target: DraftTarget;
  readonly id: string;
  readonly digest: string;
  /** The table's record as JSON. */
  readonly record: string;
}

/**
 * A row whose digest covers `content`; what stands in `beside` may change without the row counting as changed. So
 * `ordinal`, `source` and `problems` tell of the file a version came from: a row that merely moved keeps its place.
 */
export const draftRow = (
  target: DraftTarget,
  id: string,
  content: Readonly<Record<string, unknown>>,
  beside: Readonly<Record<string, unknown>> = {},
): DraftRow => {
  const json = JSON.stringify(content);
  const digest = contentDigest(json);
  const rest = JSON.stringify(beside);
  return { target, id, digest, record: rest === '{}' ? json : `${json.slice(0, -1)},${rest.slice(1)}` };
};

/** How a draft differs from what is published, in rows of items and guides. */
export interface DraftDifference {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly removed: number;
}

/** COPY's text format wants a backslash before each backslash; JSON leaves no raw tabs or line breaks. */
const copyField = (text: string): string => (text.includes('\\') ? text.replaceAll('\\', '\\\\') : text);

const copyLine = (catalogId: string, row: DraftRow): string =>
  `${catalogId}\t${row.target}\t${copyField(row.id)}\t${row.digest}\t${copyField(row.record)}\n`;

async function* copyText(catalogId: string, batches: AsyncIterable<readonly DraftRow[]>) {
  for await (const batch of batches) {
    let text = '';
    for (const row of batch) text += copyLine(catalogId, row);
    if (text !== '') yield Buffer.from(text);
  }
}

/** Any number that no other program takes its advisory locks by; the list's hash is the second half of the lock. */
const LIST_LOCK = 4_720_333;

/**
 * Makes imports and publishes of one list wait for each other until the transaction ends: the draft of a list is
 * many rows, which a statement of another transaction would replace or publish by halves.
 */
export const lockList = async (sql: TransactionSql, catalogId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(${LIST_LOCK}, hashtext(${catalogId}))`;
};

/** Replaces the draft of a list by the rows given, within the caller's transaction. */
export const writeDraft = async (
  sql: TransactionSql,
  list: ListIdentity,
  batches: AsyncIterable<readonly DraftRow[]>,
  importedAt: string,
  /** What is known of the source once its rows are through. */
  totals: () => { readonly rows: number; readonly nilReturns: readonly string[] },
): Promise<void> => {
  await lockList(sql, list.catalogId);
  await sql`delete from intake.draft_row where catalog_id = ${list.catalogId}`;
  await sql`delete from intake.draft where catalog_id = ${list.catalogId}`;
  const sink =
    await sql`copy intake.draft_row (catalog_id, target, row_id, digest, record) from stdin`.writable();
  // Reading ahead keeps both sides at work: rows are made while the server stores the ones before.
  await pipeline(Readable.from(copyText(list.catalogId, batches), { highWaterMark: 16 }), sink);
  const { rows, nilReturns } = totals();
  await sql`
    insert into intake.draft (catalog_id, catalog_key, catalog_name, level, kind, region_code, imported_at, row_count,
      nil_returns)
    values (${list.catalogId}, ${list.key}, ${list.name}, ${list.level}, ${list.kind}, ${list.regionCode},
      ${importedAt}, ${rows}, ${[...nilReturns]})`;
};

/** Counts how the draft of a list differs from the newest release. */
export const compareDraft = async (
  sql: Sql | TransactionSql,
  catalogId: string,
): Promise<DraftDifference> => {
  const [row] = await sql<{ added: number; changed: number; unchanged: number; removed: number }[]>`
    with published as (
      select 'reference.item' as target, item_id as row_id, digest from reference.item
        where catalog_id = ${catalogId} and to_release = ${CURRENT}
      union all select 'county.item', item_id, digest from county.item
        where catalog_id = ${catalogId} and to_release = ${CURRENT}
      union all select 'township.item', item_id, digest from township.item
        where catalog_id = ${catalogId} and to_release = ${CURRENT}
      union all select 'guide.guide', guide_id, digest from guide.guide
        where catalog_id = ${catalogId} and to_release = ${CURRENT}
    ), drafted as (
      select target, row_id, digest from intake.draft_row
      where catalog_id = ${catalogId}
        and target in ('reference.item', 'county.item', 'township.item', 'guide.guide')
    )
    select
      count(*) filter (where p.row_id is null)::int as added,
      count(*) filter (where p.digest <> d.digest)::int as changed,
      count(*) filter (where p.digest = d.digest)::int as unchanged,
      count(*) filter (where d.row_id is null)::int as removed
    from drafted d full join published p using (target, row_id)`;
  return row ?? { added: 0, changed: 0, unchanged: 0, removed: 0 };
};
