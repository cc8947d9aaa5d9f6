import type { Tree } from '../model/trees.ts';

/** The examples as the trees see them: every feature cut into intervals, all intervals numbered in one row. */
export interface Binned {
  readonly cuts: readonly (readonly number[])[];
  /** Number of the first interval of each feature, and behind the last feature how many there are. */
  readonly starts: readonly number[];
  /** Intervals of an example's features, one example after the other. */
  readonly bins: Uint16Array;
}

/** Sums of slopes and curvatures by interval. */
interface Sums {
  readonly slopes: Float64Array;
  readonly curves: Float64Array;
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
  const width = binned.cuts.length;
  const grow = (examples: Int32Array, known: Sums | undefined, depth: number): number => {
    const node = tree.feature.length;
    const [slope, curve] = [sumOf(slopes, examples), sumOf(curves, examples)];
    tree.feature.push(-1);
    tree.threshold.push(0);
    tree.low.push(-1);
    tree.high.push(-1);
    tree.value.push(rounded((options.rate * slope) / (curve + options.ridge)));
    if (depth === 0) return node;
    const sums = known ?? sumsOf(binned, examples, slopes, curves);
    const split = bestSplit(binned, sums, slope, curve, options);
    if (split === undefined) return node;
    const last = (binned.starts[split.feature] as number) + split.cut;
    const isLow = (one: number): boolean => (binned.bins[one * width + split.feature] as number) <= last;
    const [low, high] = [examples.filter(isLow), examples.filter((one) => !isLow(one))];
    tree.feature[node] = split.feature;
    tree.threshold[node] = rounded(binned.cuts[split.feature]?.[split.cut] ?? 0);
    // What the fewer have, summed up, taken from the whole leaves what the others have.
    const fewer = low.length <= high.length ? low : high;
    const counted = depth === 1 ? undefined : sumsOf(binned, fewer, slopes, curves);
    const rest = counted === undefined ? undefined : difference(sums, counted);
    tree.low[node] = grow(low, fewer === low ? counted : rest, depth - 1);
    tree.high[node] = grow(high, fewer === low ? rest : counted, depth - 1);
    return node;
  };
  grow(
    Int32Array.from(slopes, (_, place) => place),
    undefined,
    options.depth,
  );
  return tree;
}

const sumOf = (numbers: Float64Array, places: Int32Array): number => {
  let sum = 0;
  for (const place of places) sum += numbers[place] as number;
  return sum;
};

const sumsOf = (
  { cuts, starts, bins }: Binned,
  examples: Int32Array,
  slopes: Float64Array,
  curves: Float64Array,
): Sums => {
  const count = starts[cuts.length] as number;
  const sums: Sums = { slopes: new Float64Array(count), curves: new Float64Array(count) };
  for (const one of examples) {
    const [slope, curve] = [slopes[one] as number, curves[one] as number];
    const from = one * cuts.length;
    for (let at = from; at < from + cuts.length; at++) {
      const bin = bins[at] as number;
      sums.slopes[bin] = (sums.slopes[bin] as number) + slope;
      sums.curves[bin] = (sums.curves[bin] as number) + curve;
    }
  }
  return sums;
};

const difference = (whole: Sums, part: Sums): Sums => ({
  slopes: whole.slopes.map((sum, bin) => sum - (part.slopes[bin] as number)),
  curves: whole.curves.map((sum, bin) => sum - (part.curves[bin] as number)),
});

/** The split that gains most; of equal ones the first feature's first cut. */
const bestSplit = (
  { cuts, starts }: Binned,
  sums: Sums,
  slope: number,
  curve: number,
  { ridge, leastInLeaf }: GrowOptions,
): Split | undefined => {
  let best: Split | undefined;
  let most = (slope * slope) / (curve + ridge) + 1e-9;
  for (const [feature, thresholds] of cuts.entries()) {
    const start = starts[feature] as number;
    let [lowSlope, lowCurve] = [0, 0];
    for (let cut = 0; cut < thresholds.length; cut++) {
      lowSlope += sums.slopes[start + cut] as number;
      lowCurve += sums.curves[start + cut] as number;
      if (lowCurve < leastInLeaf || curve - lowCurve < leastInLeaf) continue;
      const gain = lowSlope ** 2 / (lowCurve + ridge) + (slope - lowSlope) ** 2 / (curve - lowCurve + ridge);
      if (gain > most) [most, best] = [gain, { feature, cut }];
    }
  }
  return best;
};

/** Six decimals are the artefact's bytes; a threshold moves less than any two values lie apart. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;
