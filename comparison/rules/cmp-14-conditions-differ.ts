import type { ComparedItem } from '../compared-item.ts';
import { textOf } from '../element-parts.ts';
import { elementValue } from '../element-value.ts';
import type { Finding } from '../finding.ts';
import { type Adopted, adopted } from './adopted.ts';
import { differingElement } from './differing-element.ts';
import { quoted } from './quoted.ts';
import type { ListRule } from './rule.ts';

const ELEMENTS = ['acceptCondition', 'quantityLimit', 'prohibitions'] as const;

const PLACE = '(?:[本我][省市县区旗]|本地区?|当地)';
/** A place by its own name, of whose household register somebody must be; 城市户口 names none. */
const NAMED = '\\p{Script=Han}{1,6}(?<!城|农)[省市县区旗]';

const NOT_DENIED = '(?<!不[得再仅只单应当能可宜必须是]{0,3}|[无非未免期时年权额数上下有局极界])';
const NEEDS = '(?:必须|应当?|须|需)(?:为|是|系|属于?)?';
const HOLDS = '(?:具有|持有|拥有|取得|在)';
const REGISTER = '(?:常住|城镇|农村|城乡|居民)*(?:户籍|户口)';
/** Who comes from the place. */
const OF_THE_PLACE = `${HOLDS}?${PLACE}(?:${REGISTER}|(?:依法|登记|工商)*注册|(?:常住|城乡|城镇)*居民|企业|公司|纳税)`;
/** 县户口登记机关 is an office. */
const OF_ITS_REGISTER = `${HOLDS}?${NAMED}${REGISTER}(?!登记|管理|部门|机关|簿|迁|所在)`;
const LIMITS = `${NOT_DENIED}(?:[仅只]?限于?|${NEEDS})`;

/**
 * Words that keep out who comes from elsewhere: a word that limits, then the place; the place, then a word that limits;
 * or a word that shuts others out. The place alone limits nobody, and that a case falls to its jurisdiction is no limit.
 */
const LOCAL_ONLY = [
  `${LIMITS}(?:${OF_THE_PLACE}|${OF_ITS_REGISTER})`,
  `${NOT_DENIED}[仅只](?:受理|接受|面向|对)${OF_THE_PLACE}`,
  `${NOT_DENIED}${NEEDS}在${PLACE}(?:依法|工商)*(?:设立[子分]公司|缴纳税收|注册|登记)`,
  `(?:户籍|户口|注册)(?:所在地|登记地|地)?${NEEDS}(?:在|位于)?(?:${PLACE}|${NAMED})`,
  `${PLACE}(?:${REGISTER}|企业|居民)[^，,]{0,8}(?:方可|才能|才可以?|方能)(?:申请|申办|申领|办理|享受)`,
  `不(?:得|能|可以?|应)(?:为|是|系)(?:外[地省市县来]|异地|非${PLACE})(?:${REGISTER}|(?:的)?(?:企业|公司|居民|人员|人口))`,
  `(?:外[地省市县来]|异地|非${PLACE})(?:${REGISTER}|企业|居民|人员|人口)[^，,]{0,6}(?:不予|不得|不能|不受理|除外)`,
].map((words) => new RegExp(words, 'u'));

/** Words of the same clause that take a limit back or forbid it. */
const NO_LIMIT =
  /不限(?:于|制|定)?(?:本|户籍|地域|区域|地区)|不得(?:仅|只)?限|不得(?:要求|因|以[^，,]{0,10}为由|设置|规定)|不(?:再)?要求|(?:取消|废止|放宽|清理)[^，,]{0,20}(?:限制|要求|规定|条件)|(?:限制|要求|规定|条件)[^，,]{0,4}(?:取消|废止|放宽)|或者?(?:是|为|具有|持有)?(?:外|异|非本|其他[地省市县区])/u;

/** Words of the same sentence that let in who comes from elsewhere. */
const OTHERS_TOO = /(?:外[地省市县来]|异地|非本).*(?:均可|都可|也可|亦可|同样|同等|一视同仁)/u;

/** Each with what limits it: 不得有犯罪记录，且须为本市户籍 forbids one thing and asks for another. */
const CLAUSES = /[，,]|并且|而且|(?<![尚暂姑])且/u;

const localOnlyIn = (sentence: string): string | undefined =>
  OTHERS_TOO.test(sentence)
    ? undefined
    : sentence
        .split(CLAUSES)
        .filter((clause) => !NO_LIMIT.test(clause))
        .flatMap((clause) => LOCAL_ONLY.flatMap((words) => words.exec(clause)?.[0] ?? []))[0];

/** The list's own text and the rows of the guide: either keeps people out, whatever the other says. */
const localOnly = ({ elements }: ComparedItem): string | undefined =>
  [elements['acceptCondition'], elementValue(elements, 'acceptCondition')]
    .map(textOf)
    .join('\n')
    .split(/[。；;\n]/u)
    .flatMap((sentence) => localOnlyIn(sentence) ?? [])[0];

const restricted = ({ item, reference, link }: Adopted): readonly Finding[] => {
  const words = localOnly(item);
  if (words === undefined || localOnly(reference) !== undefined) return [];
  return [
    {
      rule: 'CMP_14',
      severity: 'ERROR',
      catalogId: item.catalogId,
      itemId: item.id,
      otherId: reference.id,
      linkId: link.id,
      field: 'acceptCondition',
      actual: words,
      message: `${quoted(item.name)}的受理条件写有${quoted(words)}，限制外地申请人`,
      action: '请删去参考目录没有的地域限制',
    },
  ];
};

const different = differingElement({
  rule: 'CMP_14',
  elements: ELEMENTS,
  severity: () => 'ERROR',
});

/** 受理条件与参考目录不一致，或者限制外地申请人。 */
export const conditionsDiffer: ListRule = {
  code: 'CMP_14',
  title: '受理条件与参考目录不一致，或者限制外地申请人',
  source: '标准汇编 4.3 CMP-14',
  severities: { ERROR: '一律' },
  check: (beside) => [...different(beside), ...adopted(beside).flatMap(restricted)],
};
