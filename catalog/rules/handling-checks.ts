import { CHK_01_PROMISE_WITHIN_LEGAL } from './chk-01-promise-within-legal.ts';
import { CHK_02_PROMISE_WITHIN_HALF } from './chk-02-promise-within-half.ts';
import { CHK_03_IMMEDIATE_AGREES } from './chk-03-immediate-agrees.ts';
import { CHK_04_IMMEDIATE_WITHIN_A_DAY } from './chk-04-immediate-within-a-day.ts';
import { CHK_05_NO_LIMIT_EXPLAINED } from './chk-05-no-limit-explained.ts';
import { CHK_06_LICENCE_LIMIT_HAS_BASIS } from './chk-06-licence-limit-has-basis.ts';
import { CHK_07_STEPS_WITHIN_PROMISE } from './chk-07-steps-within-promise.ts';
import { CHK_08_SITE_VISIT_TAKES_TIME } from './chk-08-site-visit-takes-time.ts';
import { CHK_09_CORE_STEPS } from './chk-09-core-steps.ts';
import { CHK_10_VISITS_REASONED } from './chk-10-visits-reasoned.ts';
import { CHK_11_NO_VISIT_BY_COURIER } from './chk-11-no-visit-by-courier.ts';
import { CHK_12_WHOLLY_ONLINE_NO_VISIT } from './chk-12-wholly-online-no-visit.ts';
import { CHK_13_FEES_AGREE } from './chk-13-fees-agree.ts';
import { CHK_14_AUDIENCE_HAS_TOPICS } from './chk-14-audience-has-topics.ts';
import { CHK_15_RESULT_AGREES } from './chk-15-result-agrees.ts';
import { CHK_16_TELEPHONES } from './chk-16-telephones.ts';
import { CHK_17_HOURS_SAY_DAYS } from './chk-17-hours-say-days.ts';
import { CHK_18_ADDRESS_TO_WINDOW } from './chk-18-address-to-window.ts';
import { CHK_19_LICENCE_HAS_QUESTIONS } from './chk-19-licence-has-questions.ts';

/** Checks of how an item is handled: time limits, case type, visits, fees, contacts (CHK-01 to CHK-19). */
export const HANDLING_CHECKS = [
  CHK_01_PROMISE_WITHIN_LEGAL,
  CHK_02_PROMISE_WITHIN_HALF,
  CHK_03_IMMEDIATE_AGREES,
  CHK_04_IMMEDIATE_WITHIN_A_DAY,
  CHK_05_NO_LIMIT_EXPLAINED,
  CHK_06_LICENCE_LIMIT_HAS_BASIS,
  CHK_07_STEPS_WITHIN_PROMISE,
  CHK_08_SITE_VISIT_TAKES_TIME,
  CHK_09_CORE_STEPS,
  CHK_10_VISITS_REASONED,
  CHK_11_NO_VISIT_BY_COURIER,
  CHK_12_WHOLLY_ONLINE_NO_VISIT,
  CHK_13_FEES_AGREE,
  CHK_14_AUDIENCE_HAS_TOPICS,
  CHK_15_RESULT_AGREES,
  CHK_16_TELEPHONES,
  CHK_17_HOURS_SAY_DAYS,
  CHK_18_ADDRESS_TO_WINDOW,
  CHK_19_LICENCE_HAS_QUESTIONS,
] as const;
