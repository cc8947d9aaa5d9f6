import type { ItemType, LifecycleState } from '../../catalog/enumerations.ts';
import { LEVELS } from '../../catalog/levels.ts';
import { canonicalOrganisation } from '../../catalog/organisations/canonical-organisation.ts';
import { lifecycleStateAt } from '../../catalog/states.ts';
import { isExercisedAt } from '../../comparison/compare-lists.ts';
import { COMPARED_ELEMENTS } from '../../comparison/compared-elements.ts';
import type { ComparedItem } from '../../comparison/compared-item.ts';
import { driftOf, type Elements, type FieldDrift } from '../../comparison/drift.ts';
import { isDifferent } from '../../comparison/three-way.ts';
import type { DraftItemRow, DraftRow } from './draft-queries.ts';

/** How an item of a reference catalog differs in its draft. */
export interface DraftChange {
  readonly kind: 'ADDED' | 'CHANGED' | 'REMOVED';
  /** As published; none where the draft adds it. */
  readonly published?: ComparedItem;
  /** As drafted; none where the draft leaves it out. */
  readonly drafted?: ComparedItem;
  /** Elements that say something else than before. */
  readonly elements: readonly FieldDrift[];
}

/** The columns of a drafted record that comparisons look at. */
interface DraftRecord {
  readonly ordinal?: number;
  readonly item_type?: ItemType;
  readonly task_name: string;
  readonly basic_code?: string | null;
  readonly implementation_code?: string | null;
  readonly basic_key?: string | null;
  readonly task_state: LifecycleState;
  readonly plan_effective_date?: string | null;
  readonly plan_cancel_date?: string | null;
  readonly elements?: Elements;
  readonly source?: ComparedItem['source'];
}

const NO_SOURCE = { document: '' };

/** A drafted item as comparisons read it on a day; the implementation code it is filed under plays no part in them. */
export const draftedItem = (
  { id, record, department, guideElements }: DraftItemRow,
  { catalogId, level, regionCode, regionName }: DraftRow,
  today: string,
): ComparedItem => {
  const row = JSON.parse(record) as DraftRecord;
  const { task_name: name, item_type: itemType = 'UNRECOGNISED' } = row;
  const dates = {
    planEffectiveDate: row.plan_effective_date ?? undefined,
    planCancelDate: row.plan_cancel_date ?? undefined,
  };
  const own = {
    name,
    itemType,
    basicCode: row.basic_code ?? null,
    implementationCode: row.implementation_code ?? null,
  };
  return {
    id,
    version: 0,
    catalogId,
    ordinal: row.ordinal ?? 0,
    level,
    kind: 'REFERENCE',
    itemType,
    regionCode,
    name,
    ...(row.basic_key == null ? {} : { basicKey: row.basic_key }),
    ...(department === null ? {} : { department }),
    departmentFunctions: department === null ? [] : canonicalOrganisation(department, regionName).functions,
    state: lifecycleStateAt({ state: row.task_state, ...dates }, today),
    elements: { ...guideElements, ...row.elements, ...own },
    source: row.source ?? NO_SOURCE,
  };
};

const EVERY_ELEMENT: ReadonlySet<string> = new Set(COMPARED_ELEMENTS.REFERENCE.map(({ element }) => element));

const isMoved = (published: ComparedItem, drafted: ComparedItem): boolean =>
  published.state !== drafted.state ||
  LEVELS.some((level) => isExercisedAt(published, level) !== isExercisedAt(drafted, level));

/** What a draft changes in substance: items it adds or leaves out, elements that say something else, levels, states. */
export const draftChanges = (
  published: readonly ComparedItem[],
  drafted: readonly ComparedItem[],
): readonly DraftChange[] => {
  const after = new Map(drafted.map((item) => [item.id, item]));
  const before = new Set(published.map(({ id }) => id));
  const kept = published.flatMap((item): DraftChange[] => {
    const next = after.get(item.id);
    if (next === undefined) return [{ kind: 'REMOVED', published: item, elements: [] }];
    const texts = { base: item.elements, now: next.elements, local: item.elements };
    const elements = driftOf(COMPARED_ELEMENTS.REFERENCE, texts, EVERY_ELEMENT).filter(({ state }) =>
      isDifferent(state),
    );
    if (elements.length === 0 && !isMoved(item, next)) return [];
    return [{ kind: 'CHANGED', published: item, drafted: next, elements }];
  });
  const added = drafted
    .filter(({ id }) => !before.has(id))
    .map((item): DraftChange => ({ kind: 'ADDED', drafted: item, elements: [] }));
  return [...kept, ...added];
};
