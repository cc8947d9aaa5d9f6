import { CHK_30_REQUIRED_ELEMENTS } from '../../catalog/rules/chk-30-required-elements.ts';
import { requiredElements, sayingTheSame } from '../../catalog/rules/required-elements.ts';
import { checkedOwnItem } from './checked-own-item.ts';
import type { Indicator } from './indicator.ts';
import { appliedFor, meets } from './own-items.ts';

/** What only a guide tells, or a list that amounts to one. */
const GUIDE_ELEMENTS = ['acceptCondition', 'handleFlow'].flatMap(sayingTheSame);

/** 指南完整率。 */
export const guideComplete: Indicator = {
  code: 'GUIDE_COMPLETE',
  name: '指南完整率',
  formula:
    '名称、主体、条件、材料、流程、时限、地点、咨询、监督九项齐全的在用事项 ÷ 清单或者指南写有办理条件、流程的清单中的在用事项；公共服务可以不承诺时限，材料写“无”与不写分不开，不算缺',
  source: '武陵源区通知（服务指南九要素）；检查 CHK-30；标准汇编 4.5',
  unit: 'SHARE',
  target: { bound: 'AT_LEAST', value: 1 },
  measure: (measuring) =>
    appliedFor(measuring, GUIDE_ELEMENTS, (own) => {
      const checked = checkedOwnItem(own);
      // All nine are asked of every item, whether or not the list has a column for them.
      const columns = new Set(requiredElements(checked.columns, 'GUIDE', checked.family));
      const found = CHK_30_REQUIRED_ELEMENTS.find({ ...checked, listKind: 'GUIDE', columns });
      return meets(found.length === 0);
    }),
};
