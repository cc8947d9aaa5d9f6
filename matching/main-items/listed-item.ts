import type { MatchItem } from '../item.ts';
import { unifiedText } from '../name/unified-text.ts';
import { type PreparedItem, prepareItem } from '../prepared-item.ts';

/** An item of the list whose main items are sought. */
export interface ListedItem {
  readonly id: string;
  readonly prepared: PreparedItem;
  readonly type: string;
  /** The office as the list writes it: within one list an office has one name. */
  readonly office: string;
}

/** Makes an item ready; what it says of its own main item is not looked at. */
export function listedItem({ parentName: _parentName, ...item }: MatchItem): ListedItem {
  return {
    id: item.id,
    prepared: prepareItem(item),
    type: item.type ?? '',
    office: unifiedText(item.department ?? ''),
  };
}
