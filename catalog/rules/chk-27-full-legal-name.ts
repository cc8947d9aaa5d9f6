import { SHORT_OFFICES } from '../short-names.ts';
import { type CheckedItem, defineCheck, type Finding } from './check.ts';
import { textOf } from './record-values.ts';

const SOURCE = '武陵源区通知附件 2 备注 4（实施单位和共同实施单位填写规范全称）';

const PROBLEMS = {
  CHK_27: {
    severity: 'WARNING',
    template: '实施主体“{value}”不是规范全称：“{detail}”是简称，应写作“{other}”。请按机构编制文件写全称。',
    source: SOURCE,
  },
  CHK_27_PLACE: {
    severity: 'INFO',
    template: '实施主体“{value}”没有写行政区划名称，离开本清单就认不出是哪里的单位，请写全称。',
    source: SOURCE,
  },
  CHK_27_JOINT: {
    severity: 'WARNING',
    template: '“{title}”写作“{value}”，没有逐一列明，请列出每个单位的规范全称。',
    source: SOURCE,
  },
} as const;

/** Organs bear the name of their place; schools, companies and institutes need not. */
const ORGAN = /(?:局|厅|委|办|办公室|人民政府|委员会|派出所|大队|支队|管理处)$/u;
const CENTRAL = /^(?:中华人民共和国|中华|中国|国家|国务院|最高|\p{Script=Han}{2,6}部(?!门|队))/u;
/** Words with a level's character in them that name no place. */
const NO_PLACE = /市场|城市|社区|城乡|乡村|乡镇|区域|县域|城镇|园区|地区|州际/gu;

/** 新鱼塘社区居民委员会: a village's own name is the place. */
const COMMITTEE = /(?:社区|村)?(?:村民|居民)委员会$/u;

const namesNoPlace = (name: string): boolean => {
  if (COMMITTEE.test(name)) return name.replace(COMMITTEE, '').length < 2;
  if (!ORGAN.test(name) || CENTRAL.test(name)) return false;
  const rest = name.replace(NO_PLACE, '').replace(/^(?:省|市|区|县|旗|镇|乡|街道|村)+/u, '');
  return (
    !/.(?:[省市县区旗州盟镇乡]|街道|自治区|大桥|珠江|长江|黄河|淮河|海河|太湖|机场)/u.test(rest) ||
    GENERIC.test(name)
  );
};

const GENERIC = /^(?:各级|各|县级以上|乡镇|镇街|乡\(镇\)|镇\(街道\)|乡镇\(街道\)|区县|县区|市县)/u;

/** One look for most names, which have no short form. */
const ANY_SHORT_OFFICE = new RegExp(SHORT_OFFICES.map(([short]) => short.source).join('|'), 'u');

/** What kind of organ a short form ends in, in full; 残联 and 编办 have it in their full form already. */
const ENDING = /(?:分局|局|厅|委|办|中心|所|站)$/u;
const FULL_ENDINGS: Readonly<Record<string, string>> = { 委: '委员会', 办: '办公室' };

const fullForm = (short: string, full: string): string => {
  const ending = /[会室]$/u.test(full) ? '' : (ENDING.exec(short)?.[0] ?? '');
  return full + (FULL_ENDINGS[ending] ?? ending);
};

/** A short form is told before a missing place: the full name brings the place along. */
const nameFindings = (value: string): readonly Finding<'CHK_27' | 'CHK_27_PLACE'>[] => {
  const place = { field: 'organisationName', title: '实施主体', value };
  for (const [short, full] of ANY_SHORT_OFFICE.test(value) ? SHORT_OFFICES : []) {
    const detail = short.exec(value)?.[0];
    if (detail !== undefined) return [{ code: 'CHK_27', ...place, detail, other: fullForm(detail, full) }];
  }
  return namesNoPlace(value) ? [{ code: 'CHK_27_PLACE', ...place }] : [];
};

const OPEN_LIST =
  /等(?:有关|相关|\d*个)?(?:部门|单位|机构)?$|(?:有关|相关)(?:部门|单位|机构)|^各\S{0,8}(?:部门|单位)$/u;

const JOINT = {
  coImplementingOrganisations: '共同实施部门',
  jointOrganisations: '联办机构',
} as const;

const jointFindings = (item: CheckedItem): readonly Finding<'CHK_27_JOINT'>[] =>
  Object.entries(JOINT).flatMap(([field, title]) => {
    const value = textOf(item.item, field);
    return OPEN_LIST.test(value) ? [{ code: 'CHK_27_JOINT', field, title, value } as const] : [];
  });

/** The implementing organisation stands with its full legal name, joint ones each by name. A reference speaks of kinds of organisations. */
export const CHK_27_FULL_LEGAL_NAME = defineCheck<keyof typeof PROBLEMS>({
  problems: PROBLEMS,
  find: (item) => {
    if (item.listKind === 'REFERENCE') return [];
    return [...nameFindings(textOf(item.item, 'organisationName')), ...jointFindings(item)];
  },
});
