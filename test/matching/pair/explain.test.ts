import { describe, expect, test } from 'vitest';
import { FOUND_MODEL, PAIR_MODEL } from '../../../matching/model/pair-model.ts';
import { explain } from '../../../matching/pair/explain.ts';
import { scorePair } from '../../../matching/pair/score-pair.ts';
import { prepareItem } from '../../../matching/prepared-item.ts';
import { NAMES } from './compared.ts';

const PREPARED = NAMES.map((name) => prepareItem({ id: name, name }));

describe.each([
  ['pair', PAIR_MODEL],
  ['found', FOUND_MODEL],
])('why, by the %s model', (_name, model) => {
  test('the bits sum to the log-odds of the same', () => {
    for (const left of PREPARED) {
      for (const right of PREPARED) {
        const pair = scorePair(left, right, model);
        const bits = explain(pair, model).reduce((sum, evidence) => sum + evidence.bits, 0);
        // Each of a dozen reasons is rounded to four digits.
        expect(bits, `${left.id} ${right.id}`).toBeCloseTo(
          Math.log2(pair.same / (pair.partial + pair.different)),
          2,
        );
      }
    }
  });

  test('the largest effect comes first, what is left over last, and each topic once', () => {
    for (const left of PREPARED) {
      for (const right of PREPARED) {
        const evidence = explain(scorePair(left, right, model), model);
        const sizes = evidence.slice(0, -1).map(({ bits }) => Math.abs(bits));
        expect(evidence.at(-1)?.feature).toBe('bias');
        expect(sizes).toEqual([...sizes].sort((one, other) => other - one));
        expect(new Set(evidence.map(({ feature }) => feature)).size).toBe(evidence.length);
      }
    }
  });

  test('the chances sum to 1', () => {
    for (const left of PREPARED) {
      for (const right of PREPARED) {
        const { same, partial, different } = scorePair(left, right, model);
        expect(same + partial + different).toBeCloseTo(1, 12);
      }
    }
  });
});

test('the words an effect rests on are told', () => {
  const [left, right] = ['甲乙丙丁户外广告登记', '户外广告登记'].map((name) =>
    prepareItem({ id: name, name }),
  );
  if (left === undefined || right === undefined) throw new Error('two names');
  const evidence = explain(scorePair(left, right, PAIR_MODEL), PAIR_MODEL);
  const wording = evidence.find(({ feature }) => feature === 'wording');
  expect(wording?.left).toBe('甲乙丙丁');
  expect(wording?.right).toBeUndefined();
});
