import type { Authority } from '../authority.ts';
import type { ComparedItem } from '../compared-item.ts';
import type { Finding } from '../finding.ts';
import { isPower } from '../list-membership.ts';
import { counterparts, hasList } from './counterparts.ts';
import { quoted } from './quoted.ts';
import type { AuthorityRule } from './rule.ts';
import { seemsToBe } from './waiting.ts';

const basics = (item: ComparedItem) =>
  ({ rule: 'CMP_20', catalogId: item.catalogId, itemId: item.id }) as const;

const checked = (authority: Authority, item: ComparedItem): readonly Finding[] => {
  const twins = counterparts(authority, item, 'POWER').filter(
    ({ link, item: power }) => link.relation === 'EQUIVALENT' && power.state !== 'CANCELLED',
  );
  const settled = twins.filter(({ link }) => link.isSettled);
  if (settled.length > 0)
    return settled.map(({ item: power, link }) => ({
      ...basics(item),
      severity: 'ERROR',
      otherId: power.id,
      linkId: link.id,
      message: `${quoted(item.name)}已在权责清单，不应再列入公共服务清单`,
      action: '请从公共服务清单移出',
    }));
  const [waits] = twins;
  if (waits !== undefined)
    return [
      {
        ...basics(item),
        severity: 'INFO',
        otherId: waits.item.id,
        linkId: waits.link.id,
        message: `待审定：${seemsToBe(quoted(item.name), `权责清单的${quoted(waits.item.name)}`, waits.link)}`,
        action: '请先审定这条对应关系',
      },
    ];
  if (!isPower(item) || !hasList(authority, 'POWER')) return [];
  return [
    {
      ...basics(item),
      severity: 'ERROR',
      wantedKind: 'POWER',
      message: `${quoted(item.name)}是行政权力事项，列入了公共服务清单，权责清单中却没有`,
      action: '请移入权责清单',
    },
  ];
};

/** 行政权力事项列入公共服务清单，在权责清单也有的为重复。 */
export const onBothLists: AuthorityRule = {
  code: 'CMP_20',
  title: '同一事项既在权责清单又在公共服务清单，或者行政权力事项列入公共服务清单',
  source: '武陵源区通知；标准汇编 4.1、4.3 CMP-20',
  severities: { ERROR: '一律', INFO: '对应关系待审定' },
  check: (authority) =>
    authority.lists
      .filter(({ kind }) => kind === 'PUBLIC_SERVICE')
      .flatMap(({ items }) => items.filter(({ state }) => state !== 'CANCELLED'))
      .flatMap((item) => checked(authority, item)),
};
