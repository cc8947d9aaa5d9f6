import { differingElement } from './differing-element.ts';
import type { ListRule } from './rule.ts';

const rule = 'CMP_10';

/** 主题与参考目录不一致。 */
export const topicsDiffer: ListRule = {
  code: rule,
  title: '主题与参考目录不一致',
  source: '海盐县通知；标准汇编 4.3 CMP-10',
  severities: { WARNING: '一律' },
  check: differingElement({
    rule,
    elements: ['naturalPersonTopics', 'legalPersonTopics', 'topicsText'],
    severity: () => 'WARNING',
  }),
};
