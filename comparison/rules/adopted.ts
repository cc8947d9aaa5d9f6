import type { Adopter } from '../adoption.ts';
import type { ComparedItem } from '../compared-item.ts';
import type { FieldDrift } from '../drift.ts';
import { isDifferent } from '../three-way.ts';
import type { ListBeside } from './rule.ts';

export interface Adopted extends Adopter {
  readonly reference: ComparedItem;
}

/** Every local item that stands for a reference item as a whole, whatever its state but cancelled. */
export const adopted = ({ comparison, list }: ListBeside): readonly Adopted[] =>
  comparison.rows.flatMap(({ reference, adoption }) =>
    adoption.by
      .filter(
        ({ link, item }) =>
          item.catalogId === list.catalogId &&
          link.relation === 'EQUIVALENT' &&
          link.rightId === reference.id &&
          item.state !== 'CANCELLED',
      )
      .map((adopter) => ({ ...adopter, reference })),
  );

/** Differences of substance in the given elements, each with the items it stands between. */
export const differences = (
  beside: ListBeside,
  elements: readonly string[],
): readonly (Adopted & { readonly found: FieldDrift })[] =>
  adopted(beside).flatMap((one) =>
    one.drift
      .filter(({ field, state }) => elements.includes(field.element) && isDifferent(state))
      .map((found) => ({ ...one, found })),
  );
