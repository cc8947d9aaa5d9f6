import { type CheckedItem, defineCheck, type Finding } from './check.ts';
import { hasColumn, textOf } from './record-values.ts';

const SOURCE = '海盐县通知四（一）（市场化运作的事项在备注栏注明）';

const PROBLEMS = {
  NOTICE_MARKET_RUN: {
    severity: 'INFO',
    template: '事项已注明市场化运作（“{value}”），可由多家市场主体提供；公布时请保留这条备注。',
    source: SOURCE,
  },
  NOTICE_MARKET_RUN_REMARK: {
    severity: 'INFO',
    template: '“{title}”说明事项实行市场化运作（“{value}”），备注栏没有注明，请补注。',
    source: SOURCE,
  },
  NOTICE_UTILITY: {
    severity: 'INFO',
    template: '“{value}”由企业经营，备注栏没有说明是否市场化运作；实现或者适宜市场化运作的，请在备注栏注明。',
    source: SOURCE,
  },
} as const;

const MARKET_RUN = /市场化|政府购买服务|特许经营|市场主体(?:提供|自主)|社会化运作/u;
const NOT_MARKET_RUN = /(?:非|不|未|无)(?:属于?|实行|适宜|宜|涉及)?市场化/u;

const COMPANY = /公司|集团|企业|厂$/u;
const UTILITY = /供水|自来水|供电|电力|电网|供气|燃气|天然气|供热|热力|公交|公共交通|客运/u;

const WHERE = { name: '事项名称', serviceContent: '服务内容' } as const;

const marketWords = (text: string): string | undefined =>
  NOT_MARKET_RUN.test(text) ? undefined : MARKET_RUN.exec(text)?.[0];

const utilityFinding = (record: CheckedItem): readonly Finding<'NOTICE_UTILITY'>[] => {
  const organisation = textOf(record.item, 'organisationName');
  const name = textOf(record.item, 'name');
  if (!COMPANY.test(organisation) || !UTILITY.test(organisation + name)) return [];
  return [{ code: 'NOTICE_UTILITY', field: 'remark', title: '备注', value: organisation }];
};

/** The remark says which services are run on the market; services of water, power, gas and bus companies say whether they are. */
export const NOTICE_MARKET_RUN = defineCheck<keyof typeof PROBLEMS>({
  problems: PROBLEMS,
  find: (record) => {
    if (record.listKind !== 'PUBLIC_SERVICE' && record.listKind !== 'GOVERNMENT_SERVICE') return [];
    const remark = textOf(record.item, 'remark');
    const value = marketWords(remark);
    if (value !== undefined) return [{ code: 'NOTICE_MARKET_RUN', field: 'remark', title: '备注', value }];
    if (!hasColumn(record, 'remark') || remark.includes('市场化')) return [];
    for (const [field, title] of Object.entries(WHERE)) {
      const words = marketWords(textOf(record.item, field));
      if (words !== undefined) return [{ code: 'NOTICE_MARKET_RUN_REMARK', field, title, value: words }];
    }
    return utilityFinding(record);
  },
});
