import type { Field } from '../catalog/fields/field.ts';
import { FIELDS } from '../catalog/fields.ts';

/** What a local item is compared with: the reference it adopts, or the county item a township's or village's copies. */
export const COMPARED_WITH = ['REFERENCE', 'SOURCE'] as const;
export type ComparedWith = (typeof COMPARED_WITH)[number];

/** What every office states of itself: a difference in it is none from the reference. */
const ITS_OWN: ReadonlySet<string> = new Set([
  // Rule CMP-09 asks whether the level is among those the reference allows.
  ...['exerciseLevels'],
  ...['implementationCode', 'handlingItemCode', 'handlingItemExtension', 'sourceItemCode', 'hasSubItems'],
  ...['organisationName', 'organisationCode', 'organisationNature', 'entrustingOrganisation', 'isEntrusted'],
  ...['jointOrganisations', 'coImplementingOrganisations', 'acceptingOrganisation', 'guidingOrganisation'],
  ...['state', 'planEffectiveDate', 'planCancelDate', 'powerSource', 'isInServiceHall'],
]);

/** A promise is the office's own; a copy of its county's item makes the county's promise. */
const OWN_BESIDE_REFERENCE: ReadonlySet<string> = new Set([
  ...['promisedLimit', 'promisedLimitNote', 'isReservable', 'isOnlinePayment', 'isCourier'],
]);

/** A township or village exercises at its own level what its county exercises at the county's. */
const OWN_BESIDE_SOURCE: ReadonlySet<string> = new Set(['exerciseContent', 'basicCode']);

const comparable = (fields: readonly Field[], own: ReadonlySet<string>): readonly Field[] =>
  fields.filter(
    ({ element, compareRule, differenceGroup }) =>
      compareRule !== 'none' && differenceGroup !== 'CONTACT' && !ITS_OWN.has(element) && !own.has(element),
  );

const ALL: readonly Field[] = [...FIELDS.item, ...FIELDS.guide];

/** The elements of items and guides in which a local item can differ from what it is compared with, in their order. */
export const COMPARED_ELEMENTS: Readonly<Record<ComparedWith, readonly Field[]>> = {
  REFERENCE: comparable(ALL, OWN_BESIDE_REFERENCE),
  SOURCE: comparable(ALL, OWN_BESIDE_SOURCE),
};

/** The elements in which anything is compared with a reference or with a source, each once. */
export const COMPARABLE_ELEMENTS: readonly string[] = [
  ...new Set([...COMPARED_ELEMENTS.REFERENCE, ...COMPARED_ELEMENTS.SOURCE].map(({ element }) => element)),
];
