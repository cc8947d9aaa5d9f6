import type { ItemType } from './enumerations.ts';

/** Administrative powers, types 00 to 10 of GB/T 39046-2020 table A.1: they belong on the power list. */
export const POWER_TYPES: readonly ItemType[] = [
  'POWER_GROUP',
  'LICENSING',
  'PUNISHMENT',
  'COERCION',
  'COLLECTION',
  'PAYMENT',
  'INSPECTION',
  'CONFIRMATION',
  'REWARD',
  'ADJUDICATION',
  'OTHER_POWER',
];

/** Powers exercised without anybody applying for it. */
export const EX_OFFICIO_TYPES: readonly ItemType[] = ['PUNISHMENT', 'COERCION', 'INSPECTION'];
