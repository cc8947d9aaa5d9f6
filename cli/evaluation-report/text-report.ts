import { itemTables } from './item-tables.ts';
import { pairTables } from './pair-tables.ts';
import type { Quality } from './quality.ts';
import { textTable } from './table.ts';

/** What was judged, in a sentence. */
export const labelSentence = ({ labels, pairs, items }: Quality): string => {
  const { file, count, split, namesOnly } = labels;
  const scope = split === null ? '' : `（只取 ${split} 部分）`;
  const parts = [
    `${file}${scope}：${count} 条标注`,
    ...(namesOnly ? ['只看名称'] : []),
    ...(pairs === null ? [] : [`名称对 ${pairs.quality.count} 对，判错 ${pairs.errors.length} 对`]),
    ...(items === null
      ? []
      : [
          `事项 ${items.quality.count} 项对参考 ${items.references} 项，其中 ${items.quality.withPartner} 项有对应，判错 ${items.errors.length} 项`,
          ...(items.undecided === 0 ? [] : [`另有 ${items.undecided} 项只标了与某项不同，不计`]),
        ]),
  ];
  return `${parts.join('；')}。`;
};

/** The report as text for a terminal. */
export const textReport = (quality: Quality): string => {
  const tables = [
    ...(quality.pairs === null ? [] : pairTables(quality.pairs.quality)),
    ...(quality.items === null ? [] : itemTables(quality.items.quality)),
  ];
  return `${labelSentence(quality)}\n\n${tables.map(textTable).join('\n')}`;
};
