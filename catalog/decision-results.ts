/**
 * What may become of a decision on a link, with the sentence that says it: the results of the function `matching.decide`;
 * NOT_YOURS and NOT_PUT_FORWARD, of writers whose grants or authorship stand against it; and BUSY, when a publish keeps
 * the caller waiting.
 */
export const DECISION_RESULTS = {
  OK: '已生效。',
  ALREADY_DECIDED: '早已如此审定，没有变化。',
  NOT_WRITTEN: '本身无误，因为同一次的别的条有问题而没有写入；请改正那些条再试。',
  ACTOR_MISSING: '缺少审定人。',
  REASON_MISSING: '缺少理由，请写明。',
  WRONG_INPUT:
    '内容有误：CONFIRM、REJECT 须给 reference，NO_MATCH 不给；relation 只在 CONFIRM、deferredUntil 只在 DEFER 时给。',
  REPEATED_IN_CALL: '与同一次的前面一条重复，请删去一条。',
  NO_SUCH_ITEM: '事项 item 或 reference 不在最新版次里，请核对标识。',
  NOT_A_PAIR: '两个事项之间不能有这种对应，请核对种类、区划和清单。',
  VERSION_CHANGED: '对应关系或事项在此期间有了变化，请重新查看后再审定。',
  NO_SUCH_DECISION: '没有这条审定，请核对标识；收回的记录本身不能再收回。',
  ALREADY_REVOKED: '这条审定早已收回。',
  KEY_REUSED: '去重键已用于别的内容，请换一个。',
  NOT_YOURS: '事项不归你管：须是它所在区划、层级的审定人。',
  NOT_PUT_FORWARD: '机器、导入和别人都没有提出过这一对：请用 proposeDecision 提请，由别的审定人裁定。',
  BUSY: '正在发布，未能及时写入；请稍后用同一个去重键再试。',
} as const;

export type DecisionResult = keyof typeof DECISION_RESULTS;

/** The sentence of NO_SUCH_ITEM where it is known which of the two items is not there. */
export const MISSING_ITEMS = {
  ITEM: '事项 item 不在最新版次里，请核对标识。',
  REFERENCE: '事项 reference 不在最新版次里，请核对标识。',
  BOTH: '事项 item 和 reference 都不在最新版次里，请核对标识。',
} as const;

export type MissingItems = keyof typeof MISSING_ITEMS;
