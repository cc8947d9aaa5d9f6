import { quoted } from './quoted.ts';
import type { ListRule } from './rule.ts';
import { waitingReference } from './waiting.ts';

/** 清单事项在参考目录中没有对应。 */
export const noReference: ListRule = {
  code: 'CMP_01',
  title: '清单事项在参考目录中没有对应',
  source: '海盐县通知（自行编码）；标准汇编 4.3 CMP-01',
  check: ({ authority, catalog, comparison }) =>
    comparison.extras
      .filter(({ state }) => state !== 'CANCELLED')
      .map((item) => {
        const waiting = waitingReference(authority, item.id, catalog);
        const basis = { rule: 'CMP_01', catalogId: item.catalogId, itemId: item.id } as const;
        if (waiting !== undefined) {
          return {
            ...basis,
            severity: 'INFO',
            otherId: waiting.id,
            message: `${quoted(item.name)}可能对应参考目录的${quoted(waiting.name)}，有待审定`,
            action: '请先审定这条对应关系',
          };
        }
        return {
          ...basis,
          severity: 'WARNING',
          message: `${quoted(item.name)}在参考目录中没有对应事项`,
          action: '请核对是否为本地自行设立；确需保留的，须写明自己的依据',
        };
      }),
};
