import { defineCheck } from './check.ts';
import { compareLimits, inLicensingDays, knownLimit, limitText } from './limit-order.ts';

const PLACE = { field: 'promisedLimit', title: '承诺办结时限' } as const;
const SOURCE = '镇坪县通知 五（三）';

/**
 * The promised limit is not longer than the legal one. An order that depends on the holidays between is
 * found by the calendar from the day of the check, which is said, and only warned of.
 */
export const CHK_01_PROMISE_WITHIN_LEGAL = defineCheck({
  problems: {
    CHK_01: {
      severity: 'ERROR',
      template: '承诺办结时限（{value}）长于法定办结时限（{other}）。请把承诺时限改为不超过法定时限。',
      source: SOURCE,
    },
    CHK_01_COUNTED: {
      severity: 'WARNING',
      template:
        '承诺办结时限（{value}）与法定办结时限（{other}）单位不同，{detail}，承诺晚于法定。请换算成相同的单位后核对。',
      source: `${SOURCE}；国务院办公厅各年节假日安排通知`,
    },
    CHK_01_UNITS: {
      severity: 'INFO',
      template:
        '承诺办结时限（{value}）与法定办结时限（{other}）单位不同，无法比较长短。请改用相同的单位，一般用工作日。',
      source: SOURCE,
    },
    CALENDAR_MISSING: {
      // Not a fault of the office's list: whoever keeps the hub adds the year's notice to the calendar.
      severity: 'INFO',
      template:
        '系统还没有 {detail} 年的节假日安排，承诺办结时限（{value}）与法定办结时限（{other}）暂时没有比较。请系统维护人员更新节假日历后重新检查；填报单位不用处理。',
      source: `${SOURCE}；国务院办公厅各年节假日安排通知`,
    },
  },
  find: ({ item, itemType, today }) => {
    const promised = knownLimit(item['promisedLimit']);
    const legal = knownLimit(item['statutoryLimit']);
    if (promised === undefined || legal === undefined) return [];
    // A promise in 日 is held against 日 as written: both were meant alike.
    const readsAsWork = itemType === 'LICENSING' && promised.unit === 'WORKING_DAY';
    const stated = { ...PLACE, value: limitText(promised), other: limitText(legal) };
    const found = compareLimits(promised, readsAsWork ? inLicensingDays(legal) : legal, today);
    switch (found.kind) {
      case 'ORDER':
        return found.order === 'LONGER' ? [{ code: 'CHK_01', ...stated }] : [];
      case 'COUNTED': {
        if (found.order !== 'LONGER') return [];
        const { left, right } = found.ends;
        const detail = `自 ${today} 起算分别到 ${left} 和 ${right} 为止`;
        return [{ code: 'CHK_01_COUNTED', ...stated, detail }];
      }
      case 'INCOMPARABLE':
        return [{ code: 'CHK_01_UNITS', ...stated }];
      default:
        return [{ code: 'CALENDAR_MISSING', ...stated, detail: String(found.year) }];
    }
  },
});
