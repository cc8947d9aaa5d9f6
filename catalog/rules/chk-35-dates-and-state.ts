import { defineCheck } from './check.ts';
import { textOf } from './record-values.ts';

const SOURCE = '国家政务服务平台实施清单要素表（task_state、plan_effective_date、plan_cancel_date）';

const PROBLEMS = {
  CHK_35: {
    severity: 'ERROR',
    template: '计划取消日期“{value}”不晚于计划生效日期“{other}”，请改正。',
    source: SOURCE,
  },
  CHK_35_ENDED: {
    severity: 'WARNING',
    template: '计划取消日期“{value}”已到，事项状态仍是“{other}”；系统按已取消处理，请改状态或者日期。',
    source: SOURCE,
  },
  CHK_35_STILL: {
    severity: 'WARNING',
    template: '事项状态是“取消”，计划取消日期“{value}”还没有到；系统按已取消处理，请改状态或者日期。',
    source: SOURCE,
  },
  CHK_35_BEGUN: {
    severity: 'WARNING',
    template: '计划生效日期“{value}”已到，事项状态仍是“待生效”；系统按在用处理，请改状态或者日期。',
    source: SOURCE,
  },
} as const;

/**
 * An item ends after it begins, and its stated state agrees with these dates on the day of the check. Two versions in
 * force at once cannot be stored: publishing one closes the one before.
 */
export const CHK_35_DATES_AND_STATE = defineCheck<keyof typeof PROBLEMS>({
  problems: PROBLEMS,
  find: ({ item, today }) => {
    const state = textOf(item, 'state');
    const start = textOf(item, 'planEffectiveDate');
    const end = textOf(item, 'planCancelDate');
    if (end !== '' && end <= start) {
      return [{ code: 'CHK_35', field: 'planCancelDate', title: '计划取消日期', value: end, other: start }];
    }
    const place = { field: 'state', title: '事项状态' };
    if (end !== '' && end <= today && (state === 'IN_FORCE' || state === 'SUSPENDED')) {
      const other = state === 'IN_FORCE' ? '在用' : '挂起';
      return [{ code: 'CHK_35_ENDED', ...place, value: end, other }];
    }
    if (end > today && state === 'CANCELLED') return [{ code: 'CHK_35_STILL', ...place, value: end }];
    if (start !== '' && start <= today && state === 'SCHEDULED') {
      return [{ code: 'CHK_35_BEGUN', ...place, value: start }];
    }
    return [];
  },
});
