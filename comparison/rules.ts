import { noReference } from './rules/cmp-01-no-reference.ts';
import { unclaimed } from './rules/cmp-02-unclaimed.ts';
import { beyondReference } from './rules/cmp-03-beyond-reference.ts';
import { nameDiffers } from './rules/cmp-04-name-differs.ts';
import { codeAndName } from './rules/cmp-05-code-and-name.ts';
import { typeDiffers } from './rules/cmp-06-type-differs.ts';
import { basisDiffers } from './rules/cmp-07-basis-differs.ts';
import { basisNotValid } from './rules/cmp-08-basis-not-valid.ts';
import { levelNotAllowed } from './rules/cmp-09-level-not-allowed.ts';
import { topicsDiffer } from './rules/cmp-10-topics-differ.ts';
import { statutoryLimitDiffers } from './rules/cmp-11-statutory-limit-differs.ts';
import { promiseBehindPeers } from './rules/cmp-12-promise-behind-peers.ts';
import { materialsDiffer } from './rules/cmp-13-materials-differ.ts';
import { conditionsDiffer } from './rules/cmp-14-conditions-differ.ts';
import { feeDiffers } from './rules/cmp-15-fee-differs.ts';
import { resultDiffers } from './rules/cmp-16-result-differs.ts';
import { audienceDiffers } from './rules/cmp-17-audience-differs.ts';
import { levelsOverlapOrGap } from './rules/cmp-18-levels-overlap-or-gap.ts';
import { sourceOfCopy } from './rules/cmp-19-source-of-copy.ts';
import { onBothLists } from './rules/cmp-20-on-both-lists.ts';
import { serviceWithoutOwnList } from './rules/cmp-21-service-without-own-list.ts';
import { powerNotServed } from './rules/cmp-22-power-not-served.ts';
import { dormant } from './rules/cmp-23-dormant.ts';
import { notOnApplication } from './rules/cmp-24-not-on-application.ts';
import { channelsDiffer } from './rules/cmp-25-channels-differ.ts';
import { behindReference } from './rules/cmp-26-behind-reference.ts';
import { departmentSilent } from './rules/cmp-27-department-silent.ts';
import { granularityDiffers } from './rules/cmp-28-granularity-differs.ts';
import type { AuthorityRule, ListRule } from './rules/rule.ts';

/** The rules that look at one list beside one reference catalog, in the order of their codes. */
export const LIST_RULES: readonly ListRule[] = [
  noReference,
  unclaimed,
  beyondReference,
  nameDiffers,
  codeAndName,
  typeDiffers,
  basisDiffers,
  levelNotAllowed,
  topicsDiffer,
  statutoryLimitDiffers,
  promiseBehindPeers,
  materialsDiffer,
  conditionsDiffer,
  feeDiffers,
  resultDiffers,
  audienceDiffers,
  levelsOverlapOrGap,
  behindReference,
  departmentSilent,
  granularityDiffers,
];

/**
 * The rules that look at a township's or village's list beside the reference: its items copy the county's, and answer
 * to their sources for what they say (CMP-19).
 */
export const COPY_RULES: readonly ListRule[] = [codeAndName, levelNotAllowed];

/** The rules that look across the lists and levels of an authority, in the order of their codes. */
export const AUTHORITY_RULES: readonly AuthorityRule[] = [
  basisNotValid,
  sourceOfCopy,
  onBothLists,
  serviceWithoutOwnList,
  powerNotServed,
  dormant,
  notOnApplication,
  channelsDiffer,
];
