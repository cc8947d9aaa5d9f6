import type { Indicator } from './indicator.ts';
import { appliedFor, meets, unstated } from './own-items.ts';

/** 最多跑一次率。 */
export const oneVisitAtMost: Indicator = {
  code: 'ONE_VISIT_AT_MOST',
  name: '最多跑一次率',
  formula: '到办事现场次数不超过 1 次的在用事项 ÷ 填报了到办事现场次数的在用事项',
  source: '镇坪县通知（最多跑一次事项达到 80% 以上）；标准汇编 4.5',
  unit: 'SHARE',
  target: { bound: 'AT_LEAST', value: 0.8 },
  measure: (measuring) =>
    appliedFor(measuring, ['visits'], ({ item }) => {
      const { visits } = item.elements;
      return typeof visits === 'number' ? meets(visits <= 1) : unstated(item, 'visits');
    }),
};
