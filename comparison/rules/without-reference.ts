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
  const { authority, catalog, comparison } = beside;
  if (!isFirstCatalog(beside)) return [];
  const others = authority.references.filter((one) => one !== catalog);
  return [...comparison.extras, ...comparison.waiting]
    .filter(({ id, state }) => state !== 'CANCELLED' && !isIn(authority, id))
    .map((item) => {
      const waiting = [catalog, ...others].flatMap(
        (one) => waitingReference(authority, item.id, one) ?? [],
      )[0];
      return waiting === undefined ? { item } : { item, waiting };
    });
};

/** What concerns a list alone is told once, however many catalogs it stands beside. */
export const isFirstCatalog = ({ authority, catalog }: ListBeside): boolean =>
  authority.references[0]?.catalogId === catalog.catalogId;

const isIn = ({ links }: ListBeside['authority'], id: string): boolean =>
  links.from('REFERENCE', id).some(({ isSettled, relation }) => isSettled && relation !== 'RELATED');
