import { isOfReadType } from '../compared-item.ts';
import type { FieldDrift } from '../drift.ts';
import { states } from '../element-value.ts';
import { isDifferent } from '../three-way.ts';
import type { Indicator, Measuring } from './indicator.ts';
import { meets, ownItems, unstated } from './own-items.ts';

/** 名称、编码、类型、依据。 */
export const FOUR_SAMES_ELEMENTS: readonly string[] = ['name', 'basicCode', 'itemType', 'legalBasisText'];

/** Drift of every own item that stands for a whole reference item, from each it stands for. */
const driftsOf = ({ results }: Measuring): ReadonlyMap<string, readonly FieldDrift[]> => {
  const drifts = new Map<string, readonly FieldDrift[]>();
  for (const { item, link, drift } of results.flatMap(({ comparison }) =>
    comparison.rows.flatMap(({ adoption }) => adoption.by),
  )) {
    if (link.relation === 'EQUIVALENT') drifts.set(item.id, [...(drifts.get(item.id) ?? []), ...drift]);
  }
  return drifts;
};

/** 四同一致率。 */
export const fourSames: Indicator = {
  code: 'FOUR_SAMES',
  name: '四同一致率',
  formula:
    '名称、编码、类型、依据都与参考目录现行版一致的在用事项 ÷ 四样都写了、与参考目录事项一一对应的在用事项；只有写法不同（标点、全半角、法律简称）的算一致',
  source: '四级四同；标准汇编 4.2、4.5（CMP-04 至 CMP-07）',
  unit: 'SHARE',
  target: { bound: 'AT_LEAST', value: 1 },
  measure: (measuring) => {
    const drifts = driftsOf(measuring);
    const { links } = measuring.authority;
    return ownItems(measuring, ({ item, list }) => {
      // As it is compared: an element filed as rows counts, and one that a few items fill is not asked of the others.
      const isTold = (element: string) => list.stated.has(element) || states(item.elements, element);
      if (!FOUR_SAMES_ELEMENTS.every(isTold)) return 'LIST_WITHOUT_ELEMENT';
      if (!isOfReadType(item)) return unstated(item, 'itemType');
      const drift = drifts.get(item.id);
      if (drift !== undefined) {
        return meets(
          !drift.some(
            ({ field, state }) => FOUR_SAMES_ELEMENTS.includes(field.element) && isDifferent(state),
          ),
        );
      }
      const found = links.from('REFERENCE', item.id).filter(({ relation }) => relation !== 'RELATED');
      if (found.some(({ isSettled }) => isSettled)) return 'PART_OF_REFERENCE';
      return found.length > 0 ? 'LINK_WAITING' : 'NOT_LINKED';
    });
  },
};
