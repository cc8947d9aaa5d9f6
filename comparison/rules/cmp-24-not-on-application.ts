import { isOnApplication } from '../list-membership.ts';
import { quoted } from './quoted.ts';
import { referenceOf } from './reference-of.ts';
import type { AuthorityRule } from './rule.ts';

/** 无需申请的事项列入政务服务清单。 */
export const notOnApplication: AuthorityRule = {
  code: 'CMP_24',
  title: '无需申请的事项列入政务服务清单',
  source: '镇坪县通知（不需相对人申请的原则上不纳入）；标准汇编 4.3 CMP-24',
  check: (authority) =>
    authority.lists
      .filter(({ kind }) => kind === 'GOVERNMENT_SERVICE')
      .flatMap(({ items }) =>
        items
          .filter((item) => item.state !== 'CANCELLED' && item.itemType !== 'UNRECOGNISED')
          .flatMap((item) => {
            const reference = referenceOf(authority, item);
            const stated = item.elements['serviceMode'] === undefined ? (reference ?? item) : item;
            if (isOnApplication(stated)) return [];
            return [
              {
                rule: 'CMP_24' as const,
                severity: 'WARNING' as const,
                catalogId: item.catalogId,
                itemId: item.id,
                ...(reference === undefined ? {} : { otherId: reference.id }),
                message: `${quoted(item.name)}无需相对人申请，不应列入政务服务清单`,
                action: '请移出政务服务清单，保留在权责清单或公共服务清单',
              },
            ];
          }),
      ),
};
