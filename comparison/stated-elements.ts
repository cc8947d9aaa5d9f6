import type { Field } from '../catalog/fields/field.ts';
import { COMPARABLE_ELEMENTS } from './compared-elements.ts';
import type { Elements } from './drift.ts';
import { formsOf, saysIn, states } from './element-value.ts';

/** One in so many items states what a list has a place for. */
const ONE_IN = 10;

/**
 * The elements that a list has a place for, from how many of its items state each: those that at least a tenth of them
 * state. Where the list asks its offices for an element, a blank is an answer, and differs from what the reference says;
 * where it does not, a blank says nothing. A column that one row in a thousand fills is no question put to the others:
 * on a district's list of 1,209 items one stated legal limit made 55 others "differ" by stating none.
 */
export const elementsWithPlace = (
  counts: ReadonlyMap<string, number>,
  itemCount: number,
): ReadonlySet<string> =>
  new Set(
    COMPARABLE_ELEMENTS.filter((element) => {
      const count = counts.get(element) ?? 0;
      return count > 0 && count * ONE_IN >= itemCount;
    }),
  );

/** The element that each key of an item says something in. */
const ELEMENT_OF: ReadonlyMap<string, string> = new Map(
  COMPARABLE_ELEMENTS.flatMap((element) => formsOf(element).map((key) => [key, element] as const)),
);

/** The same from the items themselves, all of the list. */
export const statedElements = (items: readonly { readonly elements: Elements }[]): ReadonlySet<string> => {
  const counts = new Map<string, number>();
  for (const { elements } of items) {
    for (const key of Object.keys(elements)) {
      const element = ELEMENT_OF.get(key);
      if (element === undefined || !saysIn(elements, key)) continue;
      // In two forms it says it once.
      if (element !== key && saysIn(elements, element)) continue;
      counts.set(element, 1 + (counts.get(element) ?? 0));
    }
  }
  return elementsWithPlace(counts, items.length);
};

/** How an item is split is told by its links (CMP-28): one that names no main item says nothing else than its reference. */
const STRUCTURE: ReadonlySet<string> = new Set(['mainItemName', 'mainItemCode']);

/**
 * Whether an item of a list that leaves an element blank differs from a reference that does not: where the list has a
 * place for it. What a guide leaves out is incomplete, not different.
 */
export const isBlankCompared = (
  { element, owner }: Pick<Field, 'element' | 'owner'>,
  stated: ReadonlySet<string>,
): boolean => owner === 'item' && stated.has(element) && !STRUCTURE.has(element);

/** Whether an item is compared with its reference in an element: it states it, alone on its list or not, or its blank counts. */
export const isComparedIn = (
  field: Pick<Field, 'element' | 'owner'>,
  stated: ReadonlySet<string>,
  local: Elements,
): boolean => states(local, field.element) || isBlankCompared(field, stated);
