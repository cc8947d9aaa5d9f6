import { isOnApplication } from '../list-membership.ts';
import { counterparts, hasList } from './counterparts.ts';
import { quoted } from './quoted.ts';
import type { AuthorityRule } from './rule.ts';

/** 依申请的权力事项不在政务服务清单，也没有挂起。 */
export const powerNotServed: AuthorityRule = {
  code: 'CMP_22',
  title: '依申请的权力事项不在政务服务清单，也没有挂起',
  source: '镇坪县通知；标准汇编 4.3 CMP-22',
  check: (authority) =>
    hasList(authority, 'GOVERNMENT_SERVICE')
      ? authority.lists
          .filter(({ kind }) => kind === 'POWER')
          .flatMap(({ items }) =>
            items
              .filter(
                (item) =>
                  item.state === 'IN_FORCE' && item.itemType !== 'UNRECOGNISED' && isOnApplication(item),
              )
              .flatMap((item) => {
                const found = counterparts(authority, item, 'GOVERNMENT_SERVICE');
                if (found.some(({ link }) => link.isSettled)) return [];
                const waits = found[0];
                return [
                  {
                    rule: 'CMP_22' as const,
                    severity: waits === undefined ? ('WARNING' as const) : ('INFO' as const),
                    catalogId: item.catalogId,
                    itemId: item.id,
                    ...(waits === undefined ? {} : { otherId: waits.item.id, linkId: waits.link.id }),
                    wantedKind: 'GOVERNMENT_SERVICE' as const,
                    message: `依申请的权力事项${quoted(item.name)}不在政务服务清单，也没有挂起`,
                    action:
                      waits === undefined ? '请列入政务服务清单；长期无办件的，挂起' : '请先审定这条对应关系',
                  },
                ];
              }),
          )
      : [],
};
