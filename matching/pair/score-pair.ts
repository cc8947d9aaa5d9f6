import { LEARNT, type Learnt } from '../model/learnt.ts';
import { softmax } from '../model/softmax.ts';
import { type TreeModel, treeScores } from '../model/trees.ts';
import type { PreparedItem } from '../prepared-item.ts';
import { compareNames } from './compare.ts';
import type { ComparedPair } from './feature.ts';
import { featureValues } from './features.ts';
import { compareFields } from './fields.ts';

/** The three things two names may be to each other. */
export const PAIR_CLASSES = ['same', 'partial', 'different'] as const;

/** Two items compared and weighed; the chances are 0 to 1 and sum to 1. */
export interface PairScore extends ComparedPair {
  readonly values: Float64Array;
  readonly same: number;
  readonly partial: number;
  readonly different: number;
}

/** Puts two items side by side. */
export function comparePair(left: PreparedItem, right: PreparedItem, learnt: Learnt = LEARNT): ComparedPair {
  return { comparison: compareNames(left.name, right.name, learnt), fields: compareFields(left, right) };
}

/** Compares two items and gives the chances of the three classes. */
export function scorePair(left: PreparedItem, right: PreparedItem, model: TreeModel): PairScore {
  const pair = comparePair(left, right);
  const values = featureValues(pair);
  const [same = 0, partial = 0, different = 0] = softmax(treeScores(model, values));
  return { ...pair, values, same, partial, different };
}
