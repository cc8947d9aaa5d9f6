import { laidTrees, scoreThree } from '../model/laid-trees.ts';
import { LEARNT, type Learnt } from '../model/learnt.ts';
import type { TreeModel } from '../model/trees.ts';
import type { PreparedItem } from '../prepared-item.ts';
import { compareNames } from './compare.ts';
import type { ComparedPair } from './feature.ts';
import { featureValues, TOPIC_OF } from './features.ts';
import { compareFields } from './fields.ts';

/** The three things two names may be to each other. */
export const PAIR_CLASSES = ['same', 'partial', 'different'] as const;

/** Two items compared and weighed; the chances are 0 to 1 and sum to 1. */
export interface PairScore extends ComparedPair {
  readonly same: number;
  readonly partial: number;
  readonly different: number;
}

/** Puts two items side by side. */
export function comparePair(left: PreparedItem, right: PreparedItem, learnt: Learnt = LEARNT): ComparedPair {
  return { comparison: compareNames(left.name, right.name, learnt), fields: compareFields(left, right) };
}

/** What the pair scored last came to: ten candidates of every item need no ten lists. */
const scores = new Float64Array(PAIR_CLASSES.length);

/** Compares two items and gives the chances of the three classes. */
export function scorePair(left: PreparedItem, right: PreparedItem, model: TreeModel): PairScore {
  const { comparison, fields } = comparePair(left, right);
  const trees = laidTrees(model, TOPIC_OF);
  scoreThree(trees, featureValues({ comparison, fields }, trees.values), scores);
  const [one, two, three] = [scores[0] as number, scores[1] as number, scores[2] as number];
  const most = Math.max(one, two, three);
  const [same, partial, different] = [Math.exp(one - most), Math.exp(two - most), Math.exp(three - most)];
  const sum = same + partial + different;
  return { comparison, fields, same: same / sum, partial: partial / sum, different: different / sum };
}
