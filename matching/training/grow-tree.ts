import type { Tree } from '../model/trees.ts';

/** The examples as the trees see them: per feature its thresholds and each example's place among them. */
export interface Binned {
  readonly cuts: readonly (readonly number[])[];
  readonly places: readonly Uint8Array[];
}

export interface GrowOptions {
  readonly depth: number;
  /** How much of what a leaf would say it says. */
  readonly rate: number;
  /** Ridge penalty on what a leaf says. */
  readonly ridge: number;
  /** Least sum of curvatures in a leaf: fewer examples than this decide nothing. */
  readonly leastInLeaf: number;
}

interface Split {
  readonly feature: number;
  readonly cut: number;
}

type Mutable<Type> = {
  -readonly [Key in keyof Type]: Type[Key] extends readonly (infer Item)[] ? Item[] : never;
};

/** Grows one tree by Newton steps: slopes and curvatures of the loss per example (Chen and Guestrin 2016, §2.2). */
export function growTree(
  binned: Binned,
  slopes: Float64Array,
  curves: Float64Array,
  options: GrowOptions,
): Tree {
  const tree: Mutable<Tree> = { feature: [], threshold: [], low: [], high: [], value: [] };
  const grow = (examples: readonly number[], depth: number): number => {
    const node = tree.feature.length;
    const [slope, curve] = [sumOf(slopes, examples), sumOf(curves, examples)];
    tree.feature.push(-1);
    tree.threshold.push(0);
    tree.low.push(-1);
    tree.high.push(-1);
    tree.value.push(rounded((options.rate * slope) / (curve + options.ridge)));
    const split = depth === 0 ? undefined : bestSplit(binned, examples, slopes, curves, options);
    if (split === undefined) return node;
    const places = binned.places[split.feature] as Uint8Array;
    tree.feature[node] = split.feature;
    tree.threshold[node] = rounded(binned.cuts[split.feature]?.[split.cut] ?? 0);
    tree.low[node] = grow(
      examples.filter((one) => (places[one] as number) <= split.cut),
      depth - 1,
    );
    tree.high[node] = grow(
      examples.filter((one) => (places[one] as number) > split.cut),
      depth - 1,
    );
    return node;
  };
  grow(
    Array.from(slopes, (_, place) => place),
    options.depth,
  );
  return tree;
}

const sumOf = (numbers: Float64Array, places: readonly number[]): number => {
  let sum = 0;
  for (const place of places) sum += numbers[place] as number;
  return sum;
};

/** The split that gains most; of equal ones the first feature's first cut. */
const bestSplit = (
  { cuts, places }: Binned,
  examples: readonly number[],
  slopes: Float64Array,
  curves: Float64Array,
  { ridge, leastInLeaf }: GrowOptions,
): Split | undefined => {
  const [slope, curve] = [sumOf(slopes, examples), sumOf(curves, examples)];
  let best: Split | undefined;
  let most = (slope * slope) / (curve + ridge) + 1e-9;
  for (const [feature, thresholds] of cuts.entries()) {
    const slopeAt = new Float64Array(thresholds.length + 1);
    const curveAt = new Float64Array(thresholds.length + 1);
    const own = places[feature] as Uint8Array;
    for (const one of examples) {
      const place = own[one] as number;
      slopeAt[place] = (slopeAt[place] as number) + (slopes[one] as number);
      curveAt[place] = (curveAt[place] as number) + (curves[one] as number);
    }
    let [lowSlope, lowCurve] = [0, 0];
    for (let cut = 0; cut < thresholds.length; cut++) {
      lowSlope += slopeAt[cut] as number;
      lowCurve += curveAt[cut] as number;
      if (lowCurve < leastInLeaf || curve - lowCurve < leastInLeaf) continue;
      const gain = lowSlope ** 2 / (lowCurve + ridge) + (slope - lowSlope) ** 2 / (curve - lowCurve + ridge);
      if (gain > most) [most, best] = [gain, { feature, cut }];
    }
  }
  return best;
};

/** Six decimals are the artefact's bytes; a threshold moves less than any two values lie apart. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;
