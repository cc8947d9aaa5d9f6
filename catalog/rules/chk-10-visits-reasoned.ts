import { type CheckedItem, defineCheck, type Finding } from './check.ts';
import { excerpt, hasColumn, textOf, unreadText } from './record-values.ts';

const SOURCE =
  '温州市事项信息核查规则；国家政务服务平台实施清单要素表（limit_scene_num、limit_scene_explain）';

const PROBLEMS = {
  CHK_10: {
    severity: 'ERROR',
    template: '到办事现场次数“{value}”不是非负整数。请填 0、1、2 这样的数字。',
    source: SOURCE,
  },
  CHK_10_REASON: {
    severity: 'ERROR',
    template: '到办事现场 {value} 次，但没有说明必须现场办理的原因。请补充原因，或者把次数改为 0。',
    source: SOURCE,
  },
  CHK_10_NEEDLESS: {
    severity: 'ERROR',
    template:
      '到办事现场 0 次，却写了必须现场办理的原因（{value}）。请核对次数；确为 0 次的，原因留空或者写“无”。',
    source: SOURCE,
  },
  CHK_10_ONE_VISIT: {
    severity: 'ERROR',
    template: '“是否最多跑一次”为“{other}”，到办事现场次数却是 {value}。请核对后改成一致。',
    source: '浙江省保障“最多跑一次”改革规定第二条',
  },
} as const;

type Code = keyof typeof PROBLEMS;

/** 全程网办，无需到现场: why no visit is needed, not why one is. */
const NO_VISIT = /^(?:无需|无须|不需|不用|不必|免|零|0)|网办|网上办|在线办|不用跑|零跑/u;

const reasonFindings = (record: CheckedItem, visits: number): readonly Finding<Code>[] => {
  const place = { field: 'visitReason', title: '必须现场办理原因说明' };
  const reason = textOf(record.item, 'visitReason');
  if (visits > 0 && reason === '' && hasColumn(record, 'visitReason')) {
    return [{ code: 'CHK_10_REASON', ...place, value: String(visits) }];
  }
  if (visits > 0 || reason === '' || NO_VISIT.test(reason)) return [];
  return [{ code: 'CHK_10_NEEDLESS', ...place, value: excerpt(reason) }];
};

const promiseFindings = ({ item }: CheckedItem, visits: number): readonly Finding<Code>[] => {
  const stated = item['isOneVisitAtMost'];
  if (typeof stated !== 'boolean' || stated === visits <= 1) return [];
  const place = { field: 'visits', title: '到办事现场次数' };
  return [{ code: 'CHK_10_ONE_VISIT', ...place, value: String(visits), other: stated ? '是' : '否' }];
};

/** Visits are counted in whole numbers; a visit needs its reason, no visit has none, and 最多跑一次 means one at most. */
export const CHK_10_VISITS_REASONED = defineCheck<Code>({
  problems: PROBLEMS,
  find: (record) => {
    // 一次, -1 and 0.5 stay unread: for any other number that is a fault of form, for visits nothing else can be judged.
    const unread = unreadText(record, 'visits');
    if (unread !== undefined) {
      return [{ code: 'CHK_10', field: 'visits', title: '到办事现场次数', value: excerpt(unread) }];
    }
    const { visits } = record.item;
    if (typeof visits !== 'number') return [];
    return [...reasonFindings(record, visits), ...promiseFindings(record, visits)];
  },
});
