import type { Severity } from '../../catalog/problems.ts';
import { compareLimits, knownLimit } from '../../catalog/rules/limit-order.ts';
import { differingElement } from './differing-element.ts';
import type { ListRule } from './rule.ts';

/** A longer limit than the reference's takes from the applicant what the law gives. */
const weight = (local: unknown, reference: unknown, today: string): Severity => {
  const [ours, theirs] = [knownLimit(local), knownLimit(reference)];
  if (ours === undefined || theirs === undefined) return 'WARNING';
  const found = compareLimits(ours, theirs, today);
  return 'order' in found && found.order === 'LONGER' ? 'ERROR' : 'WARNING';
};

/** 法定办结时限与参考目录不一致。 */
export const statutoryLimitDiffers: ListRule = {
  code: 'CMP_11',
  title: '法定办结时限与参考目录不一致',
  source: '同一事项各地时限差异；标准汇编 4.3 CMP-11',
  severities: { ERROR: '比参考目录长', WARNING: '比参考目录短，或者无法比出长短' },
  check: differingElement({
    rule: 'CMP_11',
    elements: ['statutoryLimit'],
    severity: ({ item, reference }, { authority }) =>
      weight(item.elements['statutoryLimit'], reference.elements['statutoryLimit'], authority.today),
  }),
};
