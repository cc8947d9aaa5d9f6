import { weightOfKey } from '../model/background.ts';
import { gramKey } from '../model/gram-table.ts';

/** The distinct pairs of neighbouring characters of a text, ascending by key, each with its weight squared. */
export interface WeightedGrams {
  readonly keys: readonly number[];
  readonly squares: readonly number[];
  /** Length of the vector of weights; 0 for a text of one character. */
  readonly norm: number;
}

/** The weighted pairs of a text. */
export function weightedGrams(text: string): WeightedGrams {
  const all: number[] = [];
  for (let at = 0; at + 1 < text.length; at++) {
    all.push(gramKey(text.charCodeAt(at), text.charCodeAt(at + 1)));
  }
  sort(all);
  const keys: number[] = [];
  const squares: number[] = [];
  let sum = 0;
  for (let at = 0; at < all.length; at++) {
    const key = all[at] as number;
    if (at > 0 && key === all[at - 1]) continue;
    const weight = weightOfKey(key);
    keys.push(key);
    squares.push(weight * weight);
    sum += weight * weight;
  }
  return { keys, squares, norm: Math.sqrt(sum) };
}

/** Names of up to so many characters are sorted by insertion, several times faster than by a general sort. */
const SHORT = 48;

const sort = (numbers: number[]): void => {
  if (numbers.length > SHORT) {
    numbers.sort((one, other) => one - other);
    return;
  }
  for (let from = 1; from < numbers.length; from++) {
    const one = numbers[from] as number;
    let at = from;
    for (; at > 0 && (numbers[at - 1] as number) > one; at--) numbers[at] = numbers[at - 1] as number;
    numbers[at] = one;
  }
};

/** Cosine of two texts by their weighted pairs, 0 to 1. */
export function cosine(left: WeightedGrams, right: WeightedGrams): number {
  const [ones, others] = [left.keys, right.keys];
  let i = 0;
  let j = 0;
  let product = 0;
  while (i < ones.length && j < others.length) {
    const one = ones[i] as number;
    const other = others[j] as number;
    if (one === other) {
      product += left.squares[i] as number;
      j++;
    }
    if (one <= other) i++;
    else j++;
  }
  return product === 0 ? 0 : product / (left.norm * right.norm);
}
