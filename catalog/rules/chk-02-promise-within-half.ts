import { defineCheck } from './check.ts';
import { isOverOneDay, knownLimit, limitText, pairInOneScale } from './limit-order.ts';

/**
 * The promised limit is at most half of the legal one, unless the case is done on the spot or within the one day that
 * older rules count as such: half of a day cannot be promised. A target: a promise that is longer than the law allows
 * is CHK-01's business, and units without a common scale have no half.
 */
export const CHK_02_PROMISE_WITHIN_HALF = defineCheck({
  problems: {
    CHK_02: {
      severity: 'WARNING',
      template:
        '承诺办结时限（{value}）超过法定办结时限（{other}）的一半，没有达到压缩 50% 以上的目标。能压缩的请压缩到{detail}。',
      source: '镇坪县通知 五（三）',
    },
  },
  find: ({ item }) => {
    const promised = knownLimit(item['promisedLimit']);
    const legal = knownLimit(item['statutoryLimit']);
    if (promised === undefined || legal === undefined || item['caseType'] === 'IMMEDIATE') return [];
    const pair = pairInOneScale(promised, legal);
    if (pair === undefined || !isOverOneDay(promised)) return [];
    if (pair.left > pair.right || pair.left * 2 <= pair.right) return [];
    const half = { amount: Math.floor(legal.amount / 2), unit: legal.unit };
    return [
      {
        code: 'CHK_02',
        field: 'promisedLimit',
        title: '承诺办结时限',
        value: limitText(promised),
        other: limitText(legal),
        detail: half.amount === 0 ? '即办' : ` ${limitText(half)}以内`,
      },
    ];
  },
});
