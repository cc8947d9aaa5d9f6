import type { ComparedItem, ComparedList } from '../compared-item.ts';
import { isOnApplication } from '../list-membership.ts';
import { type Measured, type Measuring, notInForce, type Outcome } from './indicator.ts';

export interface OwnItem {
  readonly item: ComparedItem;
  readonly list: ComparedList;
  readonly measuring: Measuring;
}

type Measure = (own: OwnItem) => Outcome;

const measured = (item: ComparedItem, outcome: Outcome): Measured => ({
  itemId: item.id,
  regionCode: item.regionCode,
  department: item.department,
  itemType: item.itemType,
  outcome,
});

/** Every item of the authority's own lists: what is in force and no main item is measured. */
export const ownItems = (measuring: Measuring, measure: Measure): readonly Measured[] =>
  measuring.authority.lists.flatMap((list) =>
    list.items.map((item) => {
      const excluded = notInForce(item.state) ?? (measuring.isMain(item) ? 'MAIN_ITEM' : undefined);
      return measured(item, excluded ?? measure({ item, list, measuring }));
    }),
  );

/** The same of the items that somebody applies for, on lists that have a column for one of the elements. */
export const appliedFor = (
  measuring: Measuring,
  elements: readonly string[],
  measure: Measure,
): readonly Measured[] =>
  ownItems(measuring, (own) => {
    const columns = measuring.columnsOf(own.list);
    if (!elements.some((element) => columns.has(element))) return 'LIST_WITHOUT_ELEMENT';
    return isOnApplication(own.item) ? measure(own) : 'NOT_ON_APPLICATION';
  });

/** Counts an item, and counts it as meeting the figure or not. */
export const meets = (isMet: boolean): Outcome => ({ numerator: Number(isMet), denominator: 1 });

/** Why an element of an item has no value: its cell says something nobody could read, or nothing. */
export const unstated = ({ elements }: ComparedItem, element: string): 'UNREADABLE' | 'NOT_STATED' => {
  const left = elements['unrecognised'];
  const isUnread =
    Array.isArray(left) && left.some((one) => (one as { element?: unknown } | null)?.element === element);
  return isUnread ? 'UNREADABLE' : 'NOT_STATED';
};
