import { defineCheck } from './check.ts';
import { hasColumn, textOf } from './record-values.ts';

const ASKED = {
  quantityBasis: '数量限制依据',
  quantityPublication: '数量限制公布方式',
  quantityPeriod: '数量限制公布周期',
} as const;

const NO_LIMIT = /^(?:否|0|无|没有|不限|不受限|无数量限制|无限制|不限制|没有数量限制|无审批数量限制)/u;

/** Where numbers are limited, the basis and how and how often the numbers are made public are told. */
export const CHK_33_QUANTITY_LIMIT_COMPLETE = defineCheck({
  problems: {
    CHK_33: {
      severity: 'WARNING',
      template: '有数量限制（“{value}”），没有写明{detail}，请补填。',
      source: '陕西事项模型（数量限制）',
    },
  },
  find: (record) => {
    const limit = textOf(record.item, 'quantityLimit');
    const elements = Object.keys(ASKED) as (keyof typeof ASKED)[];
    if (limit === '' || NO_LIMIT.test(limit) || !hasColumn(record, ...elements)) return [];
    const missing = elements.filter((element) => textOf(record.item, element) === '');
    const [field] = missing;
    if (field === undefined) return [];
    const detail = missing.map((element) => ASKED[element]).join('、');
    return [{ code: 'CHK_33', field, title: ASKED[field], value: limit.slice(0, 40), detail }];
  },
});
