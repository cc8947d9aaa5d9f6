import { DOCUMENT_FAMILIES, FINANCE_FAMILIES, PROJECT_FAMILIES } from './families-business.ts';
import { FAMILY_FAMILIES, IDENTITY_FAMILIES } from './families-identity.ts';
import { AUTHORITY_FAMILIES, ORGANISATION_FAMILIES } from './families-organisation.ts';
import {
  EDUCATION_FAMILIES,
  HEALTH_FAMILIES,
  PROFESSION_FAMILIES,
  SOCIAL_FAMILIES,
} from './families-person.ts';
import { PROPERTY_FAMILIES, VEHICLE_FAMILIES } from './families-property.ts';
import type { PaperFamily } from './paper-family.ts';

/** Every family of papers; of two whose spellings both fit, the first decides. */
export const PAPER_FAMILIES: readonly PaperFamily[] = [
  ...IDENTITY_FAMILIES,
  ...FAMILY_FAMILIES,
  ...AUTHORITY_FAMILIES,
  ...ORGANISATION_FAMILIES,
  ...EDUCATION_FAMILIES,
  ...PROFESSION_FAMILIES,
  ...SOCIAL_FAMILIES,
  ...HEALTH_FAMILIES,
  ...PROPERTY_FAMILIES,
  ...VEHICLE_FAMILIES,
  ...FINANCE_FAMILIES,
  ...PROJECT_FAMILIES,
  ...DOCUMENT_FAMILIES,
];

const COMPILED = PAPER_FAMILIES.map(
  (family) => [new RegExp(`^(?:${family.spellings.join('|')})$`, 'u'), family] as const,
);

/** The family whose spellings fit the whole text. */
export const familyOf = (text: string): PaperFamily | undefined =>
  COMPILED.find(([pattern]) => pattern.test(text))?.[1];

/** The family's place in the vocabulary. */
export const rankOf = (family: PaperFamily): number => PAPER_FAMILIES.indexOf(family);
