import { type CheckedItem, defineCheck } from './check.ts';
import { flowText } from './flow-text.ts';
import { type KnownLimit, knownLimit, limitText } from './limit-order.ts';
import { blockOf, textOf } from './record-values.ts';

const SITE_VISIT = /(?:现场|实地)(?:勘查|勘验|勘察|踏勘|踏查|查勘|核查|查验|考察)/u;
const NO_VISIT = /(?:无需|无须|不需要|不用|不再|免于|免予|取消|不进行)(?:进行|组织)?(?:现场|实地)/u;

/** A special link that is not counted in the limit takes its own time (行政许可法第四十五条). */
const isOutsideLimit = (record: CheckedItem): boolean =>
  blockOf(record, 'specialLinks').some(
    (link) => link['isCounted'] === false && SITE_VISIT.test(textOf(link, 'name')),
  );

/** The words a site visit is written in, or that the list marks one. */
const siteVisit = (record: CheckedItem): string | undefined => {
  const found = flowText(record)
    .split('\n')
    .map((sentence) => (NO_VISIT.test(sentence) ? undefined : SITE_VISIT.exec(sentence)?.[0]))
    .find((words) => words !== undefined);
  return found ?? (record.item['involvesSiteInspection'] === true ? '现场勘验' : undefined);
};

const isUnderFiveDays = ({ amount, unit }: KnownLimit): boolean =>
  unit === 'HOUR' ? amount < 5 * 24 : unit === 'MONTH' || unit === 'YEAR' ? amount === 0 : amount < 5;

/** An item with a visit to the site is hardly decided in less than five working days. */
export const CHK_08_SITE_VISIT_TAKES_TIME = defineCheck({
  problems: {
    CHK_08: {
      severity: 'WARNING',
      template:
        '办理流程有{other}，承诺办结时限（{value}）却不足 5 个工作日。请核对时限；勘查时间不计入时限的，请写成特殊环节并注明不计算在内。',
      source: '行政审批事项信息核查规则（现场勘查）；行政许可法第四十五条',
    },
  },
  find: (record) => {
    const promised = knownLimit(record.item['promisedLimit']);
    if (promised === undefined || !isUnderFiveDays(promised) || isOutsideLimit(record)) return [];
    const other = siteVisit(record);
    if (other === undefined) return [];
    const place = { field: 'promisedLimit', title: '承诺办结时限' };
    return [{ code: 'CHK_08', ...place, value: limitText(promised), other }];
  },
});
