import { CHK_20_MATERIALS_FULLY_DESCRIBED } from './chk-20-materials-fully-described.ts';
import { CHK_21_VAGUE_WORDS } from './chk-21-vague-words.ts';
import { CHK_22_PROOFS_IN_CONDITIONS } from './chk-22-proofs-in-conditions.ts';
import { CHK_23_IN_PERSON_OR_BY_AGENT } from './chk-23-in-person-or-by-agent.ts';
import { CHK_24_SHARED_MATERIAL_DEMANDED } from './chk-24-shared-material-demanded.ts';
import { CHK_25_PROOF_HAS_BASIS } from './chk-25-proof-has-basis.ts';
import { CHK_26_NAME_IS_AN_ACT } from './chk-26-name-is-an-act.ts';
import { CHK_27_FULL_LEGAL_NAME } from './chk-27-full-legal-name.ts';
import { CHK_28_BASIS_COMPLETE } from './chk-28-basis-complete.ts';
import { CHK_30_REQUIRED_ELEMENTS } from './chk-30-required-elements.ts';
import { CHK_31_SOURCE_FITS_NATURE } from './chk-31-source-fits-nature.ts';
import { CHK_32_OUTSIDE_HALL_REASONED } from './chk-32-outside-hall-reasoned.ts';
import { CHK_33_QUANTITY_LIMIT_COMPLETE } from './chk-33-quantity-limit-complete.ts';
import { CHK_34_SUPPLIED_LATER } from './chk-34-supplied-later.ts';
import { CHK_35_DATES_AND_STATE } from './chk-35-dates-and-state.ts';
import { CHK_36_ADDRESSES_FIT_ONLINE } from './chk-36-addresses-fit-online.ts';
import { NOTICE_CATEGORY } from './notice-category.ts';
import { NOTICE_EXCLUDED_ITEMS } from './notice-excluded-items.ts';
import { NOTICE_GROUPED_INSTITUTIONS } from './notice-grouped-institutions.ts';
import { NOTICE_MARKET_RUN } from './notice-market-run.ts';
import { NOTICE_ON_APPLICATION } from './notice-on-application.ts';
import { NOTICE_SERVICE_OBJECT } from './notice-service-object.ts';
import { NOTICE_SUSPENDED } from './notice-suspended.ts';
import { NOTICE_VILLAGE_SERVICES_ONLY } from './notice-village-services-only.ts';

/**
 * Checks of what an item says: materials, wording, bases, completeness, exclusions (CHK-20 to CHK-36 and the notices).
 * CHK-29, a value outside its code list, has no check of its own: reading a cell tells it where the cell is known
 * (UNRECOGNISED_VALUE, UNKNOWN_ITEM_TYPE, UNKNOWN_LEVEL) and keeps the value, so that no row is lost by it. All three
 * only warn: provinces have code lists of their own, and a word that the standard's lists lack need not be wrong.
 */
export const CONTENT_CHECKS = [
  CHK_20_MATERIALS_FULLY_DESCRIBED,
  CHK_21_VAGUE_WORDS,
  CHK_22_PROOFS_IN_CONDITIONS,
  CHK_23_IN_PERSON_OR_BY_AGENT,
  CHK_24_SHARED_MATERIAL_DEMANDED,
  CHK_25_PROOF_HAS_BASIS,
  CHK_26_NAME_IS_AN_ACT,
  CHK_27_FULL_LEGAL_NAME,
  CHK_28_BASIS_COMPLETE,
  CHK_30_REQUIRED_ELEMENTS,
  CHK_31_SOURCE_FITS_NATURE,
  CHK_32_OUTSIDE_HALL_REASONED,
  CHK_33_QUANTITY_LIMIT_COMPLETE,
  CHK_34_SUPPLIED_LATER,
  CHK_35_DATES_AND_STATE,
  CHK_36_ADDRESSES_FIT_ONLINE,
  NOTICE_CATEGORY,
  NOTICE_SERVICE_OBJECT,
  NOTICE_EXCLUDED_ITEMS,
  NOTICE_ON_APPLICATION,
  NOTICE_MARKET_RUN,
  NOTICE_SUSPENDED,
  NOTICE_GROUPED_INSTITUTIONS,
  NOTICE_VILLAGE_SERVICES_ONLY,
] as const;
