import { defineCheck } from './check.ts';
import { limitOf } from './limit-order.ts';
import { hasColumn, textOf } from './record-values.ts';

const SOURCE = '国家政务服务平台实施清单要素表（anticipate_explain、promise_day）';

/**
 * Where no statute sets a limit the source says why, and promises one all the same. For public services both limits
 * are optional; an empty cell is the completeness check's business.
 */
export const CHK_05_NO_LIMIT_EXPLAINED = defineCheck({
  problems: {
    CHK_05: {
      severity: 'WARNING',
      template:
        '法定办结时限写“{value}”，但没有说明。请在“法定办结时限说明”中写明为什么没有，例如依据未作规定。',
      source: SOURCE,
    },
    CHK_05_PROMISE: {
      severity: 'WARNING',
      template: '承诺办结时限写“{value}”。没有法定时限的事项也应当承诺办结时限，请补上。',
      source: SOURCE,
    },
  },
  find: (record) => {
    if (record.family !== 'general') return [];
    const legal = limitOf(record.item['statutoryLimit']);
    const promised = limitOf(record.item['promisedLimit']);
    const explained =
      !hasColumn(record, 'statutoryLimitNote') || textOf(record.item, 'statutoryLimitNote') !== '';
    return [
      ...(legal?.kind === 'NONE' && !explained
        ? ([{ code: 'CHK_05', field: 'statutoryLimit', title: '法定办结时限', value: legal.raw }] as const)
        : []),
      ...(promised?.kind === 'NONE'
        ? ([
            { code: 'CHK_05_PROMISE', field: 'promisedLimit', title: '承诺办结时限', value: promised.raw },
          ] as const)
        : []),
    ];
  },
});
