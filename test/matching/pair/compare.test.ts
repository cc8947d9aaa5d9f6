import { describe, expect, test } from 'vitest';
import type { Comparison } from '../../../matching/pair/compare.ts';
import type { Rest } from '../../../matching/pair/rests.ts';
import { compared, NAMES } from './compared.ts';

const longestRun = (comparison: Comparison, side: 'left' | 'right'): string => {
  const { longestFrom, longest }: Rest = comparison[side];
  const { marked } = side === 'left' ? comparison.leftName : comparison.rightName;
  return marked.slice(longestFrom, longestFrom + longest);
};

describe('two names side by side', () => {
  test.each([
    ['甲乙丙许可', '甲乙丁许可', 4 / 5 - 2 / 5, 2 / 5, [1, 1]],
    ['甲乙丙', '甲乙丙丁', 1, 0, [0, 1]],
    ['甲甲甲', '甲甲', 1, 1, [0, 1]],
    ['甲乙', '丙丁戊', 0, 0, [2, 3]],
  ])('%s and %s share a beginning, an end and have a middle', (left, right, prefix, suffix, middle) => {
    const comparison = compared(left, right);
    expect(comparison.prefix).toBeCloseTo(prefix, 12);
    expect(comparison.suffix).toBeCloseTo(suffix, 12);
    expect([comparison.middleFewer, comparison.middleMore]).toEqual(middle);
  });

  test.each([
    ['取水许可', '取水许可变更', true],
    ['取水许可变更', '取水许可', true],
    ['取水许可', '采砂许可', false],
  ])('one of %s and %s holds the other: %s', (left, right, contains) =>
    expect(compared(left, right).contains).toBe(contains),
  );

  test.each([
    ['户外广告设施设置审批', '设置户外广告设施审批', '', ''],
    ['采砂许可', '取水许可', '采砂', '取水'],
    ['甲乙丙丁登记', '甲登记', '乙丙丁', ''],
    ['饮用水、采砂许可', '饮用水许可', '采砂', ''],
  ])('%s and %s leave %s and %s', (left, right, ofLeft, ofRight) => {
    const comparison = compared(left, right);
    expect([longestRun(comparison, 'left'), longestRun(comparison, 'right')]).toEqual([ofLeft, ofRight]);
  });

  test.each([
    ['饮用水、采砂许可', '饮用水许可', true],
    ['饮用水采砂许可', '饮用水许可', false],
  ])('the rest of %s beside %s is a part of an enumeration: %s', (left, right, enumerated) =>
    expect(compared(left, right).left.enumerated).toBe(enumerated),
  );

  test.each([
    ['甲乙丙登记', '甲戊登记', [0, 2], [0, 1]],
    ['甲乙丙登记', '丙戊登记', [2, 0], [0, 1]],
  ])('the free ends of %s beside %s', (left, right, [start, end], [rightStart, rightEnd]) => {
    const comparison = compared(left, right);
    expect([comparison.left.atStart, comparison.left.atEnd]).toEqual([start, end]);
    expect([comparison.right.atStart, comparison.right.atEnd]).toEqual([rightStart, rightEnd]);
  });

  test.each([
    ['公租房续租申请受理', '公租房续租申请', 'NONE'],
    ['公租房续租申请受理（县级）', '公租房续租申请', 'NONE'],
    ['公租房续租申请', '公租房续租受理申请', 'RIGHT_ONLY'],
    ['公租房续租申请受理', '公租房续租', 'LEFT_ONLY'],
    ['公租房续租初审', '公租房续租申请', 'LEFT_ONLY'],
  ])('the stages of %s and %s: %s', (left, right, relation) => {
    expect(compared(left, right).actions.STAGE).toBe(relation);
  });

  test.each([
    ['食品经营许可（不含餐饮服务）', '餐饮服务许可', true],
    ['食品经营许可（不含餐饮服务）', '食品经营许可', false],
    ['食品经营许可（不含餐饮服务）', '餐饮服务许可（不含餐饮服务）', false],
  ])('%s leaves out what %s is about: %s', (left, right, opposite) => {
    expect(compared(left, right).excludesIncluded).toBe(opposite);
    expect(compared(right, left).excludesIncluded).toBe(opposite);
  });

  test.each([
    ['非公路用车辆登记', '公路用车辆登记', true],
    ['非公路用车辆登记', '非公路用车登记', false],
  ])('%s negates %s: %s', (left, right, negation) => expect(compared(left, right).negation).toBe(negation));

  test('shares lie between 0 and 1, and a name leaves nothing beside itself', () => {
    for (const left of NAMES) {
      for (const right of NAMES) {
        const { left: one, right: other, cosine, lengths, restAlike } = compared(left, right);
        for (const rest of [one, other]) {
          for (const share of [rest.share, rest.unknown, rest.scattered, rest.aside]) {
            expect(share).toBeGreaterThanOrEqual(0);
            expect(share).toBeLessThanOrEqual(1 + 1e-12);
          }
          expect(rest.unknown).toBeLessThanOrEqual(rest.share + 1e-12);
        }
        for (const share of [cosine, lengths, restAlike]) expect(share).toBeGreaterThanOrEqual(0);
        if (left === right) expect([one.share, other.share, one.longest]).toEqual([0, 0, 0]);
      }
    }
  });
});
