import type { ExerciseLevel } from '../catalog/exercise-levels.ts';
import type { Field } from '../catalog/fields/field.ts';
import type { LinkRelation } from '../catalog/link-kinds.ts';
import { canonicalOrganisation } from '../catalog/organisations/canonical-organisation.ts';
import { LOCAL_LEVELS, referenceRegions } from '../catalog/reference-scope.ts';
import { type Adopter, type Adoption, adoptionOf } from './adoption.ts';
import type { Authority, BasedOn } from './authority.ts';
import { baseVersion } from './base-version.ts';
import { areComparable, IN_ITS_SCHEME } from './code-scheme.ts';
import { COMPARED_ELEMENTS } from './compared-elements.ts';
import { type ComparedItem, type ComparedLink, type ComparedList, isOfReadType } from './compared-item.ts';
import { driftOf } from './drift.ts';
import { belongsOn, isPower } from './list-membership.ts';
import { type MainItems, mainItemsOf } from './main-items.ts';
import { isComparedIn } from './stated-elements.ts';

/** A reference item and what the list makes of it. */
export interface ReferenceRow {
  readonly reference: ComparedItem;
  readonly adoption: Adoption;
}

/** Every item of the list adopts one of the rows, or else stands in just one of the lists of local items here. */
export interface ListComparison {
  /**
   * One row for every reference item that stands for itself, in the order of the catalog: no main items but those that
   * the list has taken up as such.
   */
  readonly rows: readonly ReferenceRow[];
  /** The other main items: their sub-items answer for them. */
  readonly mains: readonly ComparedItem[];
  /** Local items to which nothing in the catalog corresponds, in the order of the list. */
  readonly extras: readonly ComparedItem[];
  /** Local items that may correspond to an item of the catalog: a person has not yet said so. */
  readonly waiting: readonly ComparedItem[];
  /** Local items that no matching run has held against the catalog (未比对): whether it has them is not known. */
  readonly notCompared: readonly ComparedItem[];
}

/**
 * Compares a list with a reference catalog, from the settled links between them. Who need not have every difference told
 * says what is told of an item beside its reference (`beside`); who has all rows gives them.
 */
export function compareLists(
  authority: Authority,
  list: ComparedList,
  catalog: ComparedList,
  beside: typeof besideReference = besideReference,
  rows: readonly ReferenceRow[] = rowsOf(authority, list, catalog, catalog.items, beside),
): ListComparison {
  const withRow = new Set(rows.map(({ reference }) => reference));
  const mains = catalog.items.filter((item) => !withRow.has(item));
  return { rows, mains, ...unlinked(authority, list, catalog) };
}

/**
 * The rows of a list for some items of a catalog, in their order. Who asks for the states alone (`beside`) need not have
 * every difference told.
 */
export const rowsOf = (
  authority: Authority,
  list: ComparedList,
  catalog: ComparedList,
  items: readonly ComparedItem[] = catalog.items,
  beside: typeof besideReference = besideReference,
): readonly ReferenceRow[] => {
  const own = new Map(list.items.map((item) => [item.id, item]));
  const mains = mainItemsOf(catalog);
  return items
    .filter(({ id }) => !mains.ids.has(id) || settledOn(authority, own, id).length > 0)
    .map((reference) => ({ reference, adoption: rowOf(authority, list, own, mains, reference, beside) }));
};

/** The items of a list that have no settled link to any item of the catalog, by why they have none. */
const unlinked = (
  { links, isHeldAgainst = () => true }: Authority,
  list: ComparedList,
  catalog: ComparedList,
): Pick<ListComparison, 'extras' | 'waiting' | 'notCompared'> => {
  const ofCatalog = new Set(catalog.items.map(({ id }) => id));
  const isHeldEver = heldEver(catalog);
  const isHeld = (item: ComparedItem): boolean =>
    // In what is empty there is nothing to be looked for.
    catalog.items.length === 0 || (isHeldEver(item) && isHeldAgainst(item.id, catalog.catalogId));
  const found = Map.groupBy(list.items, (item) => {
    const all = links.from('REFERENCE', item.id).filter(({ rightId }) => ofCatalog.has(rightId));
    const own = all.filter(({ relation }) => relation !== 'RELATED');
    if (own.length > 0) return own.some(({ isSettled }) => isSettled) ? 'linked' : 'waiting';
    return all.length > 0 || isHeld(item) ? 'extras' : 'notCompared';
  });
  const those = (place: 'extras' | 'waiting' | 'notCompared') => found.get(place) ?? [];
  return { extras: those('extras'), waiting: those('waiting'), notCompared: those('notCompared') };
};

/** Whether any matching run holds an item against a catalog: none does where a list files it under another province. */
const heldEver = ({ items }: ComparedList) => {
  const regions = new Set(items.map(({ regionCode }) => regionCode));
  const known = new Map<string, boolean>();
  return ({ level, regionCode }: ComparedItem): boolean => {
    const found = known.get(regionCode) ?? referenceRegions(regionCode).some((region) => regions.has(region));
    known.set(regionCode, found);
    return found && LOCAL_LEVELS.includes(level);
  };
};

interface SettledOn {
  readonly item: ComparedItem;
  readonly link: ComparedLink;
}

const NONE: readonly never[] = [];

/** The list's items that stand for a reference item or a part of it, in the order of the list. */
const settledOn = (
  { links }: Authority,
  own: ReadonlyMap<string, ComparedItem>,
  referenceId: string,
): readonly SettledOn[] => {
  const all = links.to('REFERENCE', referenceId);
  // Most reference items of most lists: nothing is linked to them.
  if (all.length === 0) return NONE;
  return all
    .flatMap((link): SettledOn[] => {
      const item = own.get(link.leftId);
      return item === undefined || !link.isSettled || link.relation === 'RELATED' ? [] : [{ item, link }];
    })
    .sort((one, other) => one.item.ordinal - other.item.ordinal);
};

/** Relations by which a local item takes in the whole of what it is linked to. */
const WHOLE: readonly LinkRelation[] = ['EQUIVALENT', 'BROADER'];

const rowOf = (
  authority: Authority,
  list: ComparedList,
  own: ReadonlyMap<string, ComparedItem>,
  mains: MainItems,
  reference: ComparedItem,
  beside: typeof besideReference,
): Adoption => {
  const adopters = settledOn(authority, own, reference.id).map(({ item, link }) => ({
    item,
    link,
    ...(link.relation === 'EQUIVALENT' ? beside(authority, list, item, reference) : NO_DRIFT),
  }));
  const withMain = mains.of(reference).flatMap((main) =>
    settledOn(authority, own, main.id)
      .filter(({ item, link }) => item.state === 'IN_FORCE' && WHOLE.includes(link.relation))
      .map((one) => ({ ...one, ...NO_DRIFT, main })),
  );
  return adoptionOf({
    adopters,
    elsewhere: list.kind === 'GOVERNMENT_SERVICE' ? restingOn(authority, list, reference) : [],
    withMain,
    isAtThisLevel: isOwedAt(reference, mains.of(reference), authority.level),
    isWanted: belongsOn(list.kind, reference),
    referenceState: reference.state,
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
 * now is taken for it. Drift of some elements only, where but
 * those are asked for (`told`).
 */
export const besideReference = (
  authority: Authority,
  list: ComparedList,
  item: ComparedItem,
  reference: ComparedItem,
  told: (field: Field) => boolean = () => true,
): Pick<Adopter, 'drift' | 'basedOn'> => {
  const fields = COMPARED_ELEMENTS.REFERENCE.filter(
    (field) =>
      isComparedIn(field, list.stated, item.elements) &&
      (!IN_ITS_SCHEME.has(field.element) || areComparable(item, reference)) &&
      (field.element !== 'itemType' || [item, reference].every(isOfReadType)),
  );
  const basedOn = baseOf(authority, item, reference, fields);
  const base = basedOn?.elements ?? reference.elements;
  const texts = { base, now: reference.elements, local: item.elements };
  return {
    drift: driftOf(fields.filter(told), texts, list.stated),
    ...(basedOn === undefined ? {} : { basedOn }),
  };
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

/**
 * Whether a level may be asked for an item, from the item and its main items: where a sub-item does not say who exercises
 * it, what its main item excludes is excluded.
 */
export const isOwedAt = (
  reference: ComparedItem,
  mains: readonly ComparedItem[],
  level: ExerciseLevel,
): boolean =>
  isExercisedAt(reference, level) &&
  (namesLevels(reference) || mains.length === 0 || mains.some((main) => isExercisedAt(main, level)));

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
