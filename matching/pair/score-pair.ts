import { laidTrees, scoreThree } from '../model/laid-trees.ts';
import { LEARNT, type Learnt } from '../model/learnt.ts';
import type { TreeModel } from '../model/trees.ts';
import type { AnalysedName } from '../name/analyse.ts';
import type { PreparedItem } from '../prepared-item.ts';
import { compareNames } from './compare.ts';
import type { ComparedPair } from './feature.ts';
import { featureValues, TOPIC_OF } from './features.ts';
import { compareFields, type FieldRelations } from './fields.ts';

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
  if (left.name === right.name) return scoreNamesakes(left, right, model);
  return scored(comparePair(left, right), model);
}

const scored = ({ comparison, fields }: ComparedPair, model: TreeModel): PairScore => {
  const trees = laidTrees(model, TOPIC_OF);
  scoreThree(trees, featureValues({ comparison, fields }, trees.values), scores);
  const [one, two, three] = [scores[0] as number, scores[1] as number, scores[2] as number];
  const most = Math.max(one, two, three);
  const [same, partial, different] = [Math.exp(one - most), Math.exp(two - most), Math.exp(three - most)];
  const sum = same + partial + different;
  return { comparison, fields, same: same / sum, partial: partial / sum, different: different / sum };
};

/** Scores of a name beside itself: one for each way in which the other columns stood to each other. */
type OwnScores = WeakMap<AnalysedName, PairScore[]>;
const ownScores = new WeakMap<TreeModel, OwnScores>();

/** Half of all items bear the very name of a reference; what is said of the two follows from the other columns alone. */
const scoreNamesakes = (left: PreparedItem, right: PreparedItem, model: TreeModel): PairScore => {
  const all: OwnScores = ownScores.get(model) ?? new WeakMap();
  ownScores.set(model, all);
  const known = all.get(left.name) ?? [];
  const fields = compareFields(left, right);
  const before = known.find((one) => isAlike(one.fields, fields));
  if (before !== undefined) return before;
  const comparison = known[0]?.comparison ?? compareNames(left.name, right.name, LEARNT);
  const score = scored({ comparison, fields }, model);
  known.push(score);
  all.set(left.name, known);
  return score;
};

const isAlike = (one: FieldRelations, other: FieldRelations): boolean =>
  one.code === other.code &&
  one.law === other.law &&
  one.department === other.department &&
  one.type === other.type;
