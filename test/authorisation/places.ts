import type { Level } from '../../catalog/levels.ts';

/** A region as this matrix knows it: what lies above it is written down, and never told from its code. */
interface Region {
  readonly code: string;
  readonly above: string | undefined;
}

/**
 * Two provinces. `own` is 3310 with its zeros cut off 331, which also begins the code of `trap`; 33012 begins that of the
 * county beside `zero`, and 44190003 that of the town beside `town`, which lies under a city without counties.
 */
const REGIONS = {
  country: { code: '000000000000', above: undefined },
  province: { code: '330000000000', above: 'country' },
  own: { code: '331000000000', above: 'province' },
  trap: { code: '331100000000', above: 'province' },
  sibling: { code: '330100000000', above: 'province' },
  child: { code: '331002000000', above: 'own' },
  grandchild: { code: '331002001000', above: 'child' },
  trapChild: { code: '331102000000', above: 'trap' },
  cousin: { code: '330102000000', above: 'sibling' },
  zero: { code: '330120000000', above: 'sibling' },
  besideZero: { code: '330121000000', above: 'sibling' },
  otherProvince: { code: '440000000000', above: 'country' },
  directCity: { code: '441900000000', above: 'otherProvince' },
  town: { code: '441900030000', above: 'directCity' },
  besideTown: { code: '441900031000', above: 'directCity' },
  nowhere: { code: '990000000000', above: 'country' },
} as const satisfies Readonly<Record<string, Region>>;

export type RegionName = keyof typeof REGIONS;

export const codeOf = (region: RegionName): string => REGIONS[region].code;

/** Whether a region lies under another, or is it, step by step upwards. */
export const liesIn = (region: RegionName, top: RegionName): boolean => {
  if (region === top) return true;
  const { above } = REGIONS[region];
  return above !== undefined && liesIn(above, top);
};

/** Where something is that may be written: an item with a link, a list, a draft, a proposal, a decision. */
export interface TestPlace {
  readonly region: RegionName;
  readonly level: Level;
  /** False of what nobody has stored. */
  readonly exists: boolean;
}

const place = (region: RegionName, level: Level, exists = true): TestPlace => ({ region, level, exists });

/** Every relation to `own`, some with another level than their region's. */
export const PLACES: readonly TestPlace[] = [
  place('own', 'CITY'),
  place('own', 'COUNTY'),
  place('own', 'VILLAGE'),
  place('child', 'COUNTY'),
  place('child', 'TOWNSHIP'),
  place('grandchild', 'TOWNSHIP'),
  place('province', 'PROVINCE'),
  place('sibling', 'CITY'),
  place('cousin', 'COUNTY'),
  place('trap', 'CITY'),
  place('trapChild', 'COUNTY'),
  place('zero', 'COUNTY'),
  place('besideZero', 'COUNTY'),
  place('directCity', 'CITY'),
  place('town', 'TOWNSHIP'),
  place('besideTown', 'TOWNSHIP'),
  place('nowhere', 'COUNTY', false),
];

const keyOf = ({ region, level }: TestPlace): string => `${codeOf(region)}-${level.toLowerCase()}`;

/** The ids of what is at a place. */
export const idsOf = (where: TestPlace) => ({
  item: `ci_${keyOf(where)}`,
  list: `list-${keyOf(where)}`,
  catalog: `ca_${keyOf(where)}`,
  draft: `ca_draft-${keyOf(where)}`,
});
