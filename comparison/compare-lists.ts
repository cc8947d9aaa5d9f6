import type { ExerciseLevel } from '../catalog/exercise-levels.ts';
import { canonicalOrganisation } from '../catalog/organisations/canonical-organisation.ts';
import { type Adopter, type Adoption, adoptionOf } from './adoption.ts';
import type { Authority } from './authority.ts';
import { COMPARED_ELEMENTS } from './compared-elements.ts';
import type { ComparedItem, ComparedList } from './compared-item.ts';
import { driftOf } from './drift.ts';
import { belongsOn } from './list-membership.ts';

/** A reference item and what the list makes of it. */
export interface ReferenceRow {
  readonly reference: ComparedItem;
  readonly adoption: Adoption;
}

export interface ListComparison {
  /** One row for every reference item that stands for itself, in the order of the catalog. */
  readonly rows: readonly ReferenceRow[];
  /** Main items: their sub-items answer for them. */
  readonly mains: readonly ComparedItem[];
  /** Local items without a settled link to any item of the catalog, in the order of the list. */
  readonly extras: readonly ComparedItem[];
}

/** Compares a list with a reference catalog, from the settled links between them. */
export function compareLists(
  authority: Authority,
  list: ComparedList,
  catalog: ComparedList,
): ListComparison {
  const own = new Map(list.items.map((item) => [item.id, item]));
  const mains = mainsOf(catalog);
  const rows = catalog.items
    .filter((item) => !mains.has(item.id))
    .map((reference) => ({ reference, adoption: rowOf(authority, list, own, reference) }));
  const ofCatalog = new Set(catalog.items.map(({ id }) => id));
  const extras = list.items.filter(
    ({ id }) =>
      !authority.links
        .from('REFERENCE', id)
        .some(
          ({ rightId, isSettled, relation }) => isSettled && relation !== 'RELATED' && ofCatalog.has(rightId),
        ),
  );
  return { rows, mains: catalog.items.filter(({ id }) => mains.has(id)), extras };
}

/** Items that others of the catalog name as their main item, or that say they have sub-items. */
const mainsOf = ({ items }: ComparedList): ReadonlySet<string> => {
  // Guangdong's items that are not split name their own code as their main item's.
  const named = new Set(
    items.flatMap(({ elements: { mainItemCode, basicCode, localBasicCode } }) =>
      mainItemCode === basicCode || mainItemCode === localBasicCode ? [] : ((mainItemCode as string) ?? []),
    ),
  );
  return new Set(
    items
      .filter(({ elements }) => {
        const codes = [elements['basicCode'], elements['localBasicCode']];
        return elements['hasSubItems'] === true || codes.some((code) => named.has(code as string));
      })
      .map(({ id }) => id),
  );
};

const rowOf = (
  authority: Authority,
  list: ComparedList,
  own: ReadonlyMap<string, ComparedItem>,
  reference: ComparedItem,
): Adoption => {
  const adopters = authority.links.to('REFERENCE', reference.id).flatMap((link): Adopter[] => {
    const item = own.get(link.leftId);
    if (item === undefined || !link.isSettled || link.relation === 'RELATED') return [];
    return [
      {
        item,
        link,
        drift: link.relation === 'EQUIVALENT' ? driftBeside(authority, list, item, reference) : [],
      },
    ];
  });
  return adoptionOf({
    adopters: adopters.sort((one, other) => one.item.ordinal - other.item.ordinal),
    isAtThisLevel: isExercisedAt(reference, authority.level),
    isWanted: belongsOn(list.kind, reference),
    isNilReturned: isNilReturned(reference, list),
  });
};

/** Drift of a local item from its reference; the base is the reference now where none is on record. */
export const driftBeside = (
  { basedOn }: Authority,
  list: ComparedList,
  item: ComparedItem,
  reference: ComparedItem,
) => {
  const record = basedOn(item.id);
  const base = record?.referenceId === reference.id ? record.elements : reference.elements;
  const texts = { base, now: reference.elements, local: item.elements };
  return driftOf(COMPARED_ELEMENTS.REFERENCE, texts, list.stated);
};

/** 行使层级 of the reference names the level, leaves it to be graded, or says nothing. */
export const isExercisedAt = ({ elements }: ComparedItem, level: ExerciseLevel): boolean => {
  const levels = elements['exerciseLevels'] as readonly ExerciseLevel[] | undefined;
  return levels === undefined || levels.length === 0 || levels.includes(level) || levels.includes('GRADED');
};

/** The department of the reference item has reported to have nothing: told by what departments are for. */
const isNilReturned = (
  { departmentFunctions }: ComparedItem,
  { nilReturns, regionName }: ComparedList,
): boolean =>
  nilReturns.some((name) =>
    canonicalOrganisation(name, regionName).functions.some((one) => departmentFunctions.includes(one)),
  );
