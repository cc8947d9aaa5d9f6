/**
 * A decision tree as five lists, one entry a node: the feature asked, -1 at a leaf; the threshold; where to go when
 * the value is at most the threshold, and where otherwise; what the node says, in nats.
 */
export interface Tree {
  readonly feature: readonly number[];
  readonly threshold: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly value: readonly number[];
}

/** Boosted trees for several classes: what all trees of a class say is summed to its log-odds. */
export interface TreeModel {
  readonly classes: readonly string[];
  /** Names of the features, in the order of their numbers. */
  readonly features: readonly string[];
  /** Where each class begins. */
  readonly base: readonly number[];
  /** Per class its trees, in the order they were grown. */
  readonly trees: readonly (readonly Tree[])[];
}

const at = (numbers: readonly number[], place: number): number => numbers[place] as number;

/** The log-odds of each class before normalisation. */
export function treeScores({ base, trees }: TreeModel, values: Float64Array): number[] {
  return trees.map((grown, place) => {
    let sum = at(base, place);
    for (const tree of grown) {
      let node = 0;
      while (at(tree.feature, node) >= 0) {
        const low = (values[at(tree.feature, node)] as number) <= at(tree.threshold, node);
        node = at(low ? tree.low : tree.high, node);
      }
      sum += at(tree.value, node);
    }
    return sum;
  });
}
