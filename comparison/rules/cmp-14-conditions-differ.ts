import type { ComparedItem } from '../compared-item.ts';
import { textOf } from '../element-parts.ts';
import { elementValue } from '../element-value.ts';
import type { Finding } from '../finding.ts';
import { type Adopted, adopted } from './adopted.ts';
import { differingElement } from './differing-element.ts';
import { quoted } from './quoted.ts';
import type { ListRule } from './rule.ts';

const ELEMENTS = ['acceptCondition', 'quantityLimit', 'prohibitions'] as const;

/** Conditions that keep out who comes from elsewhere; that a case falls to the place's jurisdiction is none. */
const LOCAL_ONLY =
  /(?:仅限|只限|限于|须为|应为|必须是|限)本(?:地|省|市|县|区)(?:户籍|企业|公司|注册|居民|纳税)|本地(?:企业|注册|户籍|纳税)|在本(?:地|市|县|区)(?:设立(?:子|分)公司|缴纳税收)/u;

const localOnly = (item: ComparedItem): string | undefined =>
  LOCAL_ONLY.exec(textOf(elementValue(item.elements, 'acceptCondition')))?.[0];

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
