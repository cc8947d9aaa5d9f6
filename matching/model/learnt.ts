import { BACKGROUND, type GramWeights } from './background.ts';
import { REST_WORDS, type RestWordTable } from './rest-words.ts';

/** What comparing names has learnt beside the lexicon. */
export interface Learnt {
  readonly weights: GramWeights;
  readonly restWords: RestWordTable;
}

/** What the artefacts of the repository hold. */
export const LEARNT: Learnt = { weights: BACKGROUND, restWords: REST_WORDS };
