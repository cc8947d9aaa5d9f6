import type { Implication } from './entries.ts';


/** Every word that says what names leave out beside it. */
export const IMPLICATIONS: readonly Implication[] = [
];
