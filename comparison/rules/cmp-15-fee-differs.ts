import { differingElement } from './differing-element.ts';
import type { ListRule } from './rule.ts';

const rule = 'CMP_15';

/** 收费或收费依据与参考目录不一致。 */
export const feeDiffers: ListRule = {
  code: rule,
  title: '收费或收费依据与参考目录不一致',
  source: '标准汇编 4.3 CMP-15',
  severities: { ERROR: '一律' },
  check: differingElement({
    rule,
    elements: ['hasFee', 'feeBasis', 'feeStandard'],
    severity: () => 'ERROR',
  }),
};
