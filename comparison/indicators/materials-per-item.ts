import { elementParts } from '../element-parts.ts';
import { elementValue } from '../element-value.ts';
import type { Indicator } from './indicator.ts';
import { appliedFor, unstated } from './own-items.ts';

/** 材料平均数。 */
export const materialsPerItem: Indicator = {
  code: 'MATERIALS_PER_ITEM',
  name: '材料平均数',
  formula: '申请材料的件数之和 ÷ 列有申请材料的在用事项；同一事项里名称不同而实为同一材料的算一件',
  source: '沈阳市通知二（三）（减少申请材料）；标准汇编 4.5',
  unit: 'AVERAGE',
  measure: (measuring) =>
    appliedFor(measuring, ['materials', 'materialsText'], ({ item }) => {
      const parts = elementParts('canonicalMaterial', elementValue(item.elements, 'materialsText'));
      const { length } = parts.filter(({ text }) => text !== '');
      return length === 0 ? unstated(item, 'materialsText') : { numerator: length, denominator: 1 };
    }),
};
