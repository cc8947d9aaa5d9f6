import { type Example, type LogisticModel, softmax } from '../model/logistic.ts';

export interface FitOptions {
  readonly classes: readonly string[];
  /** Strength of the ridge penalty, in examples. */
  readonly ridge: number;
  readonly rounds: number;
}

/**
 * Fits a multinomial logistic model by gradient steps with momentum over all examples at once (Nesterov 1983): no
 * randomness, so the same examples in the same order give the same bytes. Features are numbered in the order in which
 * they first come.
 */
export function fitLogistic(
  examples: readonly Example[],
  { classes, ridge, rounds }: FitOptions,
): LogisticModel {
  const places = new Map<string, number>();
  const rows = examples.map(({ features }) =>
    Int32Array.from(features, (feature) => {
      const place = places.get(feature) ?? places.size;
      places.set(feature, place);
      return place;
    }),
  );
  const width = classes.length;
  const weights = new Float64Array(places.size * width);
  const velocity = new Float64Array(weights.length);
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const longest = Math.max(1, ...rows.map((row) => row.length));
  // The gradient's Lipschitz constant is at most half the largest number of features of an example.
  const step = 1 / (longest / 2 + ridge / total);
  for (let round = 0; round < rounds; round++) {
    const momentum = round / (round + 3);
    const ahead = weights.map((weight, at) => weight + momentum * (velocity[at] as number));
    const gradient = gradientAt(ahead, rows, examples, width);
    for (let at = 0; at < weights.length; at++) {
      const slope = (gradient[at] as number) / total + (ridge / total) * (ahead[at] as number);
      const next = (ahead[at] as number) - step * slope;
      velocity[at] = next - (weights[at] as number);
      weights[at] = next;
    }
  }
  return { classes, weights: named(places, weights, width) };
}

const gradientAt = (
  weights: Float64Array,
  rows: readonly Int32Array[],
  examples: readonly Example[],
  width: number,
): Float64Array => {
  const gradient = new Float64Array(weights.length);
  const sums = new Array<number>(width).fill(0);
  for (const [at, row] of rows.entries()) {
    const { label, weight } = examples[at] as Example;
    sums.fill(0);
    for (const place of row) {
      for (let one = 0; one < width; one++)
        sums[one] = (sums[one] as number) + (weights[place * width + one] as number);
    }
    const chances = softmax(sums);
    for (const place of row) {
      for (let one = 0; one < width; one++) {
        const at = place * width + one;
        gradient[at] =
          (gradient[at] as number) + weight * ((chances[one] as number) - (one === label ? 1 : 0));
      }
    }
  }
  return gradient;
};

/** Weights to four decimals, by feature in code point order: the artefact's bytes. */
const named = (
  places: ReadonlyMap<string, number>,
  weights: Float64Array,
  width: number,
): LogisticModel['weights'] =>
  Object.fromEntries(
    [...places]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([feature, place]) => [
        feature,
        Array.from(
          weights.subarray(place * width, place * width + width),
          (weight) => Math.round(weight * 1e4) / 1e4,
        ),
      ]),
  );
