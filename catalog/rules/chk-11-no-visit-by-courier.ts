import { defineCheck } from './check.ts';
import { isUnread, symbolsOf } from './record-values.ts';

const ONLINE: readonly string[] = ['ONLINE', 'MOBILE', 'INTEGRATED'];

/**
 * Without a visit and not online, papers can only come by post. Judged by the handling forms alone: 是否支持物流快递 is
 * about results as well, and what an office does unasked (宣传, 公布) has no forms.
 */
export const CHK_11_NO_VISIT_BY_COURIER = defineCheck({
  problems: {
    CHK_11: {
      severity: 'ERROR',
      template:
        '到办事现场 0 次，又不能网上办理，办理形式却没有快递申请。请补上快递（邮寄）申请，或者核对次数和是否网办。',
      source: '温州市事项信息核查规则；GB/T 39046-2020 表 A.5',
    },
  },
  find: (record) => {
    const { item } = record;
    const forms = symbolsOf(item, 'handlingForms');
    if (item['visits'] !== 0 || forms.length === 0 || isUnread(record, 'handlingForms')) return [];
    const online =
      item['isWhollyOnline'] === true || (item['isOnline'] ?? forms.some((form) => ONLINE.includes(form)));
    if (online === true || forms.includes('COURIER') || item['isCourier'] === true) return [];
    return [{ code: 'CHK_11', field: 'handlingForms', title: '办理形式' }];
  },
});
