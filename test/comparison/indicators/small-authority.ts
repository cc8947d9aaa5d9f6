import type { ItemType, ListKind } from '../../../catalog/enumerations.ts';
import type { Authority } from '../../../comparison/authority.ts';
import type { ListResult } from '../../../comparison/compare-authority.ts';
import { compareLists } from '../../../comparison/compare-lists.ts';
import type { ComparedItem, ComparedLink, ComparedList } from '../../../comparison/compared-item.ts';
import type { Elements } from '../../../comparison/drift.ts';
import type { IndicatorCode } from '../../../comparison/indicators/indicator.ts';
import type { IndicatorValue } from '../../../comparison/indicators/value.ts';
import { indicatorsOf } from '../../../comparison/indicators.ts';
import { statedElements } from '../../../comparison/stated-elements.ts';

/** An item as a case tells it; what is left out is an ordinary public service in force. */
export interface Told {
  readonly id: string;
  readonly name?: string;
  readonly type?: ItemType | 'UNRECOGNISED';
  readonly state?: ComparedItem['state'];
  readonly department?: string;
  readonly code?: string;
  readonly elements?: Elements;
  /** Its partner in the reference catalog. */
  readonly reference?: string;
  readonly relation?: ComparedLink['relation'];
  readonly isWaiting?: boolean;
}

const COUNTY = '880121000000';

const itemOf = (told: Told, list: Omit<ComparedList, 'items' | 'stated'>, ordinal: number): ComparedItem => {
  const {
    id,
    name = id,
    type = 'PUBLIC_SERVICE',
    state = 'IN_FORCE',
    department = '青溪县民政局',
    code,
  } = told;
  const basic = code === undefined ? {} : { basicCode: code };
  return {
    id,
    version: 1,
    catalogId: list.catalogId,
    ordinal,
    level: list.level,
    kind: list.kind,
    itemType: type,
    regionCode: list.regionCode,
    name,
    ...(code === undefined ? {} : { basicKey: `NATIONAL:${code}` }),
    department,
    departmentFunctions: department.includes('民政') ? ['民政'] : ['公安'],
    state,
    elements: { name, itemType: type, ...basic, ...told.elements },
    source: { document: '清单.xlsx' },
  };
};

const listOf = (catalogId: string, kind: ListKind, told: readonly Told[]): ComparedList => {
  const isReference = kind === 'REFERENCE';
  const list = {
    catalogId,
    key: catalogId,
    name: catalogId,
    level: isReference ? 'PROVINCE' : 'COUNTY',
    kind,
    regionCode: isReference ? '880000000000' : COUNTY,
    regionName: isReference ? '纵横省' : '纵横省长风市青溪县',
    nilReturns: [],
  } as const;
  const items = told.map((one, ordinal) => itemOf(one, list, ordinal));
  return { ...list, items, stated: statedElements(items) };
};

/** A county with a list of services, and other lists by kind, beside one reference catalog. */
export const smallAuthority = (
  told: readonly Told[],
  references: readonly Told[] = [],
  others: Readonly<Partial<Record<ListKind, readonly Told[]>>> = {},
): { readonly authority: Authority; readonly results: readonly ListResult[] } => {
  const catalog = listOf('ca_reference', 'REFERENCE', references);
  const lists = [
    listOf('ca_service', 'GOVERNMENT_SERVICE', told),
    ...Object.entries(others).map(([kind, items]) => listOf(`ca_${kind}`, kind as ListKind, items)),
  ];
  const links = [...told, ...Object.values(others).flat()].flatMap(
    ({ id, reference, relation = 'EQUIVALENT', isWaiting = false }): ComparedLink[] =>
      reference === undefined
        ? []
        : [
            {
              ...{ id: `ma_${id}`, kind: 'REFERENCE', leftId: id, rightId: reference, relation },
              ...{ isSettled: !isWaiting, confidence: isWaiting ? 0.5 : 1 },
            },
          ],
  );
  const items = new Map([catalog, ...lists].flatMap((list) => list.items).map((item) => [item.id, item]));
  const authority: Authority = {
    ...{
      today: '2026-03-01',
      regionCode: COUNTY,
      level: 'COUNTY',
      references: [catalog],
      lists,
      sources: [],
    },
    links: {
      from: (kind, id) => links.filter((link) => link.kind === kind && link.leftId === id),
      to: (kind, id) => links.filter((link) => link.kind === kind && link.rightId === id),
    },
    item: (id) => items.get(id),
    basedOn: () => undefined,
    earlierVersions: () => [],
    peers: () => [],
    levelsOffering: () => [],
  };
  const results = lists.map((list) => ({
    list,
    catalog,
    comparison: compareLists(authority, list, catalog),
  }));
  return { authority, results };
};

/** One figure of a small authority. */
export const figure = (code: IndicatorCode, ...sides: Parameters<typeof smallAuthority>): IndicatorValue => {
  const { authority, results } = smallAuthority(...sides);
  const found = indicatorsOf(authority, results).find(({ indicator }) => indicator.code === code);
  if (found === undefined) throw new Error(`no figure ${code}`);
  return found;
};

/** The items a figure leaves out, by reason. */
export const reasons = ({ excluded }: IndicatorValue) =>
  Object.fromEntries(excluded.map(({ reason, ids }) => [reason, ids]));
