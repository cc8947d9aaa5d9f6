import type { ComparedItem } from '../compared-item.ts';
import { textOf } from '../element-parts.ts';
import { elementValue } from '../element-value.ts';
import type { Finding } from '../finding.ts';
import { type Adopted, adopted } from './adopted.ts';
import { differingElement } from './differing-element.ts';
import { quoted } from './quoted.ts';
import type { ListRule } from './rule.ts';

const ELEMENTS = ['acceptCondition', 'quantityLimit', 'prohibitions'] as const;

const PLACE = '本(?:地区?|[省市县区])';

const NOT_DENIED = '(?<!不[得再仅只单应当能可宜必须是]{0,3}|[无非未免期时年权额])';

/**
 * Words that keep out who comes from elsewhere: a word that limits, then the place. The place alone limits nobody, and
 * that a case falls to its jurisdiction is no limit either.
 */
const LOCAL_ONLY = new RegExp(
  `${NOT_DENIED}(?:(?:[仅只]?限于?|[仅只](?:受理|接受|面向|对)|(?:必须|应当?|须|需)(?:为|是|具有|持有))在?${PLACE}(?:常住)?(?:户籍|户口|企业|公司|注册|居民|纳税)|(?:必须|应当?|须|需)在${PLACE}(?:设立[子分]公司|缴纳税收))`,
  'u',
);

/** Words of the same clause that take a limit back or forbid it. */
const NO_LIMIT =
  /不限|不得(?:仅|只)?限|不得(?:要求|以|设置|规定)|不(?:再)?要求|取消|均可|一视同仁|或者?(?:外|异|非本)/u;

/** Words of the same sentence that let in who comes from elsewhere. */
const OTHERS_TOO = /(?:外[地省市县来]|异地|非本).*(?:均可|也可|亦可|同样|同等|一视同仁)/u;

const localOnlyIn = (sentence: string): string | undefined =>
  OTHERS_TOO.test(sentence)
    ? undefined
    : sentence
        .split(/[，,]/u)
        .flatMap((clause) => (NO_LIMIT.test(clause) ? [] : (LOCAL_ONLY.exec(clause)?.[0] ?? [])))[0];

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
