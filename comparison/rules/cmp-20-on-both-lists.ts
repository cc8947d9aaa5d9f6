import { counterparts } from './counterparts.ts';
import { quoted } from './quoted.ts';
import type { AuthorityRule } from './rule.ts';

/** 同一事项既在权责清单又在公共服务清单。 */
export const onBothLists: AuthorityRule = {
  code: 'CMP_20',
  title: '同一事项既在权责清单又在公共服务清单',
  source: '武陵源区通知；标准汇编 4.3 CMP-20',
  check: (authority) =>
    authority.lists
      .filter(({ kind }) => kind === 'PUBLIC_SERVICE')
      .flatMap(({ items }) =>
        items
          .filter(({ state }) => state !== 'CANCELLED')
          .flatMap((item) =>
            counterparts(authority, item, 'POWER')
              .filter(
                ({ link, item: power }) => link.relation === 'EQUIVALENT' && power.state !== 'CANCELLED',
              )
              .map(({ item: power, link }) => ({
                rule: 'CMP_20' as const,
                severity: link.isSettled ? ('ERROR' as const) : ('INFO' as const),
                catalogId: item.catalogId,
                itemId: item.id,
                otherId: power.id,
                linkId: link.id,
                message: `${quoted(item.name)}已在权责清单${link.isSettled ? '' : '（有待审定）'}，不应再列入公共服务清单`,
                action: link.isSettled ? '请从公共服务清单移出' : '请先审定这条对应关系',
              })),
          ),
      ),
};
