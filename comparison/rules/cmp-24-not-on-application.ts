import type { Authority } from '../authority.ts';
import type { ComparedItem } from '../compared-item.ts';
import type { Finding } from '../finding.ts';
import { appliedFor } from './applied-for.ts';
import { quoted } from './quoted.ts';
import type { AuthorityRule } from './rule.ts';

const checked = (authority: Authority, item: ComparedItem): readonly Finding[] => {
  const { isAppliedFor, saidBy } = appliedFor(authority, item);
  if (isAppliedFor) return [];
  return [
    {
      rule: 'CMP_24',
      severity: 'WARNING',
      catalogId: item.catalogId,
      itemId: item.id,
      ...(saidBy === undefined ? {} : { otherId: saidBy.id }),
      message: `${quoted(item.name)}无需相对人申请，不应列入政务服务清单`,
      action: '请移出政务服务清单，保留在权责清单或公共服务清单',
    },
  ];
};

/** 无需申请的事项列入政务服务清单。 */
export const notOnApplication: AuthorityRule = {
  code: 'CMP_24',
  title: '无需申请的事项列入政务服务清单',
  source: '镇坪县通知（不需相对人申请的原则上不纳入）；标准汇编 4.3 CMP-24',
  severities: { WARNING: '一律' },
  check: (authority) =>
    authority.lists
      .filter(({ kind }) => kind === 'GOVERNMENT_SERVICE')
      .flatMap(({ items }) =>
        items.filter(({ state, itemType }) => state !== 'CANCELLED' && itemType !== 'UNRECOGNISED'),
      )
      .flatMap((item) => checked(authority, item)),
};
