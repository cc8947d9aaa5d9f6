import type { ItemType } from '../../catalog/enumerations.ts';
import type { ExerciseLevel } from '../../catalog/exercise-levels.ts';
import { LEVEL_NAMES } from '../../catalog/levels.ts';
import { isExercisedAt, namesLevels } from '../compare-lists.ts';
import type { ComparedItem, ComparedList } from '../compared-item.ts';
import { quoted } from './quoted.ts';
import type { ListRule } from './rule.ts';
import { withoutReference } from './without-reference.ts';

/** Types 01, 05 and 07 to 10: what an applicant needs from an authority must be in the common directory. */
const BOUND: readonly string[] = [
  'LICENSING',
  'PAYMENT',
  'CONFIRMATION',
  'REWARD',
  'ADJUDICATION',
  'OTHER_POWER',
] satisfies readonly ItemType[];

/** A catalog that leaves more of its items without levels tells nothing of those it does not have. */
const MOST = 0.5;

/** Whether a catalog says of too few of its items who exercises them. */
export const namesFewLevels = (items: readonly ComparedItem[]): boolean =>
  items.filter(namesLevels).length < items.length * MOST;

/**
 * Whether a catalog is one of what the level exercises: it says of most of its items who exercises them, and of some
 * that the level does. What a province's own catalog does not have, a county may have from another.
 */
const coversLevel = ({ items }: ComparedList, level: ExerciseLevel): boolean =>
  !namesFewLevels(items) && items.some((item) => namesLevels(item) && isExercisedAt(item, level));

/** 清单的权力事项超出参考目录。 */
export const beyondReference: ListRule = {
  code: 'CMP_03',
  title: '清单的权力事项超出参考目录（每一项也在 CMP-01 中）',
  source: '清单之外无审批；标准汇编 4.3 CMP-03',
  severities: {
    ERROR: '许可、给付、确认、奖励、裁决和其他权力（01、05、07 至 10 类），参考目录写有本级行使的事项',
    INFO: '参考目录多数事项没有写行使层级，或者没有写由本级行使的：看不出它管不管本级',
  },
  check: (beside) => {
    const { authority, list } = beside;
    const isCovered = authority.references.some((catalog) => coversLevel(catalog, list.level));
    return withoutReference(beside)
      .filter(({ item, waiting }) => waiting === undefined && BOUND.includes(item.itemType))
      .map(({ item }) => ({
        rule: 'CMP_03',
        severity: isCovered ? 'ERROR' : 'INFO',
        catalogId: item.catalogId,
        itemId: item.id,
        ...(isCovered
          ? {
              message: `权力事项${quoted(item.name)}超出参考目录`,
              action: '请核对依据是否仍然有效；有地方立法的，报请纳入目录，否则取消',
            }
          : {
              message: `权力事项${quoted(item.name)}在参考目录中没有找到；参考目录看不出管不管${LEVEL_NAMES[list.level]}的事项，不能断定超出`,
              action: '请对照本级适用的目录核对；确实不在目录中的，核对依据是否仍然有效',
            }),
      }));
  },
};
