import { differingElement } from './differing-element.ts';
import type { ListRule } from './rule.ts';

const rule = 'CMP_17';

/** 服务对象与参考目录不一致。 */
export const audienceDiffers: ListRule = {
  code: rule,
  title: '服务对象与参考目录不一致',
  source: '标准汇编 4.3 CMP-17',
  severities: { WARNING: '一律' },
  check: differingElement({
    rule,
    elements: ['serviceObjects'],
    severity: () => 'WARNING',
  }),
};
