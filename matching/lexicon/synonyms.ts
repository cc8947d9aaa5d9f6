import type { Synonym } from './entries.ts';
import { CULTURE_SYNONYMS } from './synonyms/culture.ts';
import { EDUCATION_SYNONYMS } from './synonyms/education.ts';
import { LAND_SYNONYMS } from './synonyms/land.ts';
import { NATURE_SYNONYMS } from './synonyms/nature.ts';

/** Every spelling the engine puts into another. */
export const SYNONYMS: readonly Synonym[] = [
  ...CULTURE_SYNONYMS,
  ...EDUCATION_SYNONYMS,
  ...LAND_SYNONYMS,
  ...NATURE_SYNONYMS,
];
