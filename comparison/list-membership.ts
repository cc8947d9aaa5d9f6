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

/** Of proofs: 不应由基层群众性自治组织出具, 不得索要, 负面清单, 已取消. */
const NOT_TO_BE_ISSUED = /证明.*(?:不应|不得|不再|负面清单|取消)|(?:不应|不得|不再|取消).*证明/u;

interface Unrecognised {
  readonly element: string;
  readonly raw: string;
}

/**
 * Whether an item stands in its catalog to say that it is none: the ministries list proofs that villages must not be
 * asked for (民政部等六部门《关于改进和规范基层群众性自治组织出具证明工作的指导意见》, 2020). Told by the words of its type.
 */
export const isNoService = ({ itemType, elements }: Typed): boolean =>
  itemType === 'UNRECOGNISED' &&
  ((elements['unrecognised'] ?? []) as readonly Unrecognised[]).some(
    ({ element, raw }) => element === 'itemType' && NOT_TO_BE_ISSUED.test(raw),
  );

/**
 * Whether a list of a kind takes the item: powers on the power list, services on the public-service list, what is
 * applied for on the list of government services (武陵源区、镇坪县通知; 标准汇编 4.1). An item whose type nobody
 * recognised is kept from no list; what is no service is kept from all.
 */
export function belongsOn(kind: ListKind, item: Typed): boolean {
  if (item.itemType === 'UNRECOGNISED') return !isNoService(item);
  if (kind === 'POWER') return isPower(item);
  if (kind === 'PUBLIC_SERVICE') return !isPower(item);
  return kind === 'REFERENCE' || isOnApplication(item);
}
