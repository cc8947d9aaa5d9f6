import { describe, expect, test } from 'vitest';
import { judgePair } from '../../matching/pair.ts';

const judged = (left: string, right: string) =>
  judgePair({ id: 'left', name: left }, { id: 'right', name: right });

/** Pairs about which there is no doubt; the quality of the rest is measured on labels, not held here. */
const SURE = [
  ['食品经营许可证核发', '食品经营许可证核发', 'same'],
  ['食品经营许可证核发', '《食品经营许可证》核发', 'same'],
  ['社保卡申领', '社会保障卡申领', 'same'],
  ['个体工商户注销登记', '个体工商户设立、变更、注销登记', 'partial'],
  ['公共场所卫生许可（延续）', '公共场所卫生许可', 'partial'],
  ['食品经营许可证核发', '殡葬服务机构设立审批', 'different'],
  ['取水许可证变更', '取水许可证注销', 'different'],
  ['采矿权变更登记', '探矿权变更登记', 'different'],
] as const;

describe('judgePair', () => {
  test.each(SURE)('%s | %s: %s', (left, right, relation) => {
    expect(judged(left, right).relation).toBe(relation);
  });

  test('turning the sides round changes no chance', () => {
    for (const [left, right] of SURE) {
      const { same, partial, different } = judged(left, right).probabilities;
      const turned = judged(right, left).probabilities;
      expect(turned.same).toBeCloseTo(same, 9);
      expect(turned.partial).toBeCloseTo(partial, 9);
      expect(turned.different).toBeCloseTo(different, 9);
    }
  });

  test('the chances sum to one and the relation is the likeliest', () => {
    for (const [left, right] of SURE) {
      const { relation, probabilities } = judged(left, right);
      const chances = Object.values(probabilities);
      expect(chances.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
      expect(probabilities[relation]).toBe(Math.max(...chances));
    }
  });

  test('the bits are the odds of the same', () => {
    for (const [left, right] of SURE) {
      const { probabilities, evidence } = judged(left, right);
      const odds = Math.log2(probabilities.same / (1 - probabilities.same));
      expect(evidence.reduce((sum, { bits }) => sum + bits, 0)).toBeCloseTo(odds, 2);
    }
  });

  test('says which words decide', () => {
    const { evidence } = judged('采矿权变更登记', '探矿权变更登记');
    expect(evidence.find(({ feature }) => feature === 'contrast')).toMatchObject({
      left: expect.stringContaining('采矿权'),
      right: expect.stringContaining('探矿权'),
    });
  });
});
