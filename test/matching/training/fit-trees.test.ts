import { expect, test } from 'vitest';
import { softmax } from '../../../matching/model/softmax.ts';
import { treeScores } from '../../../matching/model/trees.ts';
import { fitTrees } from '../../../matching/training/fit-trees.ts';

const OPTIONS = {
  rounds: 60,
  depth: 2,
  rate: 0.2,
  ridge: 1,
  leastInLeaf: 1,
  classes: ['no', 'yes'],
  features: ['one', 'other', 'noise'],
};

/** Yes where exactly one of two features is high; the third says nothing. */
const examples = Array.from({ length: 200 }, (_, at) => {
  const [one, other] = [at % 2, Math.floor(at / 2) % 2];
  return {
    values: Float64Array.of(one, other, (at * 37) % 11),
    label: one === other ? 0 : 1,
    weight: at % 3 === 0 ? 2 : 1,
  };
});

test('trees learn what no single feature tells', () => {
  // Both features are as often high with either answer: only a small imbalance lets the first split be found.
  const uneven = examples.slice(0, 197);
  const model = fitTrees(uneven, OPTIONS);
  for (const { values, label } of uneven)
    expect(softmax(treeScores(model, values))[label]).toBeGreaterThan(0.8);
});

test('the same examples give the same model', () => {
  expect(fitTrees(examples, OPTIONS)).toEqual(fitTrees(examples, OPTIONS));
});

test('heavier examples decide', () => {
  const split = (weight: number) =>
    fitTrees(
      [0, 1].flatMap((label) =>
        Array.from({ length: 20 }, () => ({
          values: Float64Array.of(1, 0, 0),
          label,
          weight: label === 1 ? weight : 1,
        })),
      ),
      OPTIONS,
    );
  const chance = (weight: number) => softmax(treeScores(split(weight), Float64Array.of(1, 0, 0)))[1] ?? 0;
  expect(chance(9)).toBeCloseTo(0.9, 1);
  expect(chance(1)).toBeCloseTo(0.5, 1);
});
