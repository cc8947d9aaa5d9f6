import { LEARNT } from '../model/learnt.ts';
import type { RestWordTable } from '../model/rest-words.ts';
import type { TreeModel } from '../model/trees.ts';
import { FEATURES, featureValues } from '../pair/features.ts';
import { comparePair, PAIR_CLASSES } from '../pair/score-pair.ts';
import { prepareItem } from '../prepared-item.ts';
import { countRestWords, restCases } from './count-rest-words.ts';
import { type Example, type FitOptions, fitTrees } from './fit-trees.ts';
import { classOfRelation, foldOf, itemOf, type LabelledBeside, type LabelledPair } from './labelled.ts';
import { twinsOf } from './twins.ts';

/** All that people have judged. */
export interface Labels {
  /** Two items side by side. */
  readonly pairs: readonly LabelledPair[];
  /** An item and its partner in a list, or none. */
  readonly items: readonly LabelledPair[];
  /** The candidates beside the partner. */
  readonly beside: readonly LabelledBeside[];
}

/** The artefacts of a training. */
export interface Trained {
  readonly pairModel: TreeModel;
  readonly foundModel: TreeModel;
  readonly restWords: RestWordTable;
}

export const TREE_OPTIONS: Pick<FitOptions, 'rounds' | 'depth' | 'rate' | 'ridge' | 'leastInLeaf'> = {
  rounds: 150,
  depth: 4,
  rate: 0.06,
  ridge: 3,
  leastInLeaf: 2,
};

/** Each example is looked at by a table of words counted without it, as a stranger's name will be. */
const INNER_FOLDS = 5;
/** Made pairs teach the rare contrasts; together they count less than the judged ones. */
const TWINS_EACH = 2;
const TWIN_WEIGHT = 0.1;
/** Two names that someone lays side by side are seldom as far apart as what a search brings up. */
const BESIDE_WEIGHT_OF_PAIRS = 0.05;

type Source = 'JUDGED' | 'TWIN' | 'BESIDE';
interface Case {
  readonly source: Source;
  readonly pair: LabelledPair;
}

/** Trains both models and the words of the rests from labels alone; the same labels give the same bytes. */
export function train(labels: Labels, options: Partial<typeof TREE_OPTIONS> = {}): Trained {
  const cases = casesOf(labels);
  const folds = Array.from({ length: INNER_FOLDS }, (_, fold) => fold);
  const judged = [...labels.pairs, ...labels.items];
  const examples = folds.flatMap((fold) => {
    const seen = judged.filter((pair) => foldOf(pair, INNER_FOLDS) !== fold);
    const restWords = countRestWords(restCases(seen));
    return cases
      .filter(({ pair }) => foldOf(pair, INNER_FOLDS) === fold)
      .map((one) => ({ source: one.source, example: exampleOf(one.pair, restWords) }));
  });
  const weighted = (weights: Readonly<Record<Source, number>>): readonly Example[] =>
    examples.map(({ source, example }) => ({ ...example, weight: weights[source] }));
  const grown = (chosen: readonly Example[]): TreeModel =>
    fitTrees(chosen, {
      ...TREE_OPTIONS,
      ...options,
      classes: PAIR_CLASSES,
      features: FEATURES.map(({ name }) => name),
    });
  return {
    pairModel: grown(weighted({ JUDGED: 1, TWIN: TWIN_WEIGHT, BESIDE: BESIDE_WEIGHT_OF_PAIRS })),
    foundModel: grown(weighted({ JUDGED: 1, TWIN: TWIN_WEIGHT, BESIDE: 1 })),
    restWords: countRestWords(restCases(judged)),
  };
}

const casesOf = ({ pairs, items, beside }: Labels): readonly Case[] => {
  const judged = [...pairs, ...items].filter(({ right }) => right !== null);
  const names = judged.flatMap(({ left, right }) => (right === null ? [left.name] : [left.name, right.name]));
  const found = beside.flatMap(({ pairId, left, rights }) =>
    rights.map((right): LabelledPair => ({ pairId, left, right, relation: 'DIFFERENT' })),
  );
  const all = (source: Source, chosen: readonly LabelledPair[]) =>
    chosen.map((pair): Case => ({ source, pair }));
  return [...all('JUDGED', judged), ...all('TWIN', twinsOf(names, TWINS_EACH)), ...all('BESIDE', found)];
};

/** The numbers of a judged pair as a table of words sees them. */
export function exampleOf(pair: LabelledPair, restWords: RestWordTable): Example {
  if (pair.right === null) throw new Error('a pair has two sides');
  const [left, right] = [prepareItem(itemOf(pair.left)), prepareItem(itemOf(pair.right))];
  const values = featureValues(comparePair(left, right, { ...LEARNT, restWords }));
  return { values, label: classOfRelation(pair.relation), weight: 1 };
}
