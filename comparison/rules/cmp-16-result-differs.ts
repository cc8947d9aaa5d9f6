import { differingElement } from './differing-element.ts';
import type { ListRule } from './rule.ts';

const rule = 'CMP_16';

/** 审批结果与参考目录不一致。 */
export const resultDiffers: ListRule = {
  code: rule,
  title: '审批结果与参考目录不一致',
  source: '标准汇编 4.3 CMP-16',
  severities: { WARNING: '一律' },
  check: differingElement({
    rule,
    elements: ['resultTypes', 'resultName'],
    severity: () => 'WARNING',
  }),
};
