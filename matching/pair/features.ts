import type { ComparedPair, Feature, FeatureGroup } from './feature.ts';
import { NAME_FEATURES } from './name-features.ts';

const DEPARTMENT_STEPS = { SAME: 1, UNKNOWN: 0, OTHER: -1 } as const;
const TYPE_STEPS = { SAME: 1, UNKNOWN: 0, OTHER: -1 } as const;
const CODE_STEPS = { EXACT: 3, MAIN_ITEM: 2, SAME_MAIN: 1, UNKNOWN: 0, ELSEWHERE: -1 } as const;
const LAW_STEPS = { SAME_ARTICLE: 3, SAME_LAW: 2, OTHER_ARTICLE: 1, UNKNOWN: 0, OTHER: -1 } as const;

const step = (topic: string, stepOf: (fields: ComparedPair['fields']) => number): FeatureGroup => ({
  topic,
  names: [topic],
  write: ({ fields }, values, first) => {
    values[first] = stepOf(fields);
  },
});

/** Every number the model looks at, in the order of the artefact: append only, or train anew. */
const GROUPS: readonly FeatureGroup[] = [
  ...NAME_FEATURES,
  step('department', ({ department }) => DEPARTMENT_STEPS[department]),
  step('type', ({ type }) => TYPE_STEPS[type]),
  step('code', ({ code }) => CODE_STEPS[code]),
  step('law', ({ law }) => LAW_STEPS[law]),
];

/** The features by the places of their numbers. */
export const FEATURES: readonly Feature[] = GROUPS.flatMap(({ topic, names }) =>
  names.map((name): Feature => ({ topic, name })),
);

/** The topics of explanations in the order of their first features. */
export const TOPICS: readonly string[] = [...new Set(FEATURES.map(({ topic }) => topic))];
/** The place of each feature's topic. */
export const TOPIC_OF: readonly number[] = FEATURES.map(({ topic }) => TOPICS.indexOf(topic));

/** The numbers of a pair, in the order of FEATURES, written over `values`. */
export function featureValues(
  pair: ComparedPair,
  values: Float64Array = new Float64Array(FEATURES.length),
): Float64Array {
  let first = 0;
  for (const { names, write } of GROUPS) {
    write(pair, values, first);
    first += names.length;
  }
  return values;
}
