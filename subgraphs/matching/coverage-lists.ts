import { lifecycleStateAt } from '../../catalog/states.ts';
import { COMPARED_ELEMENTS } from '../../comparison/compared-elements.ts';
import type { ComparedItem, ComparedLink, ComparedList } from '../../comparison/compared-item.ts';
import type { Elements } from '../../comparison/drift.ts';
import { formsOf } from '../../comparison/element-value.ts';
import { statedElements } from '../../comparison/stated-elements.ts';
import type { DatedCatalog } from './comparison-queries.ts';
import type { StandingRow } from './standing-queries.ts';

const COMPARED: readonly string[] = COMPARED_ELEMENTS.REFERENCE.map(({ element }) => element);

/** Told by columns of their own. */
const COLUMNS: readonly string[] = ['name', 'itemType', 'basicCode'];

/** The keys under which the elements of an item say what it is compared in. */
export const COMPARED_KEYS: readonly string[] = [...new Set(COMPARED.flatMap(formsOf))].filter(
  (key) => !COLUMNS.includes(key),
);

/** Nothing of where an item was read, or in which version, is looked at for its standing. */
const NOT_READ = { version: 0, source: { document: '' }, departmentFunctions: [] } as const;

type References = ReadonlyMap<string, ComparedItem>;

/** The very values of the reference but for what is read of the item: what is alike need not be looked at twice. */
const elementsOf = (row: StandingRow, reference: ComparedItem | undefined): Elements => {
  const { name, itemType, basicCode, otherwise, lacking } = row;
  if (reference === undefined) return { ...otherwise, name, itemType, basicCode };
  const now = reference.elements;
  const named = { name, itemType, basicCode: basicCode ?? now['basicCode'] };
  const isNamedAlike = COLUMNS.every((column) => named[column as keyof typeof named] === now[column]);
  if (otherwise === null && lacking === null && isNamedAlike && basicCode === (now['basicCode'] ?? null))
    return now;
  const elements: Record<string, unknown> = { ...now, ...otherwise, name, itemType, basicCode };
  for (const key of lacking ?? []) delete elements[key];
  return elements;
};

const itemOf = (row: StandingRow, { kind }: DatedCatalog, references: References, today: string) => {
  const { id, catalogId, ordinal, level, regionCode, itemType, name, taskState, basicKey } = row;
  const planEffectiveDate = row.planEffectiveDate ?? undefined;
  const planCancelDate = row.planCancelDate ?? undefined;
  const state = lifecycleStateAt({ state: taskState, planEffectiveDate, planCancelDate }, today);
  const elements = elementsOf(row, references.get(row.referenceId ?? ''));
  return {
    ...NOT_READ,
    ...{ id, catalogId, ordinal, level, kind, itemType, regionCode, name, state, elements },
    ...(basicKey === null ? {} : { basicKey }),
  };
};

const linkOf = ({ id, linkId, referenceId, relation }: StandingRow): ComparedLink | undefined =>
  linkId === null || referenceId === null || relation === null
    ? undefined
    : {
        ...{ id: linkId, kind: 'REFERENCE', leftId: id, rightId: referenceId, relation },
        ...{ isSettled: true, confidence: 1 },
      };

/** A list of whose items no more is held than how they differ from the reference, with its settled links. */
export interface StandingList {
  readonly list: ComparedList;
  readonly items: ReadonlyMap<string, ComparedItem>;
  readonly links: readonly ComparedLink[];
}

/** A list from what was read of its items beside the reference's. */
export const standingList = (
  catalog: DatedCatalog,
  rows: readonly StandingRow[],
  references: References,
  today: string,
): StandingList => {
  const items = new Map<string, ComparedItem>();
  const links: ComparedLink[] = [];
  for (const row of rows) {
    if (!items.has(row.id)) items.set(row.id, itemOf(row, catalog, references, today));
    const link = linkOf(row);
    if (link !== undefined) links.push(link);
  }
  const all = [...items.values()];
  return { list: { ...catalog, items: all, stated: statedElements(all) }, items, links };
};
