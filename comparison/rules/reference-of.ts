import type { Authority } from '../authority.ts';
import type { ComparedItem } from '../compared-item.ts';

/** The reference item that an item stands for as a whole, as far as that is settled. */
export const referenceOf = ({ links, item }: Authority, { id }: ComparedItem): ComparedItem | undefined => {
  const link = links
    .from('REFERENCE', id)
    .find(({ isSettled, relation }) => isSettled && relation === 'EQUIVALENT');
  return link === undefined ? undefined : item(link.rightId);
};
