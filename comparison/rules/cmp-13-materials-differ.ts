import { differingElement } from './differing-element.ts';
import type { ListRule } from './rule.ts';

/** 申请材料与参考目录不一致；多要材料为错误。 */
export const materialsDiffer: ListRule = {
  code: 'CMP_13',
  title: '申请材料与参考目录不一致；多要材料为错误',
  source: '同一事项各地材料差异、无差别受理；标准汇编 4.3 CMP-13',
  check: differingElement({
    rule: 'CMP_13',
    elements: ['materialsText'],
    severity: ({ found }) => (found.added.length > 0 ? 'ERROR' : 'WARNING'),
  }),
};
