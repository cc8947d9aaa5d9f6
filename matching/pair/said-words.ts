import type { ActionGroup, Term } from '../lexicon/entries.ts';
import { actionAt, actsAlike, facetAt, type KnownTerm, partsOf, qualifierAt } from '../lexicon/knowledge.ts';
import type { AnalysedName } from '../name/analyse.ts';

/** More words of one kind than a sentence holds. */
const TOLD = 4;

/** Words in quotation marks, each once, four at most. */
export const quoted = (words: readonly string[]): string => {
  const told = [...new Set(words)];
  const shown = told.slice(0, TOLD).map((word) => `“${word}”`);
  return shown.join('、') + (told.length > TOLD ? '等' : '');
};

/** The spelling in which a name says something; the first one where the name has another. */
const asWritten = ({ text }: AnalysedName, words: readonly [string, ...string[]]): string => {
  for (const word of words) if (text.includes(word)) return word;
  return words[0];
};

/** The words of a name that answer a facet. */
export const termsSaid = (name: AnalysedName, terms: readonly KnownTerm[]): readonly string[] =>
  terms.map(({ facet, term }) => asWritten(name, (facetAt(facet).terms[term] as Term).words));

/** The acts a name says; those that `other` says too, or that lists do not tell from them, may be left out. */
export const actionsSaid = (
  name: AnalysedName,
  group: ActionGroup,
  other?: AnalysedName,
): readonly string[] => {
  const shared = other?.acts[group] ?? [];
  const isShared = (part: number): boolean => shared.some((act) => actsAlike(part, act));
  const own = name.actions[group].filter((place) => !partsOf(place).every(isShared));
  return own.map((place) => asWritten(name, actionAt(place).words));
};

/** The limiting words of a name; those that `other` has too may be left out. */
export const limitsSaid = (name: AnalysedName, other?: AnalysedName): readonly string[] => {
  const shared = new Set((other?.limits ?? []).map(({ place }) => place));
  const own = name.limits.filter(({ place }) => !shared.has(place));
  return own.map(({ place }) => asWritten(name, qualifierAt(place).words));
};
