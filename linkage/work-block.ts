import type { Sql, TransactionSql } from '../db/client.ts';
import type { BlockState } from '../matching/block/block-state.ts';
import type { Judging, Prepared } from '../matching/block/judging.ts';
import { type ReferenceList, referenceList } from '../matching/block/reference-list.ts';
import type { Block } from './blocks.ts';
import { readCurrentLinks } from './current-links.ts';
import { readDecidedMains } from './decided-mains.ts';
import { type BlockCounts, judgeBlock } from './judge-block.ts';
import { judgeMains } from './judge-mains.ts';
import { differenceOf, type MachineLink } from './links.ts';
import { readLefts, readRights, type StoredItem } from './read-items.ts';

/** What a block's links have to become, and the state to keep. */
export interface WorkedBlock {
  readonly put: readonly MachineLink[];
  readonly drop: readonly MachineLink[];
  readonly state: BlockState;
  readonly counts: BlockCounts;
}

/** Keeps the references of the block before: many lists in a row look for partners in the same catalog. */
export const createBlockWorker = <Item extends Prepared>(judging: Judging<Item>) => {
  let held: { readonly key: string; readonly references: ReferenceList<Item> } | undefined;
  const referencesOf = (key: string, items: readonly StoredItem[]): ReferenceList<Item> => {
    if (held?.key !== key) held = { key, references: referenceList(judging, items) };
    return held.references;
  };
  const readReferences = async (sql: Sql | TransactionSql, block: Block, release: number) => {
    // A list in which the partners of kind SOURCE stand is chosen by the list that asks, too.
    const own = block.kind === 'SOURCE' ? block.catalogId : '';
    const key = [release, block.rightCatalogId, block.regionCode, own].join(' ');
    return held?.key === key ? held.references : referencesOf(key, await readRights(sql, block, release));
  };
  return async (
    sql: Sql | TransactionSql,
    block: Block,
    release: number,
    previous: BlockState | undefined,
  ): Promise<WorkedBlock> => {
    const items = await readLefts(sql, block, release);
    const current = await readCurrentLinks(sql, block);
    const { kind } = block;
    if (kind !== 'MAIN') {
      const references = await readReferences(sql, block, release);
      const { links, state, counts } = judgeBlock({ kind, references, items, current, previous });
      return { ...differenceOf(current.open, links), state, counts };
    }
    const decided = await readDecidedMains(sql, block.catalogId);
    const model = judging.version;
    const { links, state, counts } = judgeMains({ items, current, decided, model, previous });
    return { ...differenceOf(current.open, links), state, counts };
  };
};

export type BlockWorker = ReturnType<typeof createBlockWorker>;
