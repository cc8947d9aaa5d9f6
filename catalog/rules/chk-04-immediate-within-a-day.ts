import { defineCheck } from './check.ts';
import { flowText } from './flow-text.ts';
import { isOverOneDay, knownLimit, limitText } from './limit-order.ts';

const SOURCE = '行政审批事项信息核查规则（即办件）；GB/T 39046-2020 表 A.6';
const PLACE = { field: 'promisedLimit', title: '承诺办结时限' } as const;

/** The whole case on the spot. 当场受理 and 当场告知补正 speak of a step only. */
const AT_ONCE =
  /(?:当场|即时|现场|立即)(?:办结|办毕|办理完毕|办理完成|出证|发证|制证|取证|领证|核发|颁发)|即来即办|即审即办|立等可取/u;

/** 能够当场办结的, 不能当场办结的: a case among others, not all of them. */
const ON_CONDITION =
  /(?:能|可|不|非|未|无法|如|若|凡|对|属|符合)[^,:、\n]{0,12}(?:当场|即时|现场|立即)|(?:办结|领证|取证|出证|发证|核发|颁发)的/u;

/**
 * A case done on the spot has no limit of more than one working day, and neither has an item whose flow says that it
 * is done on the spot.
 */
export const CHK_04_IMMEDIATE_WITHIN_A_DAY = defineCheck({
  problems: {
    CHK_04: {
      severity: 'ERROR',
      template:
        '办件类型为即办件，承诺办结时限（{value}）却超过 1 个工作日。请改为即办，或者把办件类型改为承诺件。',
      source: SOURCE,
    },
    CHK_04_FLOW: {
      severity: 'ERROR',
      template: '办理流程写明“{other}”，承诺办结时限却是“{value}”。请核对流程和时限，改成一致。',
      source: SOURCE,
    },
  },
  find: (record) => {
    const promised = knownLimit(record.item['promisedLimit']);
    if (promised === undefined || !isOverOneDay(promised)) return [];
    const stated = { ...PLACE, value: limitText(promised) };
    if (record.item['caseType'] === 'IMMEDIATE') return [{ code: 'CHK_04', ...stated }];
    const said = flowText(record)
      .split('\n')
      .map((sentence) => (ON_CONDITION.test(sentence) ? undefined : AT_ONCE.exec(sentence)?.[0]))
      .find((words) => words !== undefined);
    return said === undefined ? [] : [{ code: 'CHK_04_FLOW', ...stated, other: said }];
  },
});
