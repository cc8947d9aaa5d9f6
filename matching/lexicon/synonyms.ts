import type { Synonym } from './entries.ts';
import { CULTURE_SYNONYMS } from './synonyms/culture.ts';
import { EDUCATION_SYNONYMS } from './synonyms/education.ts';
import { GENERAL_SYNONYMS } from './synonyms/general.ts';
import { HEALTH_SYNONYMS } from './synonyms/health.ts';
import { HOUSING_SYNONYMS } from './synonyms/housing.ts';
import { INSURANCE_SYNONYMS } from './synonyms/insurance.ts';
import { JUSTICE_SYNONYMS } from './synonyms/justice.ts';
import { LAND_SYNONYMS } from './synonyms/land.ts';
import { MARKET_SYNONYMS } from './synonyms/market.ts';
import { NATURE_SYNONYMS } from './synonyms/nature.ts';
import { OLD_NAMES_SYNONYMS } from './synonyms/old-names.ts';
import { ONE_ITEM_SYNONYMS } from './synonyms/one-item.ts';
import { PAPERS_SYNONYMS } from './synonyms/papers.ts';
import { PEOPLE_SYNONYMS } from './synonyms/people.ts';
import { SPOKEN_SYNONYMS } from './synonyms/spoken.ts';
import { TAX_SYNONYMS } from './synonyms/tax.ts';
import { TRANSPORT_SYNONYMS } from './synonyms/transport.ts';
import { VILLAGE_SYNONYMS } from './synonyms/village.ts';
import { WELFARE_SYNONYMS } from './synonyms/welfare.ts';

/** Every spelling the engine puts into another. */
export const SYNONYMS: readonly Synonym[] = [
  ...CULTURE_SYNONYMS,
  ...EDUCATION_SYNONYMS,
  ...GENERAL_SYNONYMS,
  ...HEALTH_SYNONYMS,
  ...HOUSING_SYNONYMS,
  ...INSURANCE_SYNONYMS,
  ...JUSTICE_SYNONYMS,
  ...LAND_SYNONYMS,
  ...MARKET_SYNONYMS,
  ...NATURE_SYNONYMS,
  ...OLD_NAMES_SYNONYMS,
  ...ONE_ITEM_SYNONYMS,
  ...PAPERS_SYNONYMS,
  ...PEOPLE_SYNONYMS,
  ...SPOKEN_SYNONYMS,
  ...TAX_SYNONYMS,
  ...TRANSPORT_SYNONYMS,
  ...VILLAGE_SYNONYMS,
  ...WELFARE_SYNONYMS,
];
