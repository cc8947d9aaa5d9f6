import type { Synonym } from './entries.ts';


/** Every spelling the engine puts into another. */
export const SYNONYMS: readonly Synonym[] = [
];
