import type { Level } from '../catalog/levels.ts';

/** The tables a list's items may belong to, with the column that identifies a row. */
export const ITEM_TARGETS = ['reference.item', 'county.item', 'township.item'] as const;

export type ItemTarget = (typeof ITEM_TARGETS)[number];

/** Every table a release versions, and the column that identifies its rows. */
export const VERSIONED = {
  'reference.item': 'item_id',
  'county.item': 'item_id',
  'township.item': 'item_id',
  'guide.guide': 'guide_id',
  'matching.item': 'item_id',
  'matching.match': 'match_id',
  'reference.catalog': 'catalog_id',
  'reference.region': 'region_code',
  'reference.organisation': 'organisation_id',
} as const;

export type VersionedTable = keyof typeof VERSIONED;

/** The table that holds the items of a level. */
export const itemTarget = (level: Level): ItemTarget => {
  if (level === 'NATIONAL' || level === 'PROVINCE') return 'reference.item';
  return level === 'CITY' || level === 'COUNTY' ? 'county.item' : 'township.item';
};
