import { type ComparedPair, type Feature, feature } from './feature.ts';
import { NAME_FEATURES } from './name-features.ts';

const steps =
  <Word extends string>(words: Readonly<Record<Word, number>>) =>
  (word: Word): number =>
    words[word];

const departmentStep = steps({ SAME: 1, UNKNOWN: 0, OTHER: -1 });
const typeStep = steps({ SAME: 1, UNKNOWN: 0, OTHER: -1 });
const codeStep = steps({ EXACT: 3, MAIN_ITEM: 2, SAME_MAIN: 1, UNKNOWN: 0, ELSEWHERE: -1 });
const lawStep = steps({ SAME_ARTICLE: 3, SAME_LAW: 2, OTHER_ARTICLE: 1, UNKNOWN: 0, OTHER: -1 });

/** Every number the model looks at, in the order of the artefact: append only, or train anew. */
export const FEATURES: readonly Feature[] = [
  ...NAME_FEATURES,
  feature('department', 'department', ({ fields }) => departmentStep(fields.department)),
  feature('type', 'type', ({ fields }) => typeStep(fields.type)),
  feature('code', 'code', ({ fields }) => codeStep(fields.code)),
  feature('law', 'law', ({ fields }) => lawStep(fields.law)),
];

/** The numbers of a pair, in the order of FEATURES. */
export function featureValues(pair: ComparedPair): Float64Array {
  const values = new Float64Array(FEATURES.length);
  for (let at = 0; at < FEATURES.length; at++) values[at] = (FEATURES[at] as Feature).value(pair);
  return values;
}
