import { normalizeName, queryGrams } from '../../catalog/names.ts';
import { refusal } from '../refusal.ts';

/** What a search text looks for. */
export interface SearchText {
  /** The whole text in the form names are compared in. */
  readonly whole: string;
  /** Its terms, all of which a name must contain; the first decides the rank. */
  readonly terms: readonly string[];
  /** Grams every such name has. */
  readonly grams: readonly string[];
  /** Beginnings of codes; none for a text that cannot be a code. */
  readonly codePrefixes: readonly string[];
}

/** Longer than any item's name; the work of a search grows with its terms. */
export const LONGEST_SEARCH = 200;

const HAN = /\p{Script=Han}/u;
const CODE_RUN = /[0-9A-Za-z]/u;

// Codes are searched by their raw text: as typed, which finds malformed ones, and as well-formed ones are written.
const codePrefixes = (text: string): readonly string[] => {
  if (HAN.test(text) || !CODE_RUN.test(text)) return [];
  const written = text.normalize('NFKC').replace(/\s/gu, '').toUpperCase();
  return [...new Set([text.trim(), written])];
};

/** Reads a search text; undefined for one that holds nothing to look for. Refuses a long one with BAD_USER_INPUT. */
export const readSearch = (text: string | null | undefined): SearchText | undefined => {
  if (text != null && text.length > LONGEST_SEARCH) {
    throw refusal('BAD_USER_INPUT', 'SEARCH_TOO_LONG');
  }
  const terms = [...new Set((text ?? '').split(/\s+/u).map(normalizeName).filter(Boolean))];
  if (text == null || terms.length === 0) return undefined;
  const grams = [...new Set(terms.flatMap((term) => [...queryGrams(term)]))].sort();
  return { whole: normalizeName(text), terms, grams, codePrefixes: codePrefixes(text) };
};
