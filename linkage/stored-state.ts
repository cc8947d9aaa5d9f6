import { hash } from 'node:crypto';
import type { Sql, TransactionSql } from '../db/client.ts';
import type { BlockState } from '../matching/block/block-state.ts';
import { decodeState, encodeState } from '../matching/block/state-codec.ts';
import type { Block } from './blocks.ts';

/** The state the last run left of a block; undefined where there is none or another program wrote it. */
export const readState = async (sql: Sql | TransactionSql, block: Block): Promise<BlockState | undefined> => {
  const [row] = await sql<{ own: Uint8Array; shared: Uint8Array }[]>`
    select s.state as own, r.state as shared
    from matching.block_state s join matching.block_references r on r.hash = s.references_hash
    where s.kind = ${block.kind} and s.catalog_id = ${block.catalogId}
      and s.right_catalog_id = ${block.rightCatalogId} and s.region_code = ${block.regionCode}`;
  if (row === undefined) return undefined;
  const own = decodeState(row.own);
  const shared = decodeState(row.shared);
  return own === undefined || shared === undefined ? undefined : { ...own, references: shared.references };
};

/** The state without what it knows of the references, but for their ids: candidates are stored as places among them. */
const withoutReferences = (state: BlockState): BlockState => {
  const used = new Set(state.items.flatMap(({ found }) => found.candidates));
  const references = state.references.filter(({ id }) => used.has(id));
  return { ...state, references: references.map(({ id }) => ({ id, fingerprint: '', keys: [] })) };
};

/**
 * Keeps a block's state; the finish of the run says which release it belongs to. What it knows of its references is
 * kept once for all blocks: three hundred lists that look for partners in one catalog would each repeat it.
 */
export const writeState = async (
  sql: TransactionSql,
  block: Block,
  modelVersion: string,
  state: BlockState,
): Promise<void> => {
  const shared = encodeState({ ...state, items: [] });
  const referencesHash = hash('sha256', shared, 'hex');
  await sql`
    insert into matching.block_references (hash, state) values (${referencesHash}, ${Buffer.from(shared)})
    on conflict (hash) do nothing`;
  await sql`
    insert into matching.block_state
      (kind, catalog_id, right_catalog_id, region_code, model_version, state, references_hash)
    values (${block.kind}, ${block.catalogId}, ${block.rightCatalogId}, ${block.regionCode}, ${modelVersion},
      ${Buffer.from(encodeState(withoutReferences(state)))}, ${referencesHash})
    on conflict (kind, catalog_id, right_catalog_id, region_code)
    do update set model_version = excluded.model_version, release = null, state = excluded.state,
      references_hash = excluded.references_hash`;
};

/** Forgets what no block refers to any more. */
export const dropUnusedReferences = async (sql: TransactionSql): Promise<void> => {
  await sql`
    delete from matching.block_references r
    where not exists (select 1 from matching.block_state s where s.references_hash = r.hash)`;
};
