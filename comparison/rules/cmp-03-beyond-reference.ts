import type { ItemType } from '../../catalog/enumerations.ts';
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

/** 清单的权力事项超出参考目录。 */
export const beyondReference: ListRule = {
  code: 'CMP_03',
  title: '清单的权力事项超出参考目录',
  source: '清单之外无审批；标准汇编 4.3 CMP-03',
  severities: { ERROR: '许可、给付、确认、奖励、裁决和其他权力（01、05、07 至 10 类）' },
  check: (beside) =>
    withoutReference(beside)
      .filter(({ item, waiting }) => waiting === undefined && BOUND.includes(item.itemType))
      .map(({ item }) => ({
        rule: 'CMP_03',
        severity: 'ERROR',
        catalogId: item.catalogId,
        itemId: item.id,
        message: `权力事项${quoted(item.name)}超出参考目录`,
        action: '请核对依据是否仍然有效；有地方立法的，报请纳入目录，否则取消',
      })),
};
