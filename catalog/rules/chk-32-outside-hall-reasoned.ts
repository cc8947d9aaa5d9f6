import { defineCheck } from './check.ts';
import { hasColumn, textOf } from './record-values.ts';

/** An item outside the service hall says why. Only lists with the reason's column are judged: few models have it. */
export const CHK_32_OUTSIDE_HALL_REASONED = defineCheck({
  problems: {
    CHK_32: {
      severity: 'WARNING',
      template: '事项没有进驻政务大厅，也没有写明原因，请补填“未进驻大厅原因”。',
      source: '陕西事项模型（未进驻大厅原因）；沈阳市通知二（四）（全部进驻）',
    },
  },
  find: (record) => {
    const { item } = record;
    if (item['isInServiceHall'] !== false || !hasColumn(record, 'outsideHallReason')) return [];
    if (textOf(item, 'outsideHallReason') !== '') return [];
    return [{ code: 'CHK_32', field: 'outsideHallReason', title: '未进驻大厅原因' }];
  },
});
