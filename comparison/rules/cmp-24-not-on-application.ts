import type { Authority } from '../authority.ts';
import type { ComparedItem } from '../compared-item.ts';
import type { Finding } from '../finding.ts';
import { isOnApplication } from '../list-membership.ts';
import { counterparts } from './counterparts.ts';
import { quoted } from './quoted.ts';
import { referenceOf } from './reference-of.ts';
import type { AuthorityRule } from './rule.ts';

/** Who says whether there is an applicant: the item, what it is on the other lists of the place, or its reference. */
const speakerOf = (authority: Authority, item: ComparedItem): ComparedItem =>
  [
    item,
    ...(['PUBLIC_SERVICE', 'POWER'] as const).flatMap((kind) =>
      counterparts(authority, item, kind)
        .filter(({ link }) => link.isSettled && link.relation === 'EQUIVALENT')
        .map((twin) => twin.item),
    ),
    ...[referenceOf(authority, item) ?? []].flat(),
  ].find(({ elements }) => elements['serviceMode'] !== undefined) ?? item;

const checked = (authority: Authority, item: ComparedItem): readonly Finding[] => {
  const speaker = speakerOf(authority, item);
  if (isOnApplication(speaker)) return [];
  return [
    {
      rule: 'CMP_24',
      severity: 'WARNING',
      catalogId: item.catalogId,
      itemId: item.id,
      ...(speaker === item ? {} : { otherId: speaker.id }),
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
  check: (authority) =>
    authority.lists
      .filter(({ kind }) => kind === 'GOVERNMENT_SERVICE')
      .flatMap(({ items }) =>
        items.filter(({ state, itemType }) => state !== 'CANCELLED' && itemType !== 'UNRECOGNISED'),
      )
      .flatMap((item) => checked(authority, item)),
};
