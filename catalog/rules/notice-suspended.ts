import { defineCheck } from './check.ts';
import { textOf } from './record-values.ts';

/** 挂起: an item without cases stays on the power list and open to comparison, but is not offered as a service. */
export const NOTICE_SUSPENDED = defineCheck({
  problems: {
    NOTICE_SUSPENDED: {
      severity: 'INFO',
      template:
        '事项已挂起：不作为政务服务事项公布，仍保留在权责清单和公共服务清单中，照常参加比对；恢复办理后请把状态改为“在用”。',
      source: '镇坪县通知五（一）（长期无办件的事项挂起）',
    },
  },
  find: ({ listKind, item }) => {
    if (listKind === 'REFERENCE' || textOf(item, 'state') !== 'SUSPENDED') return [];
    return [{ code: 'NOTICE_SUSPENDED', field: 'state', title: '事项状态', value: '挂起' }];
  },
});
