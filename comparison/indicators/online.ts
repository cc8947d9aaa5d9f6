import { symbolsOf } from '../../catalog/rules/record-values.ts';
import type { Indicator } from './indicator.ts';
import { appliedFor, meets, unstated } from './own-items.ts';

/** Depths at which a case is not begun online: questions are asked there, or it goes to the window. */
const NOT_HANDLED: readonly string[] = ['CONSULTATION', 'WINDOW_ONLY', 'OTHER'];

/** 网办率。 */
export const online: Indicator = {
  code: 'ONLINE',
  name: '网办率',
  formula:
    '可以网上办理的在用事项 ÷ 填报了是否网办、网上办理深度或者是否全程网办的在用事项；没有填报是否网办的，网上办理深度在互联网收件以上的算可以网上办理',
  source: '标准汇编 4.5；国家政务服务平台（is_online、online_handle_depth）',
  unit: 'SHARE',
  measure: (measuring) =>
    appliedFor(measuring, ['isOnline', 'onlineDepth', 'isWhollyOnline'], ({ item }) => {
      const { isOnline, isWhollyOnline } = item.elements;
      if (typeof isOnline === 'boolean') return meets(isOnline);
      const depths = symbolsOf(item.elements, 'onlineDepth');
      if (depths.length === 0 && typeof isWhollyOnline !== 'boolean') return unstated(item, 'isOnline');
      return meets(isWhollyOnline === true || depths.some((depth) => !NOT_HANDLED.includes(depth)));
    }),
};
