import { softmax } from '../model/softmax.ts';
import { type Tree, type TreeModel, treeScores } from '../model/trees.ts';
import { binned } from './cut-values.ts';
import { type GrowOptions, growTree } from './grow-tree.ts';

export interface Example {
  readonly values: Float64Array;
  /** Place of the class. */
  readonly label: number;
  readonly weight: number;
}

export interface FitOptions extends GrowOptions {
  readonly classes: readonly string[];
  readonly features: readonly string[];
  readonly rounds: number;
}

/**
 * Gradient boosting with one tree per class and round (Friedman 2001). No sampling and no randomness: the same
 * examples in the same order give the same bytes.
 */
export function fitTrees(examples: readonly Example[], options: FitOptions): TreeModel {
  const { classes, features, rounds } = options;
  const rows = examples.map(({ values }) => values);
  const intervals = binned(rows, features.length);
  const base = baseOf(examples, classes.length);
  const trees: Tree[][] = classes.map(() => []);
  const sums = examples.map(() => [...base]);
  for (let round = 0; round < rounds; round++) {
    const chances = sums.map(softmax);
    for (const place of classes.keys()) {
      const slopes = new Float64Array(examples.length);
      const curves = new Float64Array(examples.length);
      for (const [at, { label, weight }] of examples.entries()) {
        const chance = chances[at]?.[place] ?? 0;
        slopes[at] = weight * ((label === place ? 1 : 0) - chance);
        curves[at] = weight * Math.max(chance * (1 - chance), 1e-6);
      }
      const tree = growTree(intervals, slopes, curves, options);
      trees[place]?.push(tree);
      const single = { classes: ['one'], features, base: [0], trees: [[tree]] };
      for (const [at, row] of rows.entries()) {
        const own = sums[at] as number[];
        own[place] = (own[place] as number) + (treeScores(single, row)[0] as number);
      }
    }
  }
  return { classes, features, base, trees };
}

/** Each class begins at its share of the examples, one of each added. */
const baseOf = (examples: readonly Example[], classes: number): number[] => {
  const counts = new Array<number>(classes).fill(1);
  for (const { label, weight } of examples) counts[label] = (counts[label] as number) + weight;
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => Math.round(Math.log(count / total) * 1e6) / 1e6);
};
