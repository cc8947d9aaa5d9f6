import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contribute, contributionsOf, laidTrees, scoreThree } from '../../../matching/model/laid-trees.ts';
import { FOUND_MODEL, PAIR_MODEL } from '../../../matching/model/pair-model.ts';
import { type Tree, type TreeModel, treeScores } from '../../../matching/model/trees.ts';

const leaf = (value: number): Tree => ({
  feature: [-1],
  threshold: [0],
  low: [-1],
  high: [-1],
  value: [value],
});
/** Asks feature 0, and where it is above 1 feature 1 twice. */
const uneven: Tree = {
  feature: [0, -1, 1, -1, 1, -1, -1],
  threshold: [1, 0, 0.5, 0, 2, 0, 0],
  low: [1, -1, 3, -1, 5, -1, -1],
  high: [2, -1, 4, -1, 6, -1, -1],
  value: [0.1, -0.2, 0.3, 0.4, 0.5, 0.6, 0.7],
};
const SMALL: TreeModel = {
  classes: ['same', 'partial', 'different'],
  features: ['one', 'two'],
  base: [0.5, -0.25, 1],
  trees: [[uneven, leaf(2)], [leaf(-1)], [leaf(0.25), uneven]],
};

const scored = (model: TreeModel, values: Float64Array): readonly number[] => {
  const scores = new Float64Array(3);
  scoreThree(laidTrees(model), values, scores);
  return [...scores];
};

const contributed = (model: TreeModel, values: Float64Array): readonly Float64Array[] => {
  const written = contributionsOf(model.features.length);
  contribute(laidTrees(model), values, written);
  return written;
};

/** Values around the thresholds of a model, which is where its answers change. */
const valuesOf = ({ features, trees }: TreeModel) => {
  const thresholds = [...new Set(trees.flat().flatMap(({ threshold }) => threshold))];
  const value = fc.oneof(fc.constantFrom(...thresholds), fc.double({ min: -3, max: 20, noNaN: true }));
  return fc
    .array(value, { minLength: features.length, maxLength: features.length })
    .map((values) => Float64Array.from(values));
};

const MODELS = [
  ['small', SMALL],
  ['pair', PAIR_MODEL],
  ['found', FOUND_MODEL],
] as const;

describe('trees laid out for walking', () => {
  test.each(MODELS)('the %s model scores, bit by bit, as its lists do', (_name, model) => {
    fc.assert(
      fc.property(valuesOf(model), (values) => {
        expect(scored(model, values)).toEqual(treeScores(model, values));
      }),
    );
  });

  test.each(MODELS)('contributions of the %s model sum to the scores', (_name, model) => {
    fc.assert(
      fc.property(valuesOf(model), (values) => {
        const scores = treeScores(model, values);
        for (const [place, parts] of contributed(model, values).entries()) {
          expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(scores[place] as number, 9);
        }
      }),
    );
  });

  test.each([
    [
      [1, 0],
      [-0.3, 0],
    ],
    [
      [2, 0.5],
      [0.2, 0.1],
    ],
    [
      [2, 2],
      [0.2, 0.3],
    ],
    [
      [2, 3],
      [0.2, 0.4],
    ],
  ])('of the values %j the features move the same by %j', (values, [byOne, byTwo]) => {
    const [same] = contributed(SMALL, Float64Array.from(values));
    expect(same?.[0]).toBeCloseTo(byOne as number, 12);
    expect(same?.[1]).toBeCloseTo(byTwo as number, 12);
    expect(same?.[2]).toBeCloseTo(0.5 + 0.1 + 2, 12);
  });

  test('a model is laid out once', () => expect(laidTrees(SMALL)).toBe(laidTrees(SMALL)));

  test('a model of another number of classes is refused', () => {
    const two: TreeModel = { ...SMALL, classes: ['a', 'b'], base: [0, 0], trees: [[leaf(1)], [leaf(2)]] };
    expect(() => scored(two, new Float64Array(2))).toThrow(/three classes/u);
  });
});
