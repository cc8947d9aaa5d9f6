import { REST_WORDS, type RestWordTable } from './rest-words.ts';

/** What comparing names has learnt beside the lexicon. */
export interface Learnt {
  readonly restWords: RestWordTable;
}

/** What the artefacts of the repository hold. */
export const LEARNT: Learnt = { restWords: REST_WORDS };
