import { type CheckedItem, defineCheck } from './check.ts';
import { compareLimits, type KnownLimit, knownLimit, limitText } from './limit-order.ts';
import { blockOf, hasColumn, symbolsOf, textOf } from './record-values.ts';

/** 行政许可法第四十二条: 20 days and 10 more with approval; 45 and 15 where several organs handle it together. */
const ALONE = { plain: 20, extended: 30 };
const TOGETHER = { plain: 45, extended: 60 };

const allowedDays = ({ item, guide }: CheckedItem, { raw }: KnownLimit): number => {
  const together = item['caseType'] === 'JOINT' || textOf(item, 'jointOrganisations') !== '';
  const words = `${textOf(item, 'statutoryLimitNote')} ${raw}`;
  const extended = symbolsOf(guide, 'specialProcedureKind').includes('EXTENSION') || /延长|延期/u.test(words);
  return (together ? TOGETHER : ALONE)[extended ? 'extended' : 'plain'];
};

/** Laws and regulations, the only ones to set another limit; 实施〈…法〉办法 of a province is a local regulation. */
const LAW = /(?:(?<![办方做依执司合])法|条例|实施[^\n;、。]*(?:办法|规定))(?=[》〉第(,:;。、\n]|$)/u;
const CLAUSE = /第[^《》第条]+条/u;
const PERIOD = /[\d一二三四五六七八九十](?:个工作日|日|天|个月)/u;
const LICENSING_ACT = /行政许可法(?:》?第[^《》第条]+条)?/gu;

/** Undefined where the list has no place to say on what the limit rests, or says it nowhere at all. */
const hasOwnBasis = (record: CheckedItem): boolean | undefined => {
  const note = textOf(record.item, 'statutoryLimitNote').replace(LICENSING_ACT, '');
  const bases = blockOf(record, 'legalBases');
  const names = [textOf(record.item, 'legalBasisText'), ...bases.map((basis) => textOf(basis, 'lawName'))];
  const stated = names.join('\n').trim();
  if (stated === '' && !hasColumn(record, 'statutoryLimitNote')) return undefined;
  return (
    CLAUSE.test(note) ||
    LAW.test(note) ||
    LAW.test(stated.replace(LICENSING_ACT, '')) ||
    bases.some((basis) => PERIOD.test(textOf(basis, 'clauseContent')))
  );
};

const isOver = (limit: KnownLimit, days: number, today: string): boolean => {
  const allowed = { kind: 'LIMIT', amount: days, unit: 'WORKING_DAY', raw: '' } as const;
  const found = compareLimits(limit, allowed, today);
  return 'order' in found && found.order === 'LONGER';
};

/** A licence's legal limit beyond that of the Licensing Act needs a law or regulation of its own. */
export const CHK_06_LICENCE_LIMIT_HAS_BASIS = defineCheck({
  problems: {
    CHK_06: {
      severity: 'WARNING',
      template:
        '行政许可的法定办结时限（{value}）超过行政许可法规定的 {other} 个工作日，但看不出依据的是哪部法律、法规。请写明规定这一期限的法律、法规和条款，或者改为法定的期限。',
      source: '行政许可法第四十二条、第四十三条',
    },
  },
  find: (record) => {
    const limit = knownLimit(record.item['statutoryLimit']);
    if (record.itemType !== 'LICENSING' || limit === undefined) return [];
    // Nearly every licence names its law: the calendar is asked for the few others only.
    if (hasOwnBasis(record) !== false) return [];
    const days = allowedDays(record, limit);
    if (!isOver(limit, days, record.today)) return [];
    const place = { field: 'statutoryLimit', title: '法定办结时限' };
    return [{ code: 'CHK_06', ...place, value: limitText(limit), other: String(days) }];
  },
});
