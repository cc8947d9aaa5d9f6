import { differingElement } from './differing-element.ts';
import type { ListRule } from './rule.ts';

const rule = 'CMP_14';

/** 受理条件与参考目录不一致。 */
export const conditionsDiffer: ListRule = {
  code: rule,
  title: '受理条件与参考目录不一致',
  source: '标准汇编 4.3 CMP-14',
  check: differingElement({
    rule,
    elements: ['acceptCondition', 'quantityLimit', 'prohibitions'],
    severity: () => 'ERROR',
  }),
};
