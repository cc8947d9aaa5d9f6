import { describe, expect, test } from 'vitest';
import { compareTimeLimits, parseTimeLimit, type TimeLimit, unitOf } from '../../catalog/time-limits.ts';

const limit = (raw: string): TimeLimit => {
  const parsed = parseTimeLimit(raw);
  if (parsed.kind === 'UNRECOGNISED') throw new Error(`cannot read ${raw}`);
  return parsed;
};

describe('a time limit as real lists write it', () => {
  test.each([
    ['30(工作日)', 30, 'WORKING_DAY'],
    ['90（自然日）', 90, 'DAY'],
    ['20个工作日', 20, 'WORKING_DAY'],
    ['法定20个工作日', 20, 'WORKING_DAY'],
    ['1工作日', 1, 'WORKING_DAY'],
    ['1个工作日内', 1, 'WORKING_DAY'],
    ['15个工作日内上报材料', 15, 'WORKING_DAY'],
    ['20日内作出是否准予许可的决定', 20, 'DAY'],
    ['20个工作日办结', 20, 'WORKING_DAY'],
    ['20个工作日(可延长10个工作日)', 20, 'WORKING_DAY'],
    ['20个工作日内（可延长十个工作日）', 20, 'WORKING_DAY'],
    ['20日内办结，经本机关负责人批准，可以延长10日', 20, 'DAY'],
    ['自受理之日起5个工作日内办结', 5, 'WORKING_DAY'],
    ['十五个工作日', 15, 'WORKING_DAY'],
    ['二十日', 20, 'DAY'],
    ['7日', 7, 'DAY'],
    ['7 天', 7, 'DAY'],
    ['2小时', 2, 'HOUR'],
    ['3个月', 3, 'MONTH'],
    ['1年', 1, 'YEAR'],
    ['3个自然月', 3, 'MONTH'],
    ['3月', 3, 'MONTH'],
    ['5个法定工作日', 5, 'WORKING_DAY'],
    ['15个日历日', 15, 'DAY'],
    ['五日', 5, 'DAY'],
    ['十日', 10, 'DAY'],
    ['三十日', 30, 'DAY'],
    ['六十五个工作日', 65, 'WORKING_DAY'],
    ['20个工作日。', 20, 'WORKING_DAY'],
    ['20个工作日；。', 20, 'WORKING_DAY'],
    ['20日内办结，可以延长10日', 20, 'DAY'],
  ])('%s', (raw, amount, unit) => {
    expect(parseTimeLimit(raw)).toEqual({ kind: 'LIMIT', amount, unit, immediate: false, raw });
  });

  test.each(['即办', '即时办理', '当场办结', '当场', '0个工作日'])('%s is done on the spot', (raw) => {
    expect(parseTimeLimit(raw)).toEqual({
      kind: 'LIMIT',
      amount: 0,
      unit: 'WORKING_DAY',
      immediate: true,
      raw,
    });
  });

  test.each(['无', '', ' ', '-', '--', '。', '/', '无法定时限', '不涉及'])('%j is no limit', (raw) => {
    expect(parseTimeLimit(raw)).toEqual({ kind: 'NONE', raw });
  });

  test.each([
    ...['按规定', '两周', '20', '10-20个工作日', '20个工作日或30日', '半天', '每月15日'],
    // Another span, another case or a frequency beside the first number changes the limit.
    ...['15日内,特殊30日', '15日内特殊30日', '5工作日内或10个工作日', '20个工作日内,最长60个工作日'],
    ...['10日内报市级再15日', '10日内上报市级再十五日', '10日内办结特殊情况除外', '20日内办结最长六十日'],
    ...['1年内2次', '1年内办理两次', '20个工作日内(不含公示)', '可延长10个工作日'],
    // Promises without a limit: diligence, and no appointment needed.
    ...['及时办理', '随到随办'],
    // A word for on the spot or for no limit beside other words says something else.
    ...[
      '不即办',
      '即办件除外',
      '有无',
      '无故不办',
      '20日内办结最短',
      '20日内办结不含公示',
      '20日内办结不计听证',
    ],
    // No numerals.
    ...['二三日', '一二三日', '十十日', '三十十日'],
  ])('%s is kept with a problem, never guessed', (raw) => {
    expect(parseTimeLimit(raw)).toMatchObject({
      kind: 'UNRECOGNISED',
      raw,
      problem: {
        code: 'UNRECOGNISED_TIME_LIMIT',
        value: raw,
        message: expect.stringContaining(`“时限”写作“${raw}”`),
      },
    });
  });

  test('a bare number takes the unit of its column', () => {
    expect(parseTimeLimit('20', 'WORKING_DAY')).toMatchObject({
      amount: 20,
      unit: 'WORKING_DAY',
      immediate: false,
    });
    expect(parseTimeLimit('3个月', 'WORKING_DAY')).toMatchObject({ amount: 3, unit: 'MONTH' });
  });
});

test.each<readonly [string, string | undefined]>([
  ['工作日', 'WORKING_DAY'],
  ['个法定工作天', 'WORKING_DAY'],
  ['自然日', 'DAY'],
  ['个日历天', 'DAY'],
  ['小时', 'HOUR'],
  ['个小时', 'HOUR'],
  ['自然月', 'MONTH'],
  ['月', 'MONTH'],
  ['年', 'YEAR'],
  ...[
    '非工作日',
    '工作日内',
    '半日',
    '日内',
    '半小时',
    '小时内',
    '每月',
    '月内',
    '半年',
    '年内',
    '周',
    '',
  ].map((word) => [word, undefined] as const),
])('the unit %s is %s', (word, unit) => expect(unitOf(word)).toBe(unit));

describe('comparing limits', () => {
  test.each([
    ['无', '即办', 'INCOMPARABLE'],
    ['即办', '无', 'INCOMPARABLE'],
    ['20个工作日', '无', 'INCOMPARABLE'],
    ['5个工作日', '20个工作日', 'SHORTER'],
    ['20个工作日', '20(工作日)', 'EQUAL'],
    ['30日', '20日', 'LONGER'],
    ['20个工作日', '30日', 'INCOMPARABLE'],
    ['即办', '30日', 'SHORTER'],
    ['3个月', '即办', 'LONGER'],
    ['无', '20个工作日', 'INCOMPARABLE'],
    ['无', '', 'EQUAL'],
  ])('%s against %s', (left, right, order) =>
    expect(compareTimeLimits(limit(left), limit(right))).toBe(order),
  );
});
