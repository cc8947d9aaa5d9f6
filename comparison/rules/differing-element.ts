import type { CompareRule } from '../../catalog/fields/field.ts';
import type { Severity } from '../../catalog/problems.ts';
import type { FieldDrift } from '../drift.ts';
import type { Finding, RuleCode } from '../finding.ts';
import { type Adopted, differences } from './adopted.ts';
import { quoted } from './quoted.ts';
import type { ListBeside } from './rule.ts';

type Differing = Adopted & { readonly found: FieldDrift };

export interface DifferingElement {
  readonly rule: RuleCode;
  readonly elements: readonly string[];
  /** None: the difference is none of this rule's. */
  readonly severity: (differing: Differing, beside: ListBeside) => Severity | undefined;
}

/** How a difference came about, and what follows from it. */
const ACTIONS: Readonly<Record<string, string>> = {
  BEHIND: '参考目录已经更新，请按现行参考目录修改',
  LOCAL_EDIT: '请改回参考目录的写法，或报请修订参考目录',
  CONFLICT: '参考目录和本地都已改动，请对照两处改动后重新确定',
};

/** Findings of one kind for every difference of substance in some elements. */
export const differingElement =
  ({ rule, elements, severity }: DifferingElement) =>
  (beside: ListBeside): readonly Finding[] =>
    differences(beside, elements).flatMap((differing) => {
      const { item, reference, link, found } = differing;
      const weight = severity(differing, beside);
      if (weight === undefined) return [];
      return [
        {
          rule,
          severity: weight,
          catalogId: item.catalogId,
          itemId: item.id,
          otherId: reference.id,
          linkId: link.id,
          field: found.field.element,
          drift: found.state,
          actual: found.local,
          expected: found.now,
          message: messageOf(item.name, found),
          action: ACTIONS[found.state] as string,
        },
      ];
    });

const PARTED: readonly CompareRule[] = ['set', 'lawAndArticle', 'canonicalMaterial'];

/** Laws, materials and members of a set part by part; any other text as it stands on both sides. */
const messageOf = (name: string, { field, now, local, added, missing }: FieldDrift): string => {
  const head = `${quoted(name)}的${field.chinese}与参考目录不同`;
  const parts = [
    ...(added.length > 0 ? [`多出${added.map(quoted).join('、')}`] : []),
    ...(missing.length > 0 ? [`缺少${missing.map(quoted).join('、')}`] : []),
  ];
  if (local !== '' && PARTED.includes(field.compareRule) && parts.length > 0)
    return `${head}：${parts.join('；')}`;
  return `${head}：本清单${stated(local)}，参考目录${stated(now)}`;
};

const stated = (text: string): string => (text === '' ? '没有填写' : `写的是${quoted(text)}`);
