import { differingElement } from './differing-element.ts';
import type { ListRule } from './rule.ts';

const rule = 'CMP_06';

/** 事项类型与参考目录不一致。 */
export const typeDiffers: ListRule = {
  code: rule,
  title: '事项类型与参考目录不一致',
  source: '四级四同；标准汇编 4.3 CMP-06',
  severities: { ERROR: '一律' },
  check: differingElement({
    rule,
    elements: ['itemType'],
    severity: () => 'ERROR',
  }),
};
