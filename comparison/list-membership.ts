import type { ListKind } from '../catalog/enumerations.ts';
import { EX_OFFICIO_TYPES, POWER_TYPES } from '../catalog/power-types.ts';
import type { ComparedItem } from './compared-item.ts';

type Typed = Pick<ComparedItem, 'itemType' | 'elements'>;

/** Administrative powers of every type; they belong on the power list. */
export const isPower = ({ itemType }: Pick<ComparedItem, 'itemType'>): boolean =>
  itemType !== 'UNRECOGNISED' && POWER_TYPES.includes(itemType);

/** Whether somebody applies for it: no 处罚, 强制, 检查, and no 主动服务 (镇坪县通知). */
export const isOnApplication = ({ itemType, elements }: Typed): boolean => {
  const mode = elements['serviceMode'];
  if (mode === 'PROACTIVE' || mode === 'EX_OFFICIO') return false;
  return mode === 'ON_APPLICATION' || itemType === 'UNRECOGNISED' || !EX_OFFICIO_TYPES.includes(itemType);
};

/**
 * Whether a list of a kind takes the item: powers on the power list, services on the public-service list, what is
 * applied for on the list of government services (武陵源区、镇坪县通知; 标准汇编 4.1). An item whose type nobody
 * recognised is kept from no list.
 */
export function belongsOn(kind: ListKind, item: Typed): boolean {
  if (item.itemType === 'UNRECOGNISED') return true;
  if (kind === 'POWER') return isPower(item);
  if (kind === 'PUBLIC_SERVICE') return !isPower(item);
  return kind === 'REFERENCE' || isOnApplication(item);
}
