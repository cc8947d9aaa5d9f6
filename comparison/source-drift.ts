import { COMPARED_ELEMENTS } from './compared-elements.ts';
import { type ComparedItem, type ComparedList, isOfReadType } from './compared-item.ts';
import { driftOf, type FieldDrift } from './drift.ts';
import { states } from './element-value.ts';

/**
 * Drift of a township's or village's item from the county item it copies. No version of the source is on record as
 * the one that was copied, so that the base is the source now. A copy need not repeat all that its source says: what it
 * leaves out is none of its differences.
 */
export const driftBesideSource = (
  list: ComparedList,
  item: ComparedItem,
  source: ComparedItem,
): readonly FieldDrift[] =>
  driftOf(
    COMPARED_ELEMENTS.SOURCE.filter(
      ({ element }) =>
        states(item.elements, element) && (element !== 'itemType' || [item, source].every(isOfReadType)),
    ),
    { base: source.elements, now: source.elements, local: item.elements },
    list.stated,
  );
