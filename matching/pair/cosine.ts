import type { GramWeights } from '../model/background.ts';

/** Cosine of the weighted pairs of neighbouring characters of two texts, 0 to 1; a text of one character has none. */
export function cosine(left: string, right: string, weights: GramWeights): number {
  const grams = gramsOf(left, weights);
  const others = gramsOf(right, weights);
  let product = 0;
  for (const [gram, weight] of grams.weights) {
    const other = others.weights.get(gram);
    if (other !== undefined) product += weight * other;
  }
  return product === 0 ? 0 : product / Math.sqrt(grams.square * others.square);
}

interface WeightedGrams {
  readonly weights: ReadonlyMap<string, number>;
  readonly square: number;
}

const gramsOf = (text: string, weights: GramWeights): WeightedGrams => {
  const found = new Map<string, number>();
  let square = 0;
  for (let at = 0; at + 1 < text.length; at++) {
    const gram = text.slice(at, at + 2);
    if (found.has(gram)) continue;
    const weight = weights.weightOf(gram);
    found.set(gram, weight);
    square += weight * weight;
  }
  return { weights: found, square };
};
