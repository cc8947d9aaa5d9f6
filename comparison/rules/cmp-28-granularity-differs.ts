import { quoted } from './quoted.ts';
import type { ListRule } from './rule.ts';

/** 拆分或合并的程度与参考目录不同。 */
export const granularityDiffers: ListRule = {
  code: 'CMP_28',
  title: '拆分或合并的程度与参考目录不同',
  source: '主项、子项、办理项的拆分；标准汇编 4.3 CMP-28',
  check: ({ comparison }) =>
    comparison.rows.flatMap(({ reference, adoption }) => {
      if (adoption.state !== 'PART_OF') return [];
      const narrower = adoption.by.filter(({ link }) => link.relation === 'NARROWER');
      return adoption.by.map(({ item, link }) => ({
        rule: 'CMP_28',
        severity: 'INFO',
        catalogId: item.catalogId,
        itemId: item.id,
        otherId: reference.id,
        linkId: link.id,
        message:
          link.relation === 'NARROWER'
            ? `${quoted(item.name)}只是参考目录${quoted(reference.name)}的一部分（本清单拆为 ${narrower.length} 项）`
            : `${quoted(item.name)}比参考目录的${quoted(reference.name)}${link.relation === 'BROADER' ? '更宽' : '有交叉'}`,
        action: '请确认拆分或合并是否必要，并保持与参考目录的对应',
      }));
    }),
};
