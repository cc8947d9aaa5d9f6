import { canonicalOrganisation } from '../../catalog/organisations/canonical-organisation.ts';
import type { Adoption } from '../adoption.ts';
import type { ListResult } from '../compare-authority.ts';
import { isExercisedAt, namesLevels } from '../compare-lists.ts';
import type { ComparedItem } from '../compared-item.ts';
import { waitingLocal } from '../rules/waiting.ts';
import { type Exclusion, type Indicator, type Measuring, notInForce, type Outcome } from './indicator.ts';
import { meets } from './own-items.ts';

interface Answer {
  readonly result: ListResult;
  readonly reference: ComparedItem;
  readonly adoption: Adoption;
}

const CLAIMED: readonly Adoption['state'][] = ['ADOPTED', 'ADAPTED', 'PART_OF', 'SUSPENDED'];

/** Answers of several lists to one reference item: what any list has is claimed, and one that is silent outweighs a reason. */
const outcomeOf = ({ authority }: Measuring, answers: readonly Answer[]): Outcome => {
  if (answers.some(({ adoption }) => CLAIMED.includes(adoption.state))) return meets(true);
  const silent = answers.filter(({ adoption }) => adoption.state === 'UNANSWERED');
  if (silent.some(({ result, reference }) => waitingLocal(authority, reference.id, result.list)))
    return 'LINK_WAITING';
  if (silent.length > 0) return meets(false);
  if (answers.some(({ adoption }) => adoption.state === 'NIL_RETURN')) return 'NIL_RETURN';
  const reasons = answers.map(({ adoption }): Exclusion => adoption.reason ?? 'NOT_ON_THIS_LIST');
  const order: readonly Exclusion[] = ['SCHEDULED', 'CANCELLED', 'NOT_ON_THIS_LIST', 'NOT_AT_THIS_LEVEL'];
  return order.find((reason) => reasons.includes(reason)) ?? 'NOT_ON_THIS_LIST';
};

/** The authority's own name for the department a reference item falls to, as far as its lists have one. */
const localDepartments = ({ authority }: Measuring) => {
  const known = new Map<string, string>();
  for (const { department, departmentFunctions } of authority.lists.flatMap(({ items }) => items)) {
    if (department === undefined) continue;
    for (const one of departmentFunctions) if (!known.has(one)) known.set(one, department);
  }
  const regionName = authority.lists[0]?.regionName ?? '';
  return ({ department, departmentFunctions }: ComparedItem): string | undefined => {
    const own = departmentFunctions.flatMap((one) => known.get(one) ?? [])[0];
    return own ?? (department && canonicalOrganisation(department, regionName).name);
  };
};

/** 应领尽领率。 */
export const claimed: Indicator = {
  code: 'CLAIMED',
  name: '应领尽领率',
  formula:
    '已经认领（含部分对应和挂起）的参考目录事项 ÷ 参考目录规定本级行使、属于本级已有清单范围的在用事项；任一份清单有就算认领，列出的是参考目录事项',
  source: '应领尽领；标准汇编 4.3 CMP-02、4.5',
  unit: 'SHARE',
  target: { bound: 'AT_LEAST', value: 1 },
  measure: (measuring) => {
    const departmentOf = localDepartments(measuring);
    const answers = measuring.results.flatMap((result) =>
      result.comparison.rows.map((row): Answer => ({ ...row, result })),
    );
    return [...Map.groupBy(answers, ({ reference }) => reference.id).values()].map((group) => {
      const { reference } = group[0] as Answer;
      return {
        itemId: reference.id,
        regionCode: measuring.authority.regionCode,
        department: departmentOf(reference),
        itemType: reference.itemType,
        outcome:
          notInForce(reference.state) ??
          (!namesLevels(reference)
            ? 'NO_LEVEL_NAMED'
            : isExercisedAt(reference, measuring.authority.level)
              ? outcomeOf(measuring, group)
              : 'NOT_AT_THIS_LEVEL'),
      };
    });
  },
};
