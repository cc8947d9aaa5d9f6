/**
 * What a permit may allow with a thing, each under a permit of its own: 《农药管理条例》第十七条 and 第二十四条, 《食品安全法》
 * 第三十五条, 《危险化学品安全管理条例》第二十九条 and 第三十三条.
 */
const ACTIVITY = '生产|经营|加工|销售|批发|零售|使用|储存|运输|进口|出口';
/** Two activities without a joint; 零售经营 and 道路运输经营 are one. */
const PAIR = '生产经营|生产销售|加工销售|批发零售|进口出口';
/** 生产经营单位 is somebody, and 安全生产 is no producing. */
const RUN = new RegExp(
  `(?<!安全)(?:(?:${PAIR})(?:、(?:${PAIR}|${ACTIVITY}))*|(?:${ACTIVITY})(?:、(?:${PAIR}|${ACTIVITY}))+)(?!单位|企业|主体|场所|者)`,
  'gu',
);
const EACH = new RegExp(ACTIVITY, 'gu');

/** Activities that stand in a row, joined or not: 生产、经营 and 生产经营. */
export interface ActivityRun {
  readonly start: number;
  readonly end: number;
  readonly members: readonly string[];
}

/** The rows of activities of a text in one spelling, in their order. */
export function activityRuns(text: string): readonly ActivityRun[] {
  return [...text.matchAll(RUN)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    members: found.match(EACH) ?? [],
  }));
}

/** The activities of the longest row in a text in one spelling; one where it has none. */
export function activitiesIn(text: string): number {
  return activityRuns(text).reduce((most, { members }) => Math.max(most, members.length), 1);
}
