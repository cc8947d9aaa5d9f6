import { defineCheck } from './check.ts';
import { blockOf, excerpt, textOf } from './record-values.ts';

const SOURCE = '温州市事项信息核查规则（办理时间）';

const SAYS_DAYS =
  /工作日|24\s?小时|二十四小时|全天|全年|节假日|节日|假日|假期|休息日|双休日|无休|每天|每日|天天|随时/u;
const NAMES_WEEKDAYS = /周[一二三四五六日末1-7]|星期|礼拜/u;

/** The hours say on which days they hold: 工作日, or 24 小时, 节假日 …; weekdays alone leave holidays open. */
export const CHK_17_HOURS_SAY_DAYS = defineCheck({
  problems: {
    CHK_17: {
      severity: 'WARNING',
      template: '办理时间（{value}）没有写明是否只在工作日办理。请写成“工作日 9:00—12:00”这样的形式。',
      source: SOURCE,
    },
    CHK_17_WEEKDAYS: {
      severity: 'INFO',
      template: '办理时间（{value}）只写星期，没有写明节假日和调休日是否办理。请改写为“工作日”或者补充说明。',
      source: SOURCE,
    },
  },
  find: (record) => {
    const { guide } = record;
    const own = textOf(guide, 'hours') || textOf(guide, 'hoursAndAddress');
    const windows = blockOf(record, 'windows').map((window) => textOf(window, 'hours'));
    const text = own || windows.filter((hours) => hours !== '').join('；');
    if (text === '' || SAYS_DAYS.test(text)) return [];
    const code = NAMES_WEEKDAYS.test(text) ? 'CHK_17_WEEKDAYS' : 'CHK_17';
    return [{ code, field: 'hours', title: '办理时间', value: excerpt(text) }];
  },
});
