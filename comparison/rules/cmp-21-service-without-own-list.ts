import { isPower } from '../list-membership.ts';
import { counterparts, hasList } from './counterparts.ts';
import { quoted } from './quoted.ts';
import type { AuthorityRule } from './rule.ts';

/** 政务服务事项不在它应在的权责清单或公共服务清单。 */
export const serviceWithoutOwnList: AuthorityRule = {
  code: 'CMP_21',
  title: '政务服务事项不在它应在的权责清单或公共服务清单',
  source: '镇坪县通知；标准汇编 4.3 CMP-21',
  check: (authority) =>
    authority.lists
      .filter(({ kind }) => kind === 'GOVERNMENT_SERVICE')
      .flatMap(({ items }) =>
        items.flatMap((item) => {
          const wantedKind = isPower(item) ? 'POWER' : 'PUBLIC_SERVICE';
          if (
            item.state === 'CANCELLED' ||
            item.itemType === 'UNRECOGNISED' ||
            !hasList(authority, wantedKind)
          )
            return [];
          const found = counterparts(authority, item, wantedKind);
          if (found.some(({ link }) => link.isSettled)) return [];
          const name = wantedKind === 'POWER' ? '权责清单' : '公共服务清单';
          const waits = found[0];
          return [
            {
              rule: 'CMP_21' as const,
              severity: waits === undefined ? ('ERROR' as const) : ('INFO' as const),
              catalogId: item.catalogId,
              itemId: item.id,
              ...(waits === undefined ? {} : { otherId: waits.item.id, linkId: waits.link.id }),
              wantedKind,
              message: `政务服务事项${quoted(item.name)}不在${name}${waits === undefined ? '' : '，有一条对应关系待审定'}`,
              action: waits === undefined ? `请列入${name}，或者从政务服务清单移出` : '请先审定这条对应关系',
            },
          ];
        }),
      ),
};
