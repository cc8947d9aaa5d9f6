import type { Indicator } from './indicator.ts';
import { ownItems } from './own-items.ts';

/** 办理项拆分数。 */
export const splitItems: Indicator = {
  code: 'SPLIT_ITEMS',
  name: '办理项拆分数',
  formula: '不同的办理项数 − 它们所属的不同事项数（按基本编码），即因拆分而多出来的办理项',
  source: '标准汇编 4.5（办理项拆分）',
  unit: 'DIFFERENCE',
  measure: (measuring) => {
    const seen = new Set<string>();
    const isFirst = (key: string): boolean => seen.size < seen.add(key).size;
    return ownItems(measuring, ({ item, list }) => {
      if (!measuring.columnsOf(list).has('handlingItemCode')) return 'LIST_WITHOUT_ELEMENT';
      const code = item.basicKey ?? item.codeKey;
      if (code === undefined) return 'NOT_STATED';
      const tree = `${list.catalogId} ${item.regionCode} ${code}`;
      const isFirstOfTree = isFirst(tree);
      if (!isFirst(`${tree} ${String(item.elements['handlingItemCode'] ?? '')}`)) return 'REPEATED';
      return { numerator: 1, denominator: Number(isFirstOfTree) };
    });
  },
};
