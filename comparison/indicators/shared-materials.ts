import { CHK_24_SHARED_MATERIAL_DEMANDED } from '../../catalog/rules/chk-24-shared-material-demanded.ts';
import { checkedOwnItem } from './checked-own-item.ts';
import type { Indicator } from './indicator.ts';
import { appliedFor, meets } from './own-items.ts';

/** 仍要求提交可共享材料的比例。 */
export const sharedMaterials: Indicator = {
  code: 'SHARED_MATERIALS',
  name: '仍要求提交可共享材料的比例',
  formula: '要求申请人提交由政府部门核发、可以共享获取的材料的在用事项 ÷ 逐件列出申请材料及其来源的在用事项',
  source: '沈阳市通知二（三）；镇坪县通知五（三）（能共享的不得要求重复提交）；检查 CHK-24',
  unit: 'SHARE',
  target: { bound: 'AT_MOST', value: 0 },
  measure: (measuring) =>
    appliedFor(measuring, ['materials.source'], (own) => {
      const checked = checkedOwnItem(own);
      if ((checked.blocks['materials'] ?? []).length === 0) return 'NOT_STATED';
      return meets(CHK_24_SHARED_MATERIAL_DEMANDED.find(checked).length > 0);
    }),
};
