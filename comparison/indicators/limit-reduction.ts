import type { KnownLimit } from '../../catalog/rules/limit-order.ts';
import type { TimeUnit } from '../../catalog/time-limits.ts';
import type { Indicator } from './indicator.ts';
import { limitPairs } from './promised-and-legal.ts';

/**
 * How long a unit is in 168ths of a working day, all whole numbers: seven days have five working days, a month thirty
 * days. Only what different items weigh rests on it; the two limits of an item are always of one scale.
 */
const WEIGHTS: Readonly<Record<TimeUnit, number>> = {
  HOUR: 5,
  DAY: 120,
  WORKING_DAY: 168,
  MONTH: 3600,
  YEAR: 43_200,
};

const weightOf = ({ amount, unit }: KnownLimit): number => amount * WEIGHTS[unit];

/** 时限压缩率。 */
export const limitReduction: Indicator = {
  code: 'LIMIT_REDUCTION',
  name: '时限压缩率',
  formula:
    '（法定办结时限之和 − 承诺办结时限之和）÷ 法定办结时限之和，只计两个时限都填报且单位有固定比例的在用事项；各事项相加时折成工作日，7 日折 5 个工作日、1 个月按 30 日',
  source: '镇坪县通知五（三）（承诺时限压缩 50% 以上）；标准汇编 4.5',
  unit: 'SHARE',
  target: { bound: 'AT_LEAST', value: 0.5 },
  measure: (measuring) =>
    limitPairs(measuring, ({ promised, legal }) => ({
      numerator: (weightOf(legal) - weightOf(promised)) / WEIGHTS.WORKING_DAY,
      denominator: weightOf(legal) / WEIGHTS.WORKING_DAY,
    })),
};
