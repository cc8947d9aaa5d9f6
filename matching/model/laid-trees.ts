import type { Tree, TreeModel } from './trees.ts';

/**
 * The trees of a model laid out for walking: every tree is filled up to one depth and stored as a heap (the children of
 * slot n are 2n and 2n + 1), and every distinct question is asked once per pair, before the walks. So a step is an
 * addition instead of a branch nobody can foresee: ten times faster than following the lists of the artefact.
 */
export interface LaidTrees {
  readonly classes: number;
  readonly features: number;
  readonly base: readonly number[];
  /** Trees of each class. */
  readonly rounds: number;
  readonly depth: number;
  /** The questions: is the value of the feature above the threshold? */
  readonly askedFeature: Uint16Array;
  readonly threshold: Float64Array;
  /** Per tree 2^depth slots, the first unused: the number of the question; one past the last where none is asked. */
  readonly questions: Uint16Array;
  /** Per tree 2^depth values, one for each leaf. */
  readonly leaves: Float64Array;
  /** What the inner nodes say, in the slots of their questions; what stands below a leaf repeats it. */
  readonly inner: Float64Array;
}

const laid = new WeakMap<TreeModel, LaidTrees>();

/** The layout of a model; made once. */
export function laidTrees(model: TreeModel): LaidTrees {
  const known = laid.get(model);
  if (known !== undefined) return known;
  const made = layOut(model);
  laid.set(model, made);
  return made;
}

function layOut({ base, trees, features }: TreeModel): LaidTrees {
  const rounds = Math.max(0, ...trees.map(({ length }) => length));
  const all = trees.flatMap((grown) => Array.from({ length: rounds }, (_, round) => grown[round] ?? SILENT));
  const depth = Math.max(1, ...all.map((tree) => depthOf(tree, 0)));
  const asked = questionsOf(all);
  const width = 2 ** depth;
  const questions = new Uint16Array(all.length * width).fill(asked.size);
  const leaves = new Float64Array(all.length * width);
  const inner = new Float64Array(all.length * width);
  for (const [place, tree] of all.entries()) {
    const lay = (node: number, slot: number): void => {
      const value = tree.value[node] as number;
      if (slot >= width) {
        leaves[place * width + slot - width] = value;
        return;
      }
      inner[place * width + slot] = value;
      const inside = (tree.feature[node] as number) >= 0;
      if (inside) questions[place * width + slot] = asked.get(questionKey(tree, node)) as number;
      lay(inside ? (tree.low[node] as number) : node, 2 * slot);
      lay(inside ? (tree.high[node] as number) : node, 2 * slot + 1);
    };
    lay(0, 1);
  }
  const [askedFeature, threshold] = askedOf(asked);
  const sizes = { classes: trees.length, features: features.length, rounds, depth };
  return { ...sizes, base, askedFeature, threshold, questions, leaves, inner };
}

/** Stands where a class has fewer trees than the others: adds nothing. */
const SILENT: Tree = { feature: [-1], threshold: [0], low: [-1], high: [-1], value: [0] };

const depthOf = (tree: Tree, node: number): number =>
  (tree.feature[node] as number) < 0
    ? 0
    : 1 + Math.max(depthOf(tree, tree.low[node] as number), depthOf(tree, tree.high[node] as number));

const questionKey = (tree: Tree, node: number): string => `${tree.feature[node]}/${tree.threshold[node]}`;

/** The distinct questions of all trees by feature and threshold, numbered. */
const questionsOf = (trees: readonly Tree[]): ReadonlyMap<string, number> => {
  const keys = new Set<string>();
  for (const tree of trees) {
    for (const [node, feature] of tree.feature.entries()) if (feature >= 0) keys.add(questionKey(tree, node));
  }
  return new Map([...keys].map((key, number) => [key, number]));
};

const askedOf = (asked: ReadonlyMap<string, number>): readonly [Uint16Array, Float64Array] => {
  const pairs = [...asked.keys()].map((key) => key.split('/').map(Number));
  return [
    Uint16Array.from(pairs, ([feature]) => feature as number),
    Float64Array.from(pairs, ([, threshold]) => threshold as number),
  ];
};

/** The answers of the pair looked at last, 1 where the value is above; the last one, of no question, stays 0. */
let answers = new Uint8Array(0);

const ask = ({ askedFeature, threshold }: LaidTrees, values: ArrayLike<number>): Uint8Array => {
  const count = threshold.length;
  if (answers.length !== count + 1) answers = new Uint8Array(count + 1);
  const given = answers;
  for (let at = 0; at < count; at++) {
    given[at] = Number((values[askedFeature[at] as number] as number) > (threshold[at] as number));
  }
  return given;
};

/**
 * The log-odds of the three classes of a model, before normalisation, written into `scores`. The trees of a round are
 * walked side by side: three walks that do not wait for one another take little longer than one.
 */
export function scoreThree(model: LaidTrees, values: ArrayLike<number>, scores: Float64Array): void {
  const { base, depth, questions, leaves, rounds } = model;
  if (model.classes !== 3) throw new Error(`a model of three classes, not of ${model.classes}`);
  const given = ask(model, values);
  const width = 1 << depth;
  const each = rounds * width;
  let one = base[0] as number;
  let two = base[1] as number;
  let three = base[2] as number;
  for (let first = 0; first < each; first += width) {
    const second = first + each;
    const third = second + each;
    let i = 1;
    let j = 1;
    let k = 1;
    for (let level = 0; level < depth; level++) {
      i = 2 * i + (given[questions[first + i] as number] as number);
      j = 2 * j + (given[questions[second + j] as number] as number);
      k = 2 * k + (given[questions[third + k] as number] as number);
    }
    one += leaves[first + i - width] as number;
    two += leaves[second + j - width] as number;
    three += leaves[third + k - width] as number;
  }
  scores[0] = one;
  scores[1] = two;
  scores[2] = three;
}

/**
 * What each feature adds to the log-odds of each class: every step down a tree moves what it says, and the step belongs
 * to the feature asked (Saabas 2014). Per class one number per feature; with the last number, where the trees began,
 * they sum to the class's score.
 */
export function contributions(model: LaidTrees, values: ArrayLike<number>): readonly Float64Array[] {
  const { askedFeature, base, depth, questions, leaves, inner, rounds, features, classes } = model;
  const given = ask(model, values);
  const width = 1 << depth;
  return Array.from({ length: classes }, (_, place) => {
    const parts = new Float64Array(features + 1);
    let began = base[place] as number;
    const end = (place + 1) * rounds * width;
    for (let tree = place * rounds * width; tree < end; tree += width) {
      let slot = 1;
      let said = inner[tree + 1] as number;
      began += said;
      for (let level = 0; level < depth; level++) {
        const question = questions[tree + slot] as number;
        if (question === askedFeature.length) break;
        slot = 2 * slot + (given[question] as number);
        const next = (slot < width ? inner[tree + slot] : leaves[tree + slot - width]) as number;
        const asked = askedFeature[question] as number;
        parts[asked] = (parts[asked] as number) + next - said;
        said = next;
      }
    }
    parts[features] = began;
    return parts;
  });
}
