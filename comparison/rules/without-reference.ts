import type { Authority } from '../authority.ts';
import type { ComparedItem } from '../compared-item.ts';
import type { ListBeside } from './rule.ts';
import { type Waiting, waitingReference } from './waiting.ts';

export interface WithoutReference {
  readonly item: ComparedItem;
  /** What it may stand for, while a person has not yet said so. */
  readonly waiting?: Waiting;
}

/**
 * The items of a list that no reference catalog of the authority has, told beside the first of them; cancelled ones
 * left out.
 */
export const withoutReference = (beside: ListBeside): readonly WithoutReference[] => {
  const { authority, comparison } = beside;
  if (!isFirstCatalog(beside)) return [];
  return [...comparison.extras, ...comparison.waiting]
    .filter(({ id, state }) => state !== 'CANCELLED' && !hasReference(authority, id))
    .map((item) => {
      const waiting = waitingOf(authority, item.id);
      return waiting === undefined ? { item } : { item, waiting };
    });
};

/** What concerns a list alone is told once, however many catalogs it stands beside. */
export const isFirstCatalog = ({ authority, catalog }: ListBeside): boolean =>
  authority.references[0]?.catalogId === catalog.catalogId;

/** What an item may stand for, in the first of the reference catalogs that has anything of the kind. */
export const waitingOf = (authority: Authority, itemId: string): Waiting | undefined =>
  authority.references.flatMap((one) => waitingReference(authority, itemId, one) ?? [])[0];

/** Whether an item stands for some reference item, as a whole or in part; as far as that is settled. */
export const hasReference = ({ links }: Authority, id: string): boolean =>
  links.from('REFERENCE', id).some(({ isSettled, relation }) => isSettled && relation !== 'RELATED');
