import type { Authority } from '../authority.ts';
import type { ComparedItem, ComparedList } from '../compared-item.ts';

/** The reference item of the catalog that a local item may stand for, while a person has not yet said so. */
export const waitingReference = (
  { links, item }: Authority,
  itemId: string,
  { catalogId }: ComparedList,
): ComparedItem | undefined =>
  links
    .from('REFERENCE', itemId)
    .filter(({ isSettled, relation }) => !isSettled && relation !== 'RELATED')
    .map(({ rightId }) => item(rightId))
    .find((found) => found?.catalogId === catalogId);

/** The item of the list that may stand for a reference item, while a person has not yet said so. */
export const waitingLocal = (
  { links, item }: Authority,
  referenceId: string,
  { catalogId }: ComparedList,
): ComparedItem | undefined =>
  links
    .to('REFERENCE', referenceId)
    .filter(({ isSettled, relation }) => !isSettled && relation !== 'RELATED')
    .map(({ leftId }) => item(leftId))
    .find((found) => found?.catalogId === catalogId);
