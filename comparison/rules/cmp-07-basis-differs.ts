import { differingElement } from './differing-element.ts';
import type { ListRule } from './rule.ts';

const rule = 'CMP_07';

/** 设定依据与参考目录不一致，到法和条。 */
export const basisDiffers: ListRule = {
  code: rule,
  title: '设定依据与参考目录不一致，到法和条',
  source: '四级四同；标准汇编 4.3 CMP-07',
  severities: { WARNING: '一律' },
  check: differingElement({
    rule,
    elements: ['legalBasisText'],
    severity: () => 'WARNING',
  }),
};
