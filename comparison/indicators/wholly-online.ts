import { symbolsOf } from '../../catalog/rules/record-values.ts';
import type { Indicator } from './indicator.ts';
import { appliedFor, meets, unstated } from './own-items.ts';

/** 全程网办率。 */
export const whollyOnline: Indicator = {
  code: 'WHOLLY_ONLINE',
  name: '全程网办率',
  formula: '全程网办的在用事项 ÷ 填报了网上办理深度或者是否全程网办的在用事项，不能网办的也计入分母',
  source: '标准汇编 4.5；浙江省网上办理深度 Ⅳ 级',
  unit: 'SHARE',
  measure: (measuring) =>
    appliedFor(measuring, ['onlineDepth', 'isWhollyOnline'], ({ item }) => {
      const { isWhollyOnline, isOnline } = item.elements;
      const depths = symbolsOf(item.elements, 'onlineDepth');
      if (typeof isWhollyOnline === 'boolean') return meets(isWhollyOnline);
      if (depths.length > 0) return meets(depths.includes('WHOLLY_ONLINE'));
      return isOnline === false ? meets(false) : unstated(item, 'onlineDepth');
    }),
};
