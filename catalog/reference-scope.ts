import type { Level } from './levels.ts';
import { COUNTRY } from './regions.ts';

/** The levels whose items a matching run holds against reference catalogs: the province writes its own. */
export const LOCAL_LEVELS: readonly Level[] = ['CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE'];

/** The regions whose reference items an item of a region may answer: the country's, and those of its own province. */
export const referenceRegions = (regionCode: string): readonly string[] => [
  COUNTRY,
  regionCode.slice(0, 2).padEnd(12, '0'),
];
