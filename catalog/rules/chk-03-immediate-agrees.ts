import { chineseOf } from '../enumerations.ts';
import { defineCheck } from './check.ts';
import { isOverOneDay, knownLimit, limitText } from './limit-order.ts';

const SOURCE = '温州市事项信息核查规则；GB/T 39046-2020 表 A.6';

/**
 * Done on the spot is said in three places, which agree: promised limit 即办, case type 即办件, review type 即审即办. The
 * local case types (联办件, 上报件 …) are beyond the rule. A limit of up to one working day is the older way to write
 * 即办; a case done on the spot with more is CHK-04's business.
 */
export const CHK_03_IMMEDIATE_AGREES = defineCheck({
  problems: {
    CHK_03: {
      severity: 'ERROR',
      template:
        '{title}（{value}）与{detail}（{other}）不一致：承诺时限为即办、办件类型为即办件、审查类型为即审即办应当同时成立或者同时不成立。请核对后改成一致。',
      source: SOURCE,
    },
    CHK_03_ONE_DAY: {
      severity: 'INFO',
      template: '即办件的承诺办结时限写作“{value}”。能当场办结的，请写“即办”或者 0。',
      source: SOURCE,
    },
  },
  find: ({ item }) => {
    const promised = knownLimit(item['promisedLimit']);
    const { caseType, reviewType } = item as { readonly caseType?: string; readonly reviewType?: string };
    const atOnce = promised?.amount === 0;
    const limit = promised && ({ title: '承诺办结时限', value: limitText(promised) } as const);
    if (caseType === 'IMMEDIATE' && limit && promised && !atOnce && !isOverOneDay(promised)) {
      return [{ code: 'CHK_03_ONE_DAY', field: 'promisedLimit', ...limit }];
    }
    const kind = { field: 'caseType', title: '办件类型', value: chineseOf('CaseType', caseType ?? '') ?? '' };
    const way = { detail: '事项审查类型', other: chineseOf('ReviewType', reviewType ?? '') ?? '' };
    if (caseType === 'PROMISED' && atOnce && limit) {
      return [{ code: 'CHK_03', ...kind, detail: limit.title, other: limit.value }];
    }
    const settled = caseType === 'IMMEDIATE' || caseType === 'PROMISED';
    if (settled && reviewType && (caseType === 'IMMEDIATE') !== (reviewType === 'REVIEWED_AT_ONCE')) {
      return [{ code: 'CHK_03', ...kind, ...way }];
    }
    // Without a case type the two others are left to agree.
    if (caseType === undefined && limit && promised && reviewType) {
      const agree = reviewType === 'REVIEWED_AT_ONCE' ? !isOverOneDay(promised) : !atOnce;
      if (!agree) return [{ code: 'CHK_03', field: 'promisedLimit', ...limit, ...way }];
    }
    return [];
  },
});
