import { chineseOf } from '../enumerations.ts';
import { EX_OFFICIO_TYPES } from '../power-types.ts';
import { defineCheck } from './check.ts';
import { textOf } from './record-values.ts';

/** Lists of government services hold what people apply for; 处罚, 强制, 检查 and services rendered unasked stay on their own lists. */
export const NOTICE_ON_APPLICATION = defineCheck({
  problems: {
    NOTICE_NOT_ON_APPLICATION: {
      severity: 'WARNING',
      template: '事项不需要申请人提出申请（{value}），原则上不纳入政务服务清单，请核对后移出。',
      source: '镇坪县通知四（二）（不需行政相对人提出申请的原则上不纳入）',
    },
  },
  find: ({ listKind, itemType, item }) => {
    if (listKind !== 'GOVERNMENT_SERVICE') return [];
    const mode = textOf(item, 'serviceMode');
    if (mode === 'PROACTIVE' || mode === 'EX_OFFICIO') {
      const value = `类别为${chineseOf('ServiceMode', mode)}`;
      return [{ code: 'NOTICE_NOT_ON_APPLICATION', field: 'serviceMode', title: '服务方式', value }];
    }
    const unasked = EX_OFFICIO_TYPES.find((type) => type === itemType);
    if (unasked === undefined) return [];
    const value = `事项类型为${chineseOf('ItemType', unasked)}`;
    return [{ code: 'NOTICE_NOT_ON_APPLICATION', field: 'itemType', title: '事项类型', value }];
  },
});
