import { differingElement } from './differing-element.ts';
import type { ListRule } from './rule.ts';

const rule = 'CMP_04';

/** 名称与参考目录不一致。 */
export const nameDiffers: ListRule = {
  code: rule,
  title: '名称与参考目录不一致',
  source: '四级四同；标准汇编 4.3 CMP-04',
  severities: { ERROR: '基本编码相同', WARNING: '没有相同的基本编码' },
  check: differingElement({
    rule,
    elements: ['name'],
    severity: ({ item, reference }) =>
      item.basicKey !== undefined && item.basicKey === reference.basicKey ? 'ERROR' : 'WARNING',
  }),
};
