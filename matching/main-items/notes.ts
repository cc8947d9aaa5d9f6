import type { PreparedItem } from '../prepared-item.ts';
import type { Reason } from './settle.ts';

const NOTES: Readonly<Record<Reason, string>> = {
  wording: '名称与主项名称的相符程度',
  acts: '事项的办理情形是否在主项名称所列范围内',
  rivals: '与其他事项相比，该主项名称与本事项的相符程度',
  siblings: '编码相邻、名称相近的事项归入哪个主项',
  segment: '该主项的子项是否集中在同一编码段',
  office: '该主项的子项是否由同一部门实施',
  type: '该主项的子项是否为同一事项类型',
  need: '主项之下应有子项，目前归入的不足',
};

/** The sentence of a reason, with the two names where it rests on them. */
export function noteOf(
  reason: Reason,
  item: PreparedItem,
  main: PreparedItem,
): { readonly note: string; readonly left?: string; readonly right?: string } {
  const names = reason === 'wording' || reason === 'acts';
  return { note: NOTES[reason], ...(names ? { left: item.name.text, right: main.name.text } : {}) };
}
