import type { Authority } from '../authority.ts';
import type { ComparedItem } from '../compared-item.ts';
import type { Finding } from '../finding.ts';
import { isPower } from '../list-membership.ts';
import { counterparts, hasList } from './counterparts.ts';
import { quoted } from './quoted.ts';
import type { AuthorityRule } from './rule.ts';
import { seemsToBe } from './waiting.ts';

const LIST_NAMES = { POWER: '权责清单', PUBLIC_SERVICE: '公共服务清单' } as const;

const checked = (authority: Authority, item: ComparedItem): readonly Finding[] => {
  const wantedKind = isPower(item) ? 'POWER' : 'PUBLIC_SERVICE';
  if (!hasList(authority, wantedKind)) return [];
  const [twin] = counterparts(authority, item, wantedKind);
  if (twin?.link.isSettled) return [];
  const basics = { rule: 'CMP_21', catalogId: item.catalogId, itemId: item.id, wantedKind } as const;
  const name = LIST_NAMES[wantedKind];
  if (twin !== undefined)
    return [
      {
        ...basics,
        severity: 'INFO',
        otherId: twin.item.id,
        linkId: twin.link.id,
        message: `待审定：政务服务事项${seemsToBe(quoted(item.name), `${name}的${quoted(twin.item.name)}`, twin.link)}`,
        action: '请先审定这条对应关系',
      },
    ];
  return [
    {
      ...basics,
      severity: 'ERROR',
      message: `政务服务事项${quoted(item.name)}不在${name}`,
      action: `请列入${name}，或者从政务服务清单移出`,
    },
  ];
};

/** 政务服务事项不在它应在的权责清单或公共服务清单。 */
export const serviceWithoutOwnList: AuthorityRule = {
  code: 'CMP_21',
  title: '政务服务事项不在它应在的权责清单或公共服务清单',
  source: '镇坪县通知；标准汇编 4.3 CMP-21',
  severities: { ERROR: '没有对应', INFO: '对应关系待审定' },
  check: (authority) =>
    authority.lists
      .filter(({ kind }) => kind === 'GOVERNMENT_SERVICE')
      .flatMap(({ items }) =>
        items.filter(({ state, itemType }) => state !== 'CANCELLED' && itemType !== 'UNRECOGNISED'),
      )
      .flatMap((item) => checked(authority, item)),
};
