import { chineseOf } from '../enumerations.ts';
import { type CheckedItem, defineCheck, type Finding } from './check.ts';
import { textOf } from './record-values.ts';

const PROBLEMS = {
  CHK_31: {
    severity: 'WARNING',
    template: '权力来源是“{value}”，实施主体性质应为“{other}”，现为“{detail}”，请核对。',
    source: 'GB/T 39046-2020 表 A.3；国家政务服务平台（power_source、dept_type）',
  },
  CHK_31_ENTRUSTING: {
    severity: 'WARNING',
    template: '事项由受委托组织行使（{value}），没有写明委托部门，请补填。',
    source: '国家政务服务平台实施清单要素表（entrust_name）',
  },
} as const;

/** Which nature a source of power asks for; what has been devolved may lie with any. */
const NATURES: ReadonlyMap<string, string> = new Map([
  ['STATUTORY', 'STATUTORY_AUTHORITY'],
  ['AUTHORISED_BY_SUPERIOR', 'AUTHORISED_ORGANISATION'],
  ['AUTHORISED_BY_PEER', 'AUTHORISED_ORGANISATION'],
  ['ENTRUSTED_BY_SUPERIOR', 'ENTRUSTED_ORGANISATION'],
  ['ENTRUSTED_BY_PEER', 'ENTRUSTED_ORGANISATION'],
]);

const natureFinding = (source: string, nature: string): readonly Finding<'CHK_31'>[] => {
  const wanted = NATURES.get(source);
  if (wanted === undefined || nature === '' || nature === 'OTHER' || nature === wanted) return [];
  const [other, detail] = [wanted, nature].map((each) => chineseOf('OrganisationNature', each) ?? each);
  const value = chineseOf('PowerSource', source) ?? source;
  const place = { field: 'organisationNature', title: '实施主体性质' };
  return [{ code: 'CHK_31', ...place, value, ...(other && { other }), ...(detail && { detail }) }];
};

/** How the record says that the power is exercised for another; undefined where it does not. */
const entrusted = ({ item }: CheckedItem): string | undefined => {
  const source = textOf(item, 'powerSource');
  if (textOf(item, 'organisationNature') === 'ENTRUSTED_ORGANISATION') return '实施主体性质为受委托组织';
  if (source.startsWith('ENTRUSTED_')) return `权力来源为${chineseOf('PowerSource', source)}`;
  return item['isEntrusted'] === true ? '是否委托行使为是' : undefined;
};

/** Statutory, authorised and entrusted powers lie with organisations of that nature; the entrusting organ is named. */
export const CHK_31_SOURCE_FITS_NATURE = defineCheck<keyof typeof PROBLEMS>({
  problems: PROBLEMS,
  find: (record) => {
    const { item } = record;
    const found: readonly Finding<keyof typeof PROBLEMS>[] = natureFinding(
      textOf(item, 'powerSource'),
      textOf(item, 'organisationNature'),
    );
    const value = entrusted(record);
    if (value === undefined || textOf(item, 'entrustingOrganisation') !== '') return found;
    const place = { field: 'entrustingOrganisation', title: '委托部门' };
    return [...found, { code: 'CHK_31_ENTRUSTING', ...place, value }];
  },
});
