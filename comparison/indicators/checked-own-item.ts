import { familyOf } from '../../catalog/item-family.ts';
import type { CheckedItem } from '../../catalog/rules/check.ts';
import type { OwnItem } from './own-items.ts';

type Values = Readonly<Record<string, unknown>>;

/** An own item as the checks of single records see it, its guide included. */
export const checkedOwnItem = ({ item, list, measuring }: OwnItem): CheckedItem => {
  const type = item.itemType === 'UNRECOGNISED' ? undefined : item.itemType;
  const blocks = Object.entries(item.elements).filter(
    (entry): entry is [string, readonly Values[]] =>
      Array.isArray(entry[1]) && entry[1].every((one) => typeof one === 'object' && one !== null),
  );
  return {
    listKind: list.kind,
    level: item.level,
    family: familyOf(type),
    itemType: item.itemType,
    item: { ...item.elements, organisationName: item.department },
    guide: {},
    blocks: Object.fromEntries(blocks),
    columns: measuring.columnsOf(list),
    today: measuring.authority.today,
  };
};
