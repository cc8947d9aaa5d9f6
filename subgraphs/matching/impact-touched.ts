import type { Authority, BasedOn } from '../../comparison/authority.ts';
import { besideReference } from '../../comparison/compare-lists.ts';
import type { ComparedItem, ComparedLink, ComparedList } from '../../comparison/compared-item.ts';
import type { FieldDrift } from '../../comparison/drift.ts';
import { type Limited, promisesWithinHalf } from '../../comparison/indicators/promised-and-legal.ts';
import type { DriftState } from '../../comparison/three-way.ts';
import type { DraftChange } from './impact-draft.ts';

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

/** The version now published, as a version before the drafted one. */
const versionOf = ({ id, version, elements }: ComparedItem): BasedOn => ({
  referenceId: id,
  version,
  elements,
  sinceRelease: 0,
  sinceDay: '',
});

/** The elements in which an item would stand otherwise to a drafted reference than it does to the published one. */
const touchedElements = (
  authority: Authority,
  list: ComparedList,
  item: ComparedItem,
  published: ComparedItem,
  drafted: ComparedItem,
): readonly TouchedElement[] => {
  const { drift } = besideReference(authority, list, item, published);
  const before = new Map(drift.map(({ field, state }) => [field.element, state]));
  const next = {
    ...authority,
    earlierVersions: (id: string) => [versionOf(published), ...authority.earlierVersions(id)],
  };
  return besideReference(next, list, item, drafted).drift.flatMap((one) => {
    const was = before.get(one.field.element) ?? 'UNCHANGED';
    return was === one.state ? [] : [{ ...one, before: was }];
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

/** What a change of a reference item does to a local item; undefined where it makes no difference to it. */
export const touchedItem = (
  authority: Authority,
  list: ComparedList,
  link: ComparedLink,
  change: DraftChange,
  guideId: string | undefined,
): TouchedItem | undefined => {
  const { published, drafted } = change;
  const item = authority.item(link.leftId);
  if (item === undefined || published === undefined) return undefined;
  const elements =
    drafted === undefined || link.relation !== 'EQUIVALENT'
      ? []
      : touchedElements(authority, list, item, published, drafted);
  const isMoved = drafted !== undefined && change.elements.length === 0;
  if (drafted !== undefined && elements.length === 0 && !isMoved && link.relation === 'EQUIVALENT')
    return undefined;
  return {
    regionCode: list.regionCode,
    item,
    link,
    change,
    elements,
    guideId,
    before: targetsMet(item),
    after: drafted === undefined ? NOTHING_MET : targetsMet(following(item, change)),
  };
};
