import { adopted } from './adopted.ts';
import { quoted } from './quoted.ts';
import type { ListRule } from './rule.ts';

/** 参考目录已更新，清单仍是旧版。 */
export const behindReference: ListRule = {
  code: 'CMP_26',
  title: '参考目录已更新，清单仍是旧版',
  source: '动态调整；标准汇编 4.3 CMP-26',
  severities: { WARNING: '一律' },
  check: (beside) =>
    adopted(beside).flatMap(({ item, reference, link, drift, basedOn: based }) => {
      const behind = drift.filter(({ state }) => state === 'BEHIND');
      if (behind.length === 0 || based === undefined) return [];
      const names = behind.map(({ field }) => field.chinese).join('、');
      return [
        {
          rule: 'CMP_26',
          severity: 'WARNING',
          catalogId: item.catalogId,
          itemId: item.id,
          otherId: reference.id,
          linkId: link.id,
          actual: `第 ${based.version} 版`,
          expected: `第 ${reference.version} 版`,
          message: `${quoted(item.name)}的${names}仍是参考目录第 ${based.version} 版的写法，现行为第 ${reference.version} 版`,
          action: '请按现行参考目录逐项更新',
        },
      ];
    }),
};
