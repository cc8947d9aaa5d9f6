import type { Indicator } from './indicator.ts';
import { appliedFor, meets, unstated } from './own-items.ts';

/** 零跑率。 */
export const noVisit: Indicator = {
  code: 'NO_VISIT',
  name: '零跑率',
  formula: '到办事现场次数为 0 的在用事项 ÷ 填报了到办事现场次数的在用事项',
  source: '标准汇编 4.5（镇坪县通知：不见面审批）',
  unit: 'SHARE',
  measure: (measuring) =>
    appliedFor(measuring, ['visits'], ({ item }) => {
      const { visits } = item.elements;
      return typeof visits === 'number' ? meets(visits === 0) : unstated(item, 'visits');
    }),
};
