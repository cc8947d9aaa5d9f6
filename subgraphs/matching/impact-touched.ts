import type { Level } from '../../catalog/levels.ts';
import type { Adopter } from '../../comparison/adoption.ts';
import { isExercisedAt, type ReferenceRow } from '../../comparison/compare-lists.ts';
import type { ComparedItem, ComparedLink, ComparedList } from '../../comparison/compared-item.ts';
import type { FieldDrift } from '../../comparison/drift.ts';
import { type Limited, promisesWithinHalf } from '../../comparison/indicators/promised-and-legal.ts';
import type { DriftState } from '../../comparison/three-way.ts';
import type { DraftChange } from './impact-draft.ts';
import type { BothRows } from './impact-worlds.ts';

/** Whether an item meets the targets of the notices; undefined where it does not state what they are measured by. */
export interface TargetsMet {
  /** 承诺时限不超过法定时限的一半，如指标 PROMISE_WITHIN_HALF 所数。 */
  readonly withinHalf: boolean | undefined;
  /** 最多跑一次。 */
  readonly oneVisit: boolean | undefined;
}

/** An element of a local item that would stand otherwise to its reference. */
export type TouchedElement = FieldDrift & { readonly before: DriftState };

/** A local item that a draft would touch. */
export interface TouchedItem {
  readonly regionCode: string;
  readonly item: ComparedItem;
  readonly link: ComparedLink;
  readonly change: DraftChange;
  readonly elements: readonly TouchedElement[];
  readonly guideId: string | undefined;
  /** As it stands, and once it follows the draft; none of what a draft leaves out. */
  readonly before: TargetsMet;
  readonly after: TargetsMet;
}

/** Which targets an item meets (标准汇编 4.5). */
export const targetsMet = (item: Limited): TargetsMet => {
  const { visits } = item.elements;
  return {
    withinHalf: promisesWithinHalf(item),
    oneVisit: typeof visits === 'number' ? visits <= 1 : undefined,
  };
};

const NOTHING_MET: TargetsMet = { withinHalf: undefined, oneVisit: undefined };

/** Saying the same in the same words or in others is one to a draft: who only writes otherwise changes nothing. */
const standingOf = (state: DriftState): DriftState => (state === 'COSMETIC' ? 'UNCHANGED' : state);

/** The elements in which an item would stand otherwise to a drafted reference than it does to the published one. */
const touchedElements = (before: Adopter, after: Adopter | undefined): readonly TouchedElement[] => {
  const was = new Map(before.drift.map(({ field, state }) => [field.element, state]));
  return (after?.drift ?? []).flatMap((one) => {
    const state = was.get(one.field.element) ?? 'UNCHANGED';
    return standingOf(state) === standingOf(one.state) ? [] : [{ ...one, before: state }];
  });
};

/** What a local item is once it has taken over what the draft changes in what it is linked to. */
const following = (item: ComparedItem, { drafted, elements }: DraftChange): Limited => {
  const taken = elements.map(({ field: { element } }) => [element, drafted?.elements[element]] as const);
  const isRetyped = elements.some(({ field: { element } }) => element === 'itemType');
  return {
    elements: { ...item.elements, ...Object.fromEntries(taken) },
    itemType: isRetyped && drafted !== undefined ? drafted.itemType : item.itemType,
  };
};

/** Whether a reference item would be in another state, or for another level. */
const isMoved = ({ published, drafted }: DraftChange, level: Level): boolean =>
  published !== undefined &&
  drafted !== undefined &&
  (published.state !== drafted.state || isExercisedAt(published, level) !== isExercisedAt(drafted, level));

const touchedItem = (
  list: ComparedList,
  change: DraftChange,
  adopter: Adopter,
  elements: readonly TouchedElement[],
  guideId: string | undefined,
): TouchedItem => ({
  regionCode: list.regionCode,
  item: adopter.item,
  link: adopter.link,
  change,
  elements,
  guideId,
  before: targetsMet(adopter.item),
  after: change.drafted === undefined ? NOTHING_MET : targetsMet(following(adopter.item, change)),
});

/**
 * The local items of a list that rest on a changed reference item and would stand otherwise to it; of what is left out,
 * whatever is linked to it, as nothing would be left to link it to.
 */
export const touchedItems = (
  list: ComparedList,
  { referenceId, before, after }: BothRows,
  change: DraftChange,
  guideOf: ReadonlyMap<string, string>,
): readonly TouchedItem[] => {
  if (before === undefined) return [];
  const { by, besides } = before.adoption;
  const own = (change.kind === 'REMOVED' ? [...by, ...besides] : by).filter(
    ({ item, link }) =>
      item.catalogId === list.catalogId && link.rightId === referenceId && item.state !== 'CANCELLED',
  );
  const then = new Map(after?.adoption.by.map((one) => [one.link.id, one]));
  return own.flatMap((adopter) => {
    const elements = touchedElements(adopter, then.get(adopter.link.id));
    if (change.kind !== 'REMOVED' && elements.length === 0 && !isMoved(change, list.level)) return [];
    return [touchedItem(list, change, adopter, elements, guideOf.get(adopter.item.id))];
  });
};

const isOwed = (row: ReferenceRow | undefined): boolean =>
  row?.adoption.state === 'UNANSWERED' && row.reference.state === 'IN_FORCE';

/** Reference items that some list of an authority would be asked for (CMP-02), and none is asked for now. */
export const newlyOwed = (
  lists: readonly { readonly rows: readonly BothRows[] }[],
): readonly ComparedItem[] => {
  const rows = lists.flatMap((one) => one.rows);
  const owedNow = new Set(rows.filter(({ before }) => isOwed(before)).map(({ referenceId }) => referenceId));
  const owed = rows.flatMap(({ after }) => (after !== undefined && isOwed(after) ? [after.reference] : []));
  return [...new Map(owed.map((item) => [item.id, item])).values()].filter(({ id }) => !owedNow.has(id));
};
