import type { Indicator } from './indicator.ts';
import { meets } from './own-items.ts';
import { isWithinHalf, limitPairs } from './promised-and-legal.ts';

/** 承诺不超过法定一半的比例。 */
export const promiseWithinHalf: Indicator = {
  code: 'PROMISE_WITHIN_HALF',
  name: '承诺不超过法定一半的比例',
  formula:
    '承诺办结时限不超过法定办结时限一半的在用事项 ÷ 两个时限都填报且单位有固定比例的在用事项；即办件，以及承诺一日以内且不超过法定的，算作达到',
  source: '镇坪县通知五（三）（承诺时限压缩 50% 以上）；检查 CHK-02',
  unit: 'SHARE',
  measure: (measuring) => limitPairs(measuring, (pair, item) => meets(isWithinHalf(pair, item))),
};
