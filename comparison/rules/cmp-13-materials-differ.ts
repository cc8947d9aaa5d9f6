import { normalizeName } from '../../catalog/names.ts';
import { elementParts } from '../element-parts.ts';
import { elementValue } from '../element-value.ts';
import type { Finding } from '../finding.ts';
import { type Adopted, adopted } from './adopted.ts';
import { differingElement } from './differing-element.ts';
import { quoted } from './quoted.ts';
import type { ListRule } from './rule.ts';
import { textsOf } from './two-texts.ts';

const ELEMENT = 'materialsText';

const different = differingElement({
  rule: 'CMP_13',
  elements: [ELEMENT],
  severity: ({ found }) => (found.added.length > 0 ? 'ERROR' : 'WARNING'),
});

/** Materials that both ask for, each under a name of its own. */
const renamed = ({
  item,
  reference,
}: Adopted): readonly { readonly ours: string; readonly theirs: string }[] => {
  const partsOf = (elements: Adopted['item']['elements']) =>
    elementParts('canonicalMaterial', elementValue(elements, ELEMENT));
  const theirs = new Map(partsOf(reference.elements).map(({ key, text }) => [key, text]));
  return partsOf(item.elements).flatMap(({ key, text }) => {
    const other = theirs.get(key);
    return other === undefined || normalizeName(other) === normalizeName(text)
      ? []
      : [{ ours: text, theirs: other }];
  });
};

const respelled = (one: Adopted): readonly Finding[] => {
  const found = one.drift.find(({ field, state }) => field.element === ELEMENT && state === 'COSMETIC');
  const names = found === undefined ? [] : renamed(one);
  if (found === undefined || names.length === 0) return [];
  const pairs = names.map(({ ours, theirs }) => `${quoted(ours)}应为${quoted(theirs)}`).join('、');
  return [
    {
      rule: 'CMP_13',
      severity: 'WARNING',
      catalogId: one.item.catalogId,
      itemId: one.item.id,
      otherId: one.reference.id,
      linkId: one.link.id,
      ...textsOf(found),
      message: `${quoted(one.item.name)}的申请材料与参考目录相同，名称写法不同：${pairs}`,
      action: '请按参考目录的名称填写申请材料',
    },
  ];
};

/** 申请材料与参考目录不一致；多要材料为错误。 */
export const materialsDiffer: ListRule = {
  code: 'CMP_13',
  title: '申请材料与参考目录不一致；多要材料为错误',
  source: '同一事项各地材料差异、无差别受理；标准汇编 4.3 CMP-13',
  severities: { ERROR: '多要材料', WARNING: '少了材料，或者同一份材料名称写法不同' },
  check: (beside) => [...different(beside), ...adopted(beside).flatMap(respelled)],
};
