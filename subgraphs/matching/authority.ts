import type { LinkKind } from '../../catalog/link-kinds.ts';
import { canonicalOrganisation } from '../../catalog/organisations/canonical-organisation.ts';
import { lifecycleStateAt } from '../../catalog/states.ts';
import type { Links } from '../../comparison/authority.ts';
import type { ComparedItem, ComparedLink, ComparedList } from '../../comparison/compared-item.ts';
import { statedElements } from '../../comparison/stated-elements.ts';
import type { CatalogRow, ComparedRow } from './authority-queries.ts';

const NO_LINKS: readonly ComparedLink[] = [];

/** Links by kind and end. */
export const linksOf = (links: readonly ComparedLink[]): Links => {
  const byEnd = (end: 'leftId' | 'rightId') => Map.groupBy(links, (link) => `${link.kind} ${link[end]}`);
  const [lefts, rights] = [byEnd('leftId'), byEnd('rightId')];
  return {
    from: (kind: LinkKind, id) => lefts.get(`${kind} ${id}`) ?? NO_LINKS,
    to: (kind: LinkKind, id) => rights.get(`${kind} ${id}`) ?? NO_LINKS,
  };
};

/** What departments are for, each name looked up once: thousands of items share some dozens of departments. */
const functionsIn = (regionName: string) => {
  const known = new Map<string, readonly string[]>();
  return (department: string | null): readonly string[] => {
    if (department === null) return [];
    const found = known.get(department) ?? canonicalOrganisation(department, regionName).functions;
    known.set(department, found);
    return found;
  };
};

/** An item as comparisons read it on a day. */
export const itemOf = (
  row: ComparedRow,
  today: string,
  functions: (department: string | null) => readonly string[],
): ComparedItem => {
  const { basicKey, codeKey, department, taskState, planEffectiveDate, planCancelDate, guideElements } = row;
  const { basicCode, implementationCode, ...rest } = row;
  const state = lifecycleStateAt(
    {
      state: taskState,
      planEffectiveDate: planEffectiveDate ?? undefined,
      planCancelDate: planCancelDate ?? undefined,
    },
    today,
  );
  const own = { name: row.name, itemType: row.itemType, basicCode, implementationCode };
  return {
    id: rest.id,
    version: rest.version,
    catalogId: rest.catalogId,
    ordinal: rest.ordinal,
    level: rest.level,
    kind: rest.kind,
    itemType: rest.itemType,
    regionCode: rest.regionCode,
    name: rest.name,
    ...(basicKey === null ? {} : { basicKey }),
    ...(codeKey === null ? {} : { codeKey }),
    ...(department === null ? {} : { department }),
    departmentFunctions: functions(department),
    state,
    elements: { ...guideElements, ...row.elements, ...own },
    source: rest.source,
  };
};

/** A catalog with its items in their order, and the elements it has a place for. */
export const listOf = (catalog: CatalogRow, rows: readonly ComparedRow[], today: string): ComparedList => {
  const functions = functionsIn(catalog.regionName);
  const items = rows.map((row) => itemOf(row, today, functions));
  return { ...catalog, items, stated: statedElements(items) };
};
