import type { Tree, TreeModel } from './trees.ts';

/**
 * The trees of a model laid out for walking. Every distinct question is asked once per pair, before the walks, and all
 * trees stand in one heap: the root of tree t is node `roots` + t, the children of node n are 2n and 2n + 1. So a step
 * is an addition instead of a branch nobody can foresee: ten times faster than following the lists of the artefact.
 */
export interface LaidTrees {
  readonly classes: number;
  readonly features: number;
  readonly base: readonly number[];
  /** Trees of each class, and of all. */
  readonly rounds: number;
  readonly roots: number;
  /** Every tree is filled up to this many steps. */
  readonly depth: number;
  /** The questions: is the value of the feature above the threshold? After the last one stands that none is asked. */
  readonly askedFeature: Uint16Array;
  readonly threshold: Float64Array;
  /** The number of each inner node's question. */
  readonly questions: Uint16Array;
  /** What each leaf says; the first is node `questions.length`. */
  readonly leaves: Float64Array;
  /** By how much the step to each node moves what the tree says; at a root what it says. */
  readonly steps: Float64Array;
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
  const rounds = Math.max(1, ...trees.map(({ length }) => length));
  const all = trees.flatMap((grown) => Array.from({ length: rounds }, (_, round) => grown[round] ?? SILENT));
  const depth = Math.max(1, ...all.map((tree) => depthOf(tree, 0)));
  const asked = questionsOf(all);
  const roots = all.length;
  const firstLeaf = roots * 2 ** depth;
  const questions = new Uint16Array(firstLeaf).fill(asked.size);
  const leaves = new Float64Array(firstLeaf);
  const steps = new Float64Array(2 * firstLeaf);
  for (const [place, tree] of all.entries()) {
    const lay = (node: number, to: number, said: number): void => {
      const value = tree.value[node] as number;
      steps[to] = value - said;
      if (to >= firstLeaf) {
        leaves[to - firstLeaf] = value;
        return;
      }
      // Below a leaf nothing is asked, and what it says is repeated.
      const inside = (tree.feature[node] as number) >= 0;
      if (inside) questions[to] = asked.get(questionKey(tree, node)) as number;
      lay(inside ? (tree.low[node] as number) : node, 2 * to, value);
      lay(inside ? (tree.high[node] as number) : node, 2 * to + 1, value);
    };
    lay(0, roots + place, 0);
  }
  const [askedFeature, threshold] = askedOf(asked, features.length);
  const sizes = { classes: trees.length, features: features.length, rounds, roots, depth };
  return { ...sizes, base, askedFeature, threshold, questions, leaves, steps };
}

/** Stands where a class has fewer trees than the others: adds nothing. */
const SILENT: Tree = { feature: [-1], threshold: [0], low: [-1], high: [-1], value: [0] };

const depthOf = (tree: Tree, node: number): number =>
  (tree.feature[node] as number) < 0
    ? 0
    : 1 + Math.max(depthOf(tree, tree.low[node] as number), depthOf(tree, tree.high[node] as number));

const questionKey = (tree: Tree, node: number): string => `${tree.feature[node]}/${tree.threshold[node]}`;

/** The distinct questions of all trees, numbered. */
const questionsOf = (trees: readonly Tree[]): ReadonlyMap<string, number> => {
  const keys = new Set<string>();
  for (const tree of trees) {
    for (const [node, feature] of tree.feature.entries()) if (feature >= 0) keys.add(questionKey(tree, node));
  }
  return new Map([...keys].map((key, number) => [key, number]));
};

const askedOf = (asked: ReadonlyMap<string, number>, none: number): readonly [Uint16Array, Float64Array] => {
  const pairs = [...asked.keys()].map((key) => key.split('/').map(Number));
  return [
    Uint16Array.from([...pairs, [none]], ([feature]) => feature as number),
    Float64Array.from(pairs, ([, threshold]) => threshold as number),
  ];
};

/** The answers of the pair looked at last, 1 where the value is above; the last one, of no question, stays 0. */
let answers = new Uint8Array(0);

const ask = ({ askedFeature, threshold }: LaidTrees, values: Float64Array): Uint8Array => {
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
export function scoreThree(model: LaidTrees, values: Float64Array, scores: Float64Array): void {
  const { base, classes, depth, questions, leaves, rounds, roots } = model;
  if (classes !== 3) throw new Error(`a model of three classes, not of ${classes}`);
  const given = ask(model, values);
  const firstLeaf = questions.length;
  let one = base[0] as number;
  let two = base[1] as number;
  let three = base[2] as number;
  for (let root = roots; root < roots + rounds; root++) {
    let i = root;
    let j = i + rounds;
    let k = j + rounds;
    for (let step = 0; step < depth; step++) {
      i = 2 * i + (given[questions[i] as number] as number);
      j = 2 * j + (given[questions[j] as number] as number);
      k = 2 * k + (given[questions[k] as number] as number);
    }
    one += leaves[i - firstLeaf] as number;
    two += leaves[j - firstLeaf] as number;
    three += leaves[k - firstLeaf] as number;
  }
  scores[0] = one;
  scores[1] = two;
  scores[2] = three;
}

/** What each feature adds to the log-odds of each of three classes; with the last number of each, where trees begin. */
export type Contributions = readonly [one: Float64Array, two: Float64Array, three: Float64Array];

/** Room for the contributions of so many features. */
export const contributionsOf = (features: number): Contributions => [
  new Float64Array(features + 1),
  new Float64Array(features + 1),
  new Float64Array(features + 1),
];

/**
 * Writes what each feature adds to the log-odds: every step down a tree moves what it says, and the step belongs to the
 * feature asked (Saabas 2014). For each class the numbers sum to its score.
 */
export function contribute(model: LaidTrees, values: Float64Array, [one, two, three]: Contributions): void {
  const { askedFeature, base, depth, questions, steps, rounds, roots, features } = model;
  const given = ask(model, values);
  one.fill(0)[features] = base[0] as number;
  two.fill(0)[features] = base[1] as number;
  three.fill(0)[features] = base[2] as number;
  for (let root = roots; root < roots + rounds; root++) {
    let i = root;
    let j = i + rounds;
    let k = j + rounds;
    add(one, features, steps[i] as number);
    add(two, features, steps[j] as number);
    add(three, features, steps[k] as number);
    for (let step = 0; step < depth; step++) {
      const ofOne = questions[i] as number;
      const ofTwo = questions[j] as number;
      const ofThree = questions[k] as number;
      i = 2 * i + (given[ofOne] as number);
      j = 2 * j + (given[ofTwo] as number);
      k = 2 * k + (given[ofThree] as number);
      add(one, askedFeature[ofOne] as number, steps[i] as number);
      add(two, askedFeature[ofTwo] as number, steps[j] as number);
      add(three, askedFeature[ofThree] as number, steps[k] as number);
    }
  }
}

const add = (sums: Float64Array, place: number, one: number): void => {
  sums[place] = (sums[place] as number) + one;
};
