import type { Authority } from '../authority.ts';
import type { ComparedItem } from '../compared-item.ts';
import type { Finding } from '../finding.ts';
import { appliedFor } from './applied-for.ts';
import { counterparts, hasList } from './counterparts.ts';
import { quoted } from './quoted.ts';
import type { AuthorityRule } from './rule.ts';
import { seemsToBe } from './waiting.ts';

const checked = (authority: Authority, item: ComparedItem): readonly Finding[] => {
  const [twin] = counterparts(authority, item, 'GOVERNMENT_SERVICE');
  if (twin?.link.isSettled) return [];
  const basics = {
    rule: 'CMP_22',
    catalogId: item.catalogId,
    itemId: item.id,
    wantedKind: 'GOVERNMENT_SERVICE',
  } as const;
  if (twin !== undefined)
    return [
      {
        ...basics,
        severity: 'INFO',
        otherId: twin.item.id,
        linkId: twin.link.id,
        message: `待审定：依申请的权力事项${seemsToBe(quoted(item.name), `政务服务清单的${quoted(twin.item.name)}`, twin.link)}`,
        action: '请先审定这条对应关系',
      },
    ];
  return [
    {
      ...basics,
      severity: 'WARNING',
      message: `依申请的权力事项${quoted(item.name)}不在政务服务清单，也没有挂起`,
      action: '请列入政务服务清单；长期无办件的，挂起',
    },
  ];
};

/** 依申请的权力事项不在政务服务清单，也没有挂起。 */
export const powerNotServed: AuthorityRule = {
  code: 'CMP_22',
  title: '依申请的权力事项不在政务服务清单，也没有挂起',
  source: '镇坪县通知；标准汇编 4.3 CMP-22',
  severities: { WARNING: '没有对应', INFO: '对应关系待审定' },
  check: (authority) =>
    hasList(authority, 'GOVERNMENT_SERVICE')
      ? authority.lists
          .filter(({ kind }) => kind === 'POWER')
          .flatMap(({ items }) =>
            items.filter(
              (item) =>
                item.state === 'IN_FORCE' &&
                item.itemType !== 'UNRECOGNISED' &&
                appliedFor(authority, item).isAppliedFor,
            ),
          )
          .flatMap((item) => checked(authority, item))
      : [],
};
