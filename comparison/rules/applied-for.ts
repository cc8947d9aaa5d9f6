import type { Authority } from '../authority.ts';
import type { ComparedItem } from '../compared-item.ts';
import { isOnApplication } from '../list-membership.ts';
import { counterparts } from './counterparts.ts';
import { referenceOf } from './reference-of.ts';

/**
 * Who says whether there is an applicant (服务方式): the item, what it is on the other lists of the place, or its
 * reference; the item again, by its type, where none of them does.
 */
const speakerOf = (authority: Authority, item: ComparedItem): ComparedItem => {
  const says = ({ elements }: ComparedItem) => elements['serviceMode'] !== undefined;
  if (says(item)) return item;
  const twins = (['PUBLIC_SERVICE', 'POWER'] as const).flatMap((kind) =>
    counterparts(authority, item, kind).filter(
      ({ link }) => link.isSettled && link.relation === 'EQUIVALENT',
    ),
  );
  const twin = twins.find((one) => says(one.item))?.item;
  const reference = referenceOf(authority, item);
  return twin ?? (reference !== undefined && says(reference) ? reference : item);
};

/** Whether somebody applies for an item, and the other item that says so where it does not itself. */
export function appliedFor(
  authority: Authority,
  item: ComparedItem,
): { readonly isAppliedFor: boolean; readonly saidBy?: ComparedItem } {
  const speaker = speakerOf(authority, item);
  const isAppliedFor = isOnApplication(speaker);
  return speaker === item ? { isAppliedFor } : { isAppliedFor, saidBy: speaker };
}
