import { chineseOf } from '../enumerations.ts';
import { POWER_TYPES } from '../power-types.ts';
import { type CheckedItem, defineCheck, type Finding } from './check.ts';
import { textOf } from './record-values.ts';

const PROBLEMS = {
  NOTICE_INTERNAL: {
    severity: 'WARNING',
    template:
      '“{value}”是针对机关、事业单位工作人员的内部事项（“{detail}”），不纳入公共服务清单，请核对后移出。',
    source: '武陵源区通知三（内部事项不纳入）',
  },
  NOTICE_TEMPORARY: {
    severity: 'WARNING',
    template:
      '“{value}”是临时部署的任务（“{detail}”），不列为公共服务事项；已经常性开展并制度化的，请写明制度依据。',
    source: '武陵源区通知三（临时性服务事项不列入）',
  },
  NOTICE_POWER_ITEM: {
    severity: 'ERROR',
    template: '事项类型是{value}，属于行政权力，应列入权力清单，不列入公共服务清单，请移出或者改正类型。',
    source: '武陵源区通知三（已列入权力清单的事项不纳入）',
  },
  NOTICE_POWER_ITEM_OTHER: {
    severity: 'WARNING',
    template: '事项类型“{value}”在标准中是行政权力；如确为公共服务，请把类型改为“公共服务”，否则移出清单。',
    source: '武陵源区通知三（已列入权力清单的事项不纳入）；GB/T 39046-2020 表 A.1',
  },
} as const;

/** Who is managed, and what is done to them; exams and certificates for outsiders name other people. */
const STAFF =
  '(?:行政机关|机关|事业单位|行政单位|公务员|机关干部|干部职工|领导干部|在职干部|在编人员|本单位(?:职工|人员)?|本系统(?:职工|人员|干部)?|内部(?:人员|职工)?)';
const MANAGED =
  '(?:年度考核|考核|绩效考评|奖惩|处分|教育培训|业务培训|岗位培训|考勤|任免|轮岗|述职|工资核定|职务晋升|离岗|休假)';
const INTERNAL = new RegExp(`${STAFF}(?:的|及其|和|、|工作人员|人员|职工|干部|\\s){0,4}${MANAGED}`, 'u');

const TEMPORARY =
  /临时性(?:任务|工作|服务|事项)|(?:上级|领导|党委|政府)\S{0,6}(?:交办|部署)\S{0,5}(?:任务|工作|事项)|专项整治(?:行动)?$|(?:创建|迎检|迎评|攻坚)(?:工作|任务|活动)$|阶段性(?:任务|工作)/u;
/** Carried on regularly and by rule, such a service may be listed after all. */
const REGULAR = /经常性|制度化|常态化|长期/u;

const wordsOf = ({ item }: CheckedItem): readonly string[] => [
  textOf(item, 'name'),
  textOf(item, 'serviceContent'),
  textOf(item, 'remark'),
];

const place = { field: 'name', title: '事项名称' };

const firstMatch = (pattern: RegExp, texts: readonly string[]): string | undefined =>
  texts.map((text) => pattern.exec(text)?.[0]).find((found) => found !== undefined);

const powerFinding = ({ itemType }: CheckedItem): readonly Finding<keyof typeof PROBLEMS>[] => {
  const power = POWER_TYPES.find((type) => type === itemType);
  if (power === undefined) return [];
  // 其他 is where a list puts what fits no other word of its own; it need not mean a power.
  const code = power === 'OTHER_POWER' ? 'NOTICE_POWER_ITEM_OTHER' : 'NOTICE_POWER_ITEM';
  const value = chineseOf('ItemType', power) ?? power;
  return [{ code, field: 'itemType', title: '事项类型', value }];
};

/** A list of public services holds no internal matters, no passing tasks and no powers. */
export const NOTICE_EXCLUDED_ITEMS = defineCheck<keyof typeof PROBLEMS>({
  problems: PROBLEMS,
  find: (record) => {
    if (record.listKind !== 'PUBLIC_SERVICE') return [];
    const words = wordsOf(record);
    const value = textOf(record.item, 'name');
    const found: Finding<keyof typeof PROBLEMS>[] = [];
    const internal = firstMatch(INTERNAL, words);
    if (internal !== undefined) found.push({ code: 'NOTICE_INTERNAL', ...place, value, detail: internal });
    const temporary = firstMatch(TEMPORARY, words);
    const isRegular = [...words, textOf(record.item, 'legalBasisText')].some((text) => REGULAR.test(text));
    if (temporary !== undefined && !isRegular) {
      found.push({ code: 'NOTICE_TEMPORARY', ...place, value, detail: temporary });
    }
    return [...found, ...powerFinding(record)];
  },
});
