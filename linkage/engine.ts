import type { Judging } from '../matching/block/judging.ts';
import { judge } from '../matching/judge.ts';
import { BACKGROUND } from '../matching/model/background.ts';
import { ITEM_MODEL } from '../matching/model/item-model.ts';
import { type PreparedItem, prepareItem } from '../matching/prepared-item.ts';

/** The engine as runs use it; its version names what a stored link was judged by. */
export const ENGINE: Judging<PreparedItem> = {
  version: ITEM_MODEL.version,
  weights: BACKGROUND,
  prepareItem,
  judge: (item, candidates) => judge(item, candidates),
};
