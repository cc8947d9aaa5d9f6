import { LEARNT } from '../model/learnt.ts';
import type { RestWordTable } from '../model/rest-words.ts';
import type { TreeModel } from '../model/trees.ts';
import { FEATURES, featureValues } from '../pair/features.ts';
import { comparePair, PAIR_CLASSES } from '../pair/score-pair.ts';
import { prepareItem } from '../prepared-item.ts';
import { countRestWords, restCases } from './count-rest-words.ts';
import { type Example, type FitOptions, fitTrees } from './fit-trees.ts';
import {
  classOfRelation,
  foldOf,
  type LabelledBeside,
  type LabelledPair,
  nameAndOffice,
  type RelatedItems,
  relatedItems,
} from './labelled.ts';
import { twinsOf } from './twins.ts';

/** All that people have judged. */
export interface Labels {
  /** Two items side by side. */
  readonly pairs: readonly LabelledPair[];
  /** An item and its partner in a list, or none. */
  readonly items: readonly LabelledPair[];
  /** The candidates beside the partner. */
  readonly beside: readonly LabelledBeside[];
  /** What a search finds in lists written by rule, with all columns: judged pairs seldom have codes or laws. */
  readonly written?: readonly RelatedItems[];
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
  rate: 0.09,
  ridge: 3,
  leastInLeaf: 2,
};

/** Each example is looked at by a table of words counted without it, as a stranger's name will be. */
const INNER_FOLDS = 5;
/** Made pairs teach the rare contrasts; together they count less than the judged ones. */
const TWINS_EACH = 2;
const TWIN_WEIGHT = 0.1;
/** Lists written by rule teach what columns and slips are worth. Together they weigh about as much as all judged ones. */
const WRITTEN_WEIGHT = 0.36;
/** Of the same with codes: judged items have none, so that these lessons stand against none of theirs. */
const CODED_WEIGHT = 0.8;
/** Two items laid side by side are judged as people judged names; from lists this model learns codes, and little. */
const CODED_WEIGHT_OF_PAIRS = 0.01;
/** Two names that someone lays side by side are seldom as far apart as what a search brings up. */
const BESIDE_WEIGHT_OF_PAIRS = 0.05;

/** Of two names that someone laid side by side because they are hard, a search brings up few. */
const LAID_WEIGHT_OF_FOUND = 0.5;

type Source = 'LAID' | 'JUDGED' | 'TWIN' | 'BESIDE' | 'WRITTEN' | 'CODED';
interface Case extends RelatedItems {
  readonly source: Source;
}

/** What the labels and lists say in numbers. */
interface Lessons {
  readonly examples: readonly { readonly source: Source; readonly example: Example }[];
  readonly restWords: RestWordTable;
}

/** Trains both models and the words of the rests; the same labels and lists give the same bytes. */
export function train(labels: Labels, options: Partial<typeof TREE_OPTIONS> = {}): Trained {
  const lessons = lessonsOf(labels);
  return {
    pairModel: grown(lessons, options, {
      LAID: 1,
      JUDGED: 1,
      TWIN: TWIN_WEIGHT,
      BESIDE: BESIDE_WEIGHT_OF_PAIRS,
      WRITTEN: 0,
      CODED: CODED_WEIGHT_OF_PAIRS,
    }),
    ...foundOf(lessons, options),
  };
}

/** Trains only what weighs candidates: enough to learn how they compete. */
export function trainFound(
  labels: Labels,
  options: Partial<typeof TREE_OPTIONS> = {},
): Pick<Trained, 'foundModel' | 'restWords'> {
  return foundOf(lessonsOf(labels), options);
}

const foundOf = (lessons: Lessons, options: Partial<typeof TREE_OPTIONS>) => ({
  foundModel: grown(lessons, options, {
    LAID: LAID_WEIGHT_OF_FOUND,
    JUDGED: 1,
    TWIN: TWIN_WEIGHT,
    BESIDE: 1,
    WRITTEN: WRITTEN_WEIGHT,
    CODED: CODED_WEIGHT,
  }),
  restWords: lessons.restWords,
});

const lessonsOf = (labels: Labels): Lessons => {
  const cases = casesOf(labels);
  const judged = [...labels.pairs, ...labels.items];
  const counted = restCases(judged).map(({ pair, ...rest }) => ({
    fold: foldOf(pair, INNER_FOLDS),
    ...rest,
  }));
  const examples = Array.from({ length: INNER_FOLDS }, (_, fold) => {
    const restWords = countRestWords(counted.filter((one) => one.fold !== fold));
    return cases
      .filter((one) => foldOf(one, INNER_FOLDS) === fold)
      .map((one) => ({ source: one.source, example: exampleOfItems(one, restWords) }));
  }).flat();
  return { examples, restWords: countRestWords(counted) };
};

const grown = (
  { examples }: Lessons,
  options: Partial<typeof TREE_OPTIONS>,
  weights: Readonly<Record<Source, number>>,
): TreeModel =>
  fitTrees(
    examples
      .filter(({ source }) => weights[source] > 0)
      .map(({ source, example }) => ({ ...example, weight: weights[source] })),
    {
      ...TREE_OPTIONS,
      ...options,
      classes: PAIR_CLASSES,
      features: FEATURES.map(({ name }) => name),
    },
  );

const casesOf = ({ pairs, items, beside, written = [] }: Labels): readonly Case[] => {
  const judged = [...pairs, ...items].filter(({ right }) => right !== null);
  const names = judged.flatMap(({ left, right }) => (right === null ? [left.name] : [left.name, right.name]));
  const partners = items.map(({ left, right, ...label }) => ({
    ...label,
    left: nameAndOffice(left),
    right: right && nameAndOffice(right),
  }));
  const found = beside.flatMap(({ pairId, left, rights }) =>
    rights.map(
      (right): LabelledPair => ({
        pairId,
        left: nameAndOffice(left),
        right: nameAndOffice(right),
        relation: 'DIFFERENT',
      }),
    ),
  );
  const all = (source: Source, chosen: readonly RelatedItems[]) =>
    chosen.map((pair): Case => ({ source, ...pair }));
  return [
    ...all('LAID', pairs.flatMap(relatedItems)),
    ...all('JUDGED', partners.flatMap(relatedItems)),
    ...all('TWIN', twinsOf(names, TWINS_EACH).flatMap(relatedItems)),
    ...all('BESIDE', found.flatMap(relatedItems)),
    ...written.map(
      (pair): Case => ({ source: pair.left.codes === undefined ? 'WRITTEN' : 'CODED', ...pair }),
    ),
  ];
};

/** The numbers of a judged pair as a table of words sees them. */
export function exampleOf(pair: LabelledPair, restWords: RestWordTable): Example {
  const [items] = relatedItems(pair);
  if (items === undefined) throw new Error('a pair has two sides');
  return exampleOfItems(items, restWords);
}

/** The numbers of two items as a table of words sees them. */
export function exampleOfItems(
  { left, right, relation, unread }: RelatedItems,
  restWords: RestWordTable,
): Example {
  const asked = unread === true ? prepareItem(left, (text) => text) : prepareItem(left);
  const compared = comparePair(asked, prepareItem(right), { ...LEARNT, restWords });
  return { values: featureValues(compared), label: classOfRelation(relation), weight: 1 };
}
