import { knownLimit } from '../../catalog/rules/limit-order.ts';
import type { Indicator } from './indicator.ts';
import { appliedFor, meets, unstated } from './own-items.ts';

/** 即办率。 */
export const immediate: Indicator = {
  code: 'IMMEDIATE',
  name: '即办率',
  formula:
    '即办件 ÷ 填报了办件类型或者承诺办结时限的在用事项；没有填报办件类型的，承诺办结时限为即办的算即办件',
  source: '标准汇编 4.5；GB/T 39046-2020 表 A.6',
  unit: 'SHARE',
  measure: (measuring) =>
    appliedFor(measuring, ['caseType', 'promisedLimit'], ({ item }) => {
      const { caseType, promisedLimit } = item.elements;
      if (typeof caseType === 'string') return meets(caseType === 'IMMEDIATE');
      const limit = knownLimit(promisedLimit);
      return limit === undefined ? unstated(item, 'caseType') : meets(limit.amount === 0);
    }),
};
