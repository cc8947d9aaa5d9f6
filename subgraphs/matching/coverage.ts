import type { ItemType } from '../../catalog/enumerations.ts';
import type { Level } from '../../catalog/levels.ts';
import type { ComparedItem } from '../../comparison/compared-item.ts';
import type { PageArguments } from '../connection.ts';
import { refusal } from '../refusal.ts';
import type { ComparisonQueries, DatedCatalog } from './comparison-queries.ts';
import type { ComparisonReading, Moment } from './comparison-reading.ts';
import { departmentOf, type Figures, figuresOf, STANDINGS, type WantedStandings } from './coverage-codes.ts';
import type { CoverageReading, CoveredAuthority } from './coverage-reading.ts';
import { measuredLists } from './measured-lists.ts';

/** The places a figure is about: a reference catalog, and the lists of a level in some regions. */
export interface Places {
  readonly reference: string;
  readonly regions?: readonly string[] | null;
  readonly level?: Level | null;
}

export type CoverageGroup = 'REGION' | 'DEPARTMENT' | 'TYPE';

export interface CoverageArguments extends Places {
  readonly groupBy: CoverageGroup;
}

/** What narrows the items behind a figure. */
export interface AdoptionFilterInput extends WantedStandings {
  /** The region whose own lists alone count: regions take in what is below them. */
  readonly authority?: string | null;
  /** As a row of the coverage by departments names it. */
  readonly department?: string | null;
  readonly type?: readonly (ItemType | 'UNRECOGNISED')[] | null;
}

export interface AdoptionsArguments extends Places, PageArguments {
  readonly filter?: AdoptionFilterInput | null;
}

/** The type CoverageRow, with the arguments that list what is behind its figures. */
export interface CoverageRow extends Figures {
  readonly places: Places & { readonly level: Level };
  readonly narrowed: AdoptionFilterInput;
  readonly regionCode?: string;
  readonly department?: string;
  readonly type?: ItemType | 'UNRECOGNISED';
}

/** A catalog, the authorities held against it, and how its items stand at each of them, in the same order. */
export interface Covered {
  readonly moment: Moment;
  readonly level: Level;
  readonly catalog: DatedCatalog;
  readonly items: readonly ComparedItem[];
  readonly authorities: readonly CoveredAuthority[];
  readonly codes: readonly Uint8Array[];
}

/** Reads how a catalog is adopted in places; refuses with BAD_USER_INPUT what is no reference catalog or too much. */
export const createCovered =
  (queries: ComparisonQueries, reading: ComparisonReading, coverage: CoverageReading, release: number) =>
  async ({ reference, regions, level: asked }: Places, today: string): Promise<Covered> => {
    const level = asked ?? 'COUNTY';
    const [catalog] = await queries.catalogs(release, [reference]);
    if (catalog?.kind !== 'REFERENCE') throw refusal('BAD_USER_INPUT', 'COVERAGE_REFERENCE');
    const lists = await measuredLists(queries, release, catalog, { regions, level });
    const authorities = [...Map.groupBy(lists, ({ regionCode }) => regionCode)].map(([regionCode, own]) => ({
      regionCode,
      lists: own,
    }));
    const moment = { release, today };
    const [{ list }, codes] = await Promise.all([
      reading.reference(moment, catalog),
      coverage(moment, catalog, authorities),
    ]);
    return { moment, level, catalog, items: list.items, authorities, codes };
  };

interface Group {
  readonly key: string;
  readonly occurring: number[];
}

/** How often each standing occurs in each group of items and authorities. */
const occurrences = (
  { items, authorities, codes }: Covered,
  keyOf: (item: ComparedItem, authority: CoveredAuthority) => string,
): readonly Group[] => {
  const groups = new Map<string, Group>();
  for (const [place, authority] of authorities.entries()) {
    for (const [at, item] of items.entries()) {
      const key = keyOf(item, authority);
      const group = groups.get(key) ?? { key, occurring: STANDINGS.map(() => 0) };
      groups.set(key, group);
      const code = codes[place]?.[at] ?? 0;
      group.occurring[code] = (group.occurring[code] ?? 0) + 1;
    }
  }
  return [...groups.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
};

/** Figures by region, department or type; regions without a list of the level have none. */
export const coverageRows = (
  covered: Covered,
  { reference, regions, groupBy }: CoverageArguments,
): readonly CoverageRow[] => {
  const { level } = covered;
  const keys: Readonly<Record<CoverageGroup, (item: ComparedItem, authority: CoveredAuthority) => string>> = {
    REGION: (_item, { regionCode }) => regionCode,
    DEPARTMENT: departmentOf,
    TYPE: ({ itemType }) => itemType,
  };
  return occurrences(covered, keys[groupBy]).map(({ key, occurring }): CoverageRow => {
    const figures = figuresOf(occurring);
    const places = { reference, level, ...(regions == null ? {} : { regions }) };
    const row = { ...figures, places };
    if (groupBy === 'REGION')
      return { ...row, places: { ...places, regions: [key] }, narrowed: { authority: key }, regionCode: key };
    if (groupBy === 'DEPARTMENT') return { ...row, narrowed: { department: key }, department: key };
    return { ...row, narrowed: { type: [key as ItemType] }, type: key as ItemType };
  });
};
