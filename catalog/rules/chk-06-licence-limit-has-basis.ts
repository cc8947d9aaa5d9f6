import { parseLegalBases } from '../legal-basis.ts';
import { type CheckedItem, defineCheck } from './check.ts';
import { compareLimits, inLicensingDays, type KnownLimit, knownLimit, limitText } from './limit-order.ts';
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
const LAW = /(?:(?<![办方做依执司合])法|条例|实施[^\n;、。]{0,40}(?:办法|规定))(?=[》〉第(,:;。、\n]|$)/u;
const CLAUSE = /第[^《》第条]{1,20}条/u;
/** 六十日, 三个月, 一年内; the first of March is no period. */
const PERIOD =
  /(?<![月\d一二三四五六七八九十百])[\d一二两三四五六七八九十百]{1,6}\s?(?:个?工作日|日|天|个月|年内)/u;
const LICENSING_ACT = /行政许可法(?:》?第[^《》第条]{1,20}条)?/gu;

/** The clauses a record quotes, without those of the Licensing Act, which is what the limit departs from. */
const quotedClauses = (record: CheckedItem): readonly string[] =>
  [
    ...parseLegalBases(textOf(record.item, 'legalBasisText')),
    ...blockOf(record, 'legalBases').map((basis) => ({
      lawName: textOf(basis, 'lawName'),
      clauseContent: textOf(basis, 'clauseContent'),
    })),
  ]
    .filter(({ lawName = '' }) => !lawName.includes('行政许可法'))
    .map(({ clauseContent = '' }) => clauseContent);

/**
 * Undefined where the list has no place to say on what the limit rests, or says it nowhere at all. That a law is named
 * for the licence says nothing of its period: the note on the limit names one, or a quoted clause holds a period.
 */
const hasOwnBasis = (record: CheckedItem): boolean | undefined => {
  const note = textOf(record.item, 'statutoryLimitNote').replace(LICENSING_ACT, '');
  const isStated =
    textOf(record.item, 'legalBasisText') !== '' || blockOf(record, 'legalBases').some(hasWords);
  if (!isStated && !hasColumn(record, 'statutoryLimitNote')) return undefined;
  return CLAUSE.test(note) || LAW.test(note) || quotedClauses(record).some((clause) => PERIOD.test(clause));
};

const hasWords = (basis: Readonly<Record<string, unknown>>): boolean =>
  textOf(basis, 'lawName') !== '' || textOf(basis, 'clauseContent') !== '';

/** Only what is longer on every day of the year: a month may or may not hold twenty working days. */
const isOver = (limit: KnownLimit, days: number, today: string): boolean => {
  const allowed = { kind: 'LIMIT', amount: days, unit: 'WORKING_DAY', raw: '' } as const;
  const found = compareLimits(inLicensingDays(limit), allowed, today);
  return found.kind === 'ORDER' && found.order === 'LONGER';
};

/** A licence's legal limit beyond that of the Licensing Act needs a law or regulation of its own, which sets the period. */
export const CHK_06_LICENCE_LIMIT_HAS_BASIS = defineCheck({
  problems: {
    CHK_06: {
      severity: 'WARNING',
      template:
        '行政许可的法定办结时限（{value}）超过行政许可法规定的 {other} 个工作日，但没有写明这一期限的依据。请在“法定办结时限说明”中写明规定这一期限的法律、法规和条款，或者在设定依据中写出条款原文，或者改为法定的期限。',
      source: '行政许可法第四十二条、第四十三条',
    },
  },
  find: (record) => {
    const limit = knownLimit(record.item['statutoryLimit']);
    if (record.itemType !== 'LICENSING' || limit === undefined) return [];
    const days = allowedDays(record, limit);
    if (!isOver(limit, days, record.today) || hasOwnBasis(record) !== false) return [];
    const place = { field: 'statutoryLimit', title: '法定办结时限' };
    return [{ code: 'CHK_06', ...place, value: limitText(limit), other: String(days) }];
  },
});
