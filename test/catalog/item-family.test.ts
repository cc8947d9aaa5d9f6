import { describe, expect, test } from 'vitest';
import { ENUMERATIONS, type ItemType } from '../../catalog/enumerations.ts';
import { familyOf } from '../../catalog/item-family.ts';
import { EX_OFFICIO_TYPES, POWER_TYPES } from '../../catalog/power-types.ts';

/** Type, presence table, 依职权. */
const TYPES: Readonly<
  Record<ItemType, readonly [family: string | undefined, power: boolean, exOfficio: boolean]>
> = {
  POWER_GROUP: [undefined, true, false],
  LICENSING: ['general', true, false],
  PUNISHMENT: [undefined, true, true],
  COERCION: [undefined, true, true],
  COLLECTION: [undefined, true, false],
  PAYMENT: ['general', true, false],
  INSPECTION: [undefined, true, true],
  CONFIRMATION: ['general', true, false],
  REWARD: ['general', true, false],
  ADJUDICATION: ['general', true, false],
  OTHER_POWER: ['general', true, false],
  PUBLIC_SERVICE: ['publicService', false, false],
  FORWARDED_REVIEW: [undefined, false, false],
  INTERNAL_MANAGEMENT: [undefined, false, false],
  JOINT_HANDLING: [undefined, false, false],
  UNRECOGNISED: [undefined, false, false],
};

const types = Object.keys(TYPES) as ItemType[];

describe('an item type', () => {
  test.each(types)('%s has its family, is a power or none, on application or not', (type) => {
    expect([familyOf(type), POWER_TYPES.includes(type), EX_OFFICIO_TYPES.includes(type)]).toEqual(
      TYPES[type],
    );
  });

  test('that is not known has no family', () => expect(familyOf(undefined)).toBeUndefined());
});

test('the powers are the types 00 to 10 of GB/T 39046-2020 table A.1', () => {
  const national = ENUMERATIONS.ItemType.values.filter(
    ({ codes }) => Number(codes && 'GBT_39046' in codes ? codes.GBT_39046 : 99) <= 10,
  );
  expect(national.map(({ symbol }) => symbol)).toEqual(POWER_TYPES);
});

test('there are no other powers, and none twice', () => {
  expect([...POWER_TYPES].sort()).toEqual(types.filter((type) => TYPES[type][1]).sort());
  expect([...EX_OFFICIO_TYPES].sort()).toEqual(types.filter((type) => TYPES[type][2]).sort());
});
