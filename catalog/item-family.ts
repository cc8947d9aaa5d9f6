import type { ItemType } from './enumerations.ts';

/** The presence table an item is held against: 许可 给付 奖励 确认 裁决 其他 are general, 公共服务 is a family of its own. */
export type ItemFamily = 'general' | 'publicService';

const FAMILIES: Readonly<Partial<Record<ItemType, ItemFamily>>> = {
  PUBLIC_SERVICE: 'publicService',
  LICENSING: 'general',
  PAYMENT: 'general',
  REWARD: 'general',
  CONFIRMATION: 'general',
  ADJUDICATION: 'general',
  OTHER_POWER: 'general',
};

/**
 * The family of an item type, or undefined for types whose tables carry other elements (征收 处罚 强制 检查, the
 * `up_task_handle`, `up_task_punish` and `up_task_check` tables) and for types nobody recognised.
 */
export const familyOf = (itemType: ItemType | undefined): ItemFamily | undefined =>
  itemType && FAMILIES[itemType];
