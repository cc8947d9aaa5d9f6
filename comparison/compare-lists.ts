import type { ExerciseLevel } from '../catalog/exercise-levels.ts';
import type { Field } from '../catalog/fields/field.ts';
import { canonicalOrganisation } from '../catalog/organisations/canonical-organisation.ts';
import { type Adopter, type Adoption, adoptionOf } from './adoption.ts';
import type { Authority, BasedOn } from './authority.ts';
import { baseVersion } from './base-version.ts';
import { COMPARED_ELEMENTS } from './compared-elements.ts';
import type { ComparedItem, ComparedList } from './compared-item.ts';
import { driftOf } from './drift.ts';
import { states } from './element-value.ts';
import { belongsOn, isPower } from './list-membership.ts';

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
export const mainsOf = ({ items }: ComparedList): ReadonlySet<string> => {
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
        ...(link.relation === 'EQUIVALENT' ? besideReference(authority, list, item, reference) : NO_DRIFT),
      },
    ];
  });
  return adoptionOf({
    adopters: adopters.sort((one, other) => one.item.ordinal - other.item.ordinal),
    elsewhere: list.kind === 'GOVERNMENT_SERVICE' ? restingOn(authority, list, reference) : [],
    isAtThisLevel: isExercisedAt(reference, authority.level),
    isWanted: belongsOn(list.kind, reference),
    isNilReturned: [list, ...ownLists(authority, list, reference)].some((one) =>
      isNilReturned(reference, one),
    ),
  });
};

const NO_DRIFT = { drift: [] } as const;

/** What stands for a reference item on the other lists of the same authority. */
const restingOn = (
  { links, item: itemOf }: Authority,
  { catalogId, level, regionCode }: ComparedList,
  { id }: ComparedItem,
): readonly Adopter[] =>
  links.to('REFERENCE', id).flatMap((link): Adopter[] => {
    const item = itemOf(link.leftId);
    const isOther = item?.catalogId !== catalogId && item?.level === level && item.regionCode === regionCode;
    return isOther && link.isSettled && link.relation === 'EQUIVALENT' ? [{ item, link, ...NO_DRIFT }] : [];
  });

/**
 * Drift of a local item from its reference, and the version it was filed from; where none is on record the reference
 * now is taken for it. What a guide leaves out is incomplete, not different.
 */
export const besideReference = (
  authority: Authority,
  list: ComparedList,
  item: ComparedItem,
  reference: ComparedItem,
): Pick<Adopter, 'drift' | 'basedOn'> => {
  const fields = COMPARED_ELEMENTS.REFERENCE.filter(
    ({ owner, element }) => list.stated.has(element) && (owner === 'item' || states(item.elements, element)),
  );
  const basedOn = baseOf(authority, item, reference, fields);
  const base = basedOn?.elements ?? reference.elements;
  const texts = { base, now: reference.elements, local: item.elements };
  return { drift: driftOf(fields, texts, list.stated), ...(basedOn === undefined ? {} : { basedOn }) };
};

/** A list filed from an old edition is linked only when it is published: its text tells which edition it was. */
const baseOf = (
  { basedOn, earlierVersions }: Authority,
  item: ComparedItem,
  reference: ComparedItem,
  fields: readonly Field[],
): BasedOn | undefined => {
  const recorded = basedOn(item.id);
  if (recorded?.referenceId !== reference.id) return undefined;
  // A change of the guide alone makes an edition too: one that came later bears the same number.
  const earlier = earlierVersions(reference.id).filter(
    ({ version, sinceRelease }) => version <= recorded.version && sinceRelease <= recorded.sinceRelease,
  );
  return baseVersion(fields, [recorded, ...earlier], item.elements);
};

/** Whether the reference says at all who exercises the item. */
export const namesLevels = ({ elements }: ComparedItem): boolean =>
  ((elements['exerciseLevels'] as readonly ExerciseLevel[] | undefined) ?? []).length > 0;

/** 行使层级 of the reference names the level, leaves it to be graded, or says nothing. */
export const isExercisedAt = ({ elements }: ComparedItem, level: ExerciseLevel): boolean => {
  const levels = elements['exerciseLevels'] as readonly ExerciseLevel[] | undefined;
  return levels === undefined || levels.length === 0 || levels.includes(level) || levels.includes('GRADED');
};

/** The lists of the same place that the reference item belongs on first: of powers, or of public services. */
const ownLists = (
  { lists }: Authority,
  { level, regionCode }: ComparedList,
  reference: ComparedItem,
): readonly ComparedList[] => {
  const kind = isPower(reference) ? 'POWER' : 'PUBLIC_SERVICE';
  return lists.filter((one) => one.kind === kind && one.level === level && one.regionCode === regionCode);
};

/** The department of the reference item has reported to have nothing: told by what departments are for. */
const isNilReturned = (
  { departmentFunctions }: ComparedItem,
  { nilReturns, regionName }: ComparedList,
): boolean =>
  nilReturns.some((name) =>
    canonicalOrganisation(name, regionName).functions.some((one) => departmentFunctions.includes(one)),
  );
