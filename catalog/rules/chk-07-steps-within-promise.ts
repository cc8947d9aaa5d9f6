import { defineCheck } from './check.ts';
import { inOneScale, knownLimit, limitText, sumText } from './limit-order.ts';
import { blockOf, textOf } from './record-values.ts';

const SOURCE = '温州市事项信息核查规则；行政许可法第四十二条、第四十四条';

/** Handing over the decision comes after it, and has ten days of its own (行政许可法第四十四条). */
const DELIVERY = /送达|颁证|发证|制证|领证|取证|领取|取件/u;

/**
 * The limits of the steps together are the promised limit. Judged where each step has one that can be added to the
 * others. Time for delivery is not held against the promise.
 */
export const CHK_07_STEPS_WITHIN_PROMISE = defineCheck({
  problems: {
    CHK_07: {
      severity: 'WARNING',
      template:
        '各办理环节的时限合计（{other}）超过承诺办结时限（{value}）。请压缩环节时限，或者核对承诺时限。',
      source: SOURCE,
    },
    // INFO: waiting between steps is no step, and a promise longer than the steps breaks no rule.
    CHK_07_LESS: {
      severity: 'INFO',
      template:
        '各办理环节的时限合计（{other}）不足承诺办结时限（{value}）。请核对是否漏列环节，或者承诺时限还能压缩。',
      source: SOURCE,
    },
  },
  find: (record) => {
    const promised = knownLimit(record.item['promisedLimit']);
    const steps = blockOf(record, 'steps');
    const limits = steps.map((step) => knownLimit(step['timeLimit'])).filter((limit) => limit !== undefined);
    if (promised === undefined || steps.length === 0 || limits.length < steps.length) return [];
    const delivers = steps.map((step) => DELIVERY.test(textOf(step, 'name')));
    const scaled = inOneScale([promised, ...limits]);
    if (scaled === undefined) return [];
    const [promise = 0, ...amounts] = scaled;
    const all = amounts.reduce((sum, amount) => sum + amount, 0);
    const handling = amounts.reduce((sum, amount, index) => sum + (delivers[index] ? 0 : amount), 0);
    const place = { field: 'promisedLimit', title: '承诺办结时限', value: limitText(promised) };
    const inWords = (sum: number) => sumText(sum, [promised, ...limits]);
    if (handling > promise) return [{ code: 'CHK_07', ...place, other: inWords(handling) }];
    return all < promise ? [{ code: 'CHK_07_LESS', ...place, other: inWords(all) }] : [];
  },
});
