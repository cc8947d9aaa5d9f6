import type { Sql, TransactionSql } from '../db/client.ts';
import { CURRENT } from '../db/version.ts';
import { type Block, blocksOf, type ListPart, listsOfBlock, readParts } from './blocks.ts';

export interface PlanWish {
  readonly mode: 'FULL' | 'INCREMENTAL';
  /** Keys of lists; without them all. A block is in when either of its sides is. */
  readonly lists: readonly string[] | undefined;
  readonly modelVersion: string;
  /** The release to read. */
  readonly release: number;
}

/** The lists of these keys, and the keys no list has. */
export const listsNamed = async (sql: Sql | TransactionSql, keys: readonly string[]) => {
  const rows = await sql<{ catalogId: string; key: string }[]>`
    select catalog_id as "catalogId", catalog_key as key from reference.catalog
    where catalog_key = any(${[...keys]}) and to_release = ${CURRENT}`;
  return {
    ids: new Set(rows.map((row) => row.catalogId)),
    missing: keys.filter((key) => !rows.some((row) => row.key === key)),
  };
};

const keyOf = (block: Omit<Block, 'weight'>): string =>
  [block.kind, block.catalogId, block.rightCatalogId, block.regionCode].join(' ');

/** The newest release in which a row began or ended. */
const lastRelease = (sql: Sql | TransactionSql) =>
  sql`greatest(max(from_release), max(to_release) filter (where to_release < ${CURRENT}))`;

/**
 * The release in which each list last changed: in its items, in what people decided of them, or in the names of their
 * regions and offices, which are asked about only as far as they changed after `since`.
 */
const lastChanges = async (
  sql: Sql | TransactionSql,
  since: number,
): Promise<ReadonlyMap<string, number>> => {
  const rows = await sql<{ catalogId: string; release: number }[]>`
    with renamed_organisation as (
      select organisation_id, ${lastRelease(sql)} as release from reference.organisation
      group by 1 having ${lastRelease(sql)} > ${since}
    ), renamed_region as (
      select region_code, ${lastRelease(sql)} as release from reference.region
      group by 1 having ${lastRelease(sql)} > ${since}
    )
    select catalog_id as "catalogId", max(release)::int as release from (
      select catalog_id, ${lastRelease(sql)} as release from matching.item group by 1
      union all
      select i.catalog_id, d.release from matching.decision d join matching.item i on i.item_id = d.left_id
      union all
      select i.catalog_id, o.release from renamed_organisation o join matching.item i using (organisation_id)
      where i.to_release = ${CURRENT}
      union all
      select i.catalog_id, r.release from renamed_region r join matching.item i using (region_code)
      where i.to_release = ${CURRENT}
    ) changes group by 1`;
  return new Map(rows.map((row) => [row.catalogId, row.release]));
};

/** The blocks whose links are those of this model and of the lists as they stand. */
const upToDate = async (
  sql: Sql | TransactionSql,
  blocks: readonly Block[],
  parts: readonly ListPart[],
  modelVersion: string,
): Promise<ReadonlySet<string>> => {
  const states = await sql<(Block & { release: number })[]>`
    select kind, catalog_id as "catalogId", right_catalog_id as "rightCatalogId", region_code as "regionCode", release
    from matching.block_state where model_version = ${modelVersion} and release is not null`;
  const known = new Map(states.map((state) => [keyOf(state), state.release]));
  if (known.size === 0) return new Set();
  const changes = await lastChanges(sql, Math.min(...known.values()));
  const current = blocks.filter((block) => {
    const release = known.get(keyOf(block));
    if (release === undefined) return false;
    return [...listsOfBlock(block, parts)].every((list) => (changes.get(list) ?? 0) <= release);
  });
  return new Set(current.map(keyOf));
};

/** The blocks a run has to do; an incremental one leaves out those in which nothing has changed since the last run. */
export const planBlocks = async (sql: Sql | TransactionSql, wish: PlanWish): Promise<readonly Block[]> => {
  const parts = await readParts(sql, wish.release);
  const named = wish.lists === undefined ? undefined : (await listsNamed(sql, wish.lists)).ids;
  const inScope = blocksOf(parts).filter(
    (block) => named === undefined || [...listsOfBlock(block, parts)].some((list) => named.has(list)),
  );
  if (wish.mode === 'FULL') return inScope;
  const done = await upToDate(sql, inScope, parts, wish.modelVersion);
  return inScope.filter((block) => !done.has(keyOf(block)));
};
