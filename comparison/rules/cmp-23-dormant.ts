import { quoted } from './quoted.ts';
import type { AuthorityRule } from './rule.ts';

/** 静默事项（长期无办件）仍在用，建议挂起。 */
export const dormant: AuthorityRule = {
  code: 'CMP_23',
  title: '静默事项（长期无办件）仍在用，建议挂起',
  source: '镇坪县通知五（一）；陕西事项模型（是否静默事项）；标准汇编 4.3 CMP-23',
  severities: { INFO: '一律' },
  check: (authority) =>
    authority.lists.flatMap(({ items }) =>
      items
        .filter(({ state, elements }) => state === 'IN_FORCE' && elements['isDormant'] === true)
        .map((item) => ({
          rule: 'CMP_23' as const,
          severity: 'INFO' as const,
          catalogId: item.catalogId,
          itemId: item.id,
          field: 'isDormant',
          message: `${quoted(item.name)}是静默事项，长期没有办件`,
          action: '建议挂起：保留在权责清单，不再公布办理',
        })),
    ),
};
