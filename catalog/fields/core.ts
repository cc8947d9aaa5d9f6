import type { ItemElement } from '../fields.ts';

/** The item elements that are columns and fields of their own; all others live among an item's elements. */
export const CORE_ITEM_ELEMENTS = [
  'ordinal',
  'name',
  'itemType',
  'basicCode',
  'implementationCode',
  'regionCode',
  'regionName',
  'organisationName',
  'organisationCode',
  'state',
] as const satisfies readonly ItemElement[];
