import { BACKGROUND } from '../model/background.ts';

/** The distinct pairs of neighbouring characters of a text, ascending by key, each with its weight squared. */
export interface WeightedGrams {
  /** First character in the high half, second in the low one. */
  readonly keys: Int32Array;
  readonly squares: Float64Array;
  /** Length of the vector of weights; 0 for a text of one character. */
  readonly norm: number;
}

/** The weighted pairs of a text. */
export function weightedGrams(text: string): WeightedGrams {
  const all = new Int32Array(Math.max(0, text.length - 1));
  for (let at = 0; at < all.length; at++) all[at] = (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);
  all.sort();
  let count = 0;
  for (const [at, key] of all.entries()) if (at === 0 || key !== all[at - 1]) all[count++] = key;
  const keys = all.slice(0, count);
  const squares = new Float64Array(count);
  let sum = 0;
  for (let at = 0; at < count; at++) {
    const key = keys[at] as number;
    const weight = BACKGROUND.weightOf(String.fromCharCode(key >>> 16, key & 0xffff));
    squares[at] = weight * weight;
    sum += weight * weight;
  }
  return { keys, squares, norm: Math.sqrt(sum) };
}

/** Cosine of two texts by their weighted pairs, 0 to 1. */
export function cosine(left: WeightedGrams, right: WeightedGrams): number {
  let [i, j, product] = [0, 0, 0];
  while (i < left.keys.length && j < right.keys.length) {
    const [one, other] = [left.keys[i] as number, right.keys[j] as number];
    if (one === other) {
      product += left.squares[i] as number;
      j++;
    }
    if (one <= other) i++;
    else j++;
  }
  return product === 0 ? 0 : product / (left.norm * right.norm);
}
