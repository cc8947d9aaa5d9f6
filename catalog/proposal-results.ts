/**
 * What may become of a proposal that is made or settled, with the sentence that says it: the results of the function
 * `matching.apply_requests` for both but OK, of which `PROPOSAL_OUTCOMES` tells, and those that come before it is asked.
 */
export const PROPOSAL_RESULTS = {
  ALREADY_DECIDED: '早已如此审定，没有变化。',
  ALREADY_PROPOSED: '你已提请过，正等待裁定。',
  ALREADY_SETTLED: '这条提请早已裁定。',
  NO_SUCH_PROPOSAL: '没有这条提请，请核对标识。',
  OWN_PROPOSAL: '不能裁定自己的提请，请由别的审定人裁定。',
  NOT_YOURS: '不归你管：须是事项所在区划、层级的提请人或审定人，裁定须是审定人。',
  REASON_MISSING: '缺少理由，请写明。',
  WRONG_INPUT:
    '内容有误：CONFIRM、REJECT 须给 reference，NO_MATCH 不给；relation 只在 CONFIRM、deferredUntil 只在 DEFER 时给。',
  NO_SUCH_ITEM: '事项 item 或 reference 不在最新版次里，请核对标识。',
  NOT_A_PAIR: '两个事项之间不能有这种对应，请核对种类、区划和清单。',
  VERSION_CHANGED: '对应关系或事项在此期间有了变化，请重新查看，裁定时用 ifVersion 写明现在的版本号。',
  KEY_REUSED: '去重键已用于别的内容，请换一个。',
  BUSY: '正在发布，未能及时写入；请稍后用同一个去重键再试。',
} as const;

/** What has come about where the result is OK, with the sentence that says it. */
export const PROPOSAL_OUTCOMES = {
  PROPOSED: '已提请：由事项所在区划、层级的审定人裁定，采纳后生效。',
  ACCEPTED: '已裁定：采纳，审定已生效。',
  REJECTED: '已裁定：不采纳，对应关系没有变化。',
} as const;

export type ProposalResult = 'OK' | keyof typeof PROPOSAL_RESULTS;
