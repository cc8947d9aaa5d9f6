import { unifiedText } from '../name/unified-text.ts';
import { ACTIONS } from './actions.ts';
import type { Action, Facet, Qualifier, Term } from './entries.ts';
import { FACETS } from './facets.ts';
import { FILLERS } from './fillers.ts';
import { IMPLICATIONS } from './implications.ts';
import { QUALIFIERS } from './qualifiers.ts';
import { SYNONYMS } from './synonyms.ts';
import { type WordTree, wordTree } from './word-tree.ts';

/** A term as the engine compares it: the term it is within, and so on up, by their places in the facet. */
export interface KnownTerm {
  readonly facet: number;
  readonly term: number;
  /** Facet and term as one number. */
  readonly key: number;
  /** Places in the facet of the terms this one is within, nearest first. */
  readonly within: readonly number[];
}

/** A term's place as one number, to be looked up fast. */
export const termKey = (facet: number, term: number): number => facet * 4096 + term;

/** All that a word of a name may mean. */
export interface Senses {
  readonly terms: readonly KnownTerm[];
  readonly actions: readonly number[];
  readonly qualifiers: readonly number[];
  readonly filler: 'START' | 'END' | 'ANYWHERE' | undefined;
  /** Whether one of its qualifiers is a level: 县级, 省级. */
  readonly level: boolean;
}

const NOTHING: Senses = { terms: [], actions: [], qualifiers: [], filler: undefined, level: false };

const joined = (one: Senses, other: Senses): Senses => ({
  terms: [...one.terms, ...other.terms],
  actions: [...one.actions, ...other.actions],
  qualifiers: [...one.qualifiers, ...other.qualifiers],
  filler: one.filler ?? other.filler,
  level: one.level || other.level,
});

/** Each spelling but the first with the first; a chain of spellings ends at its last first word. */
const spellings = (): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const { words } of SYNONYMS) {
    for (const word of words.slice(1).map(unifiedText))
      if (!found.has(word)) found.set(word, unifiedText(words[0]));
  }
  for (const [word, first] of found) {
    const seen = new Set([word]);
    let last = first;
    for (let next = found.get(last); next !== undefined && !seen.has(next); next = found.get(next)) {
      seen.add(last);
      last = next;
    }
    found.set(word, last);
  }
  return found;
};

const SPELLINGS = spellings();
const FIRST_WORDS = new Set(SPELLINGS.values());
/** What to write for a spelling; null for a word that stays as it is. */
const SPELLING_TREE: WordTree<string | null> = wordTree<string | null>([
  ...SPELLINGS,
  // The first word itself, so that no shorter spelling is found inside it: 失业保险 is not rewritten at 保险.
  ...[...FIRST_WORDS].filter((word) => !SPELLINGS.has(word)).map((word) => [word, null] as const),
]);

const UNITS: ReadonlySet<string> = new Set('孩胎类级等期种档批型代届星年月日岁吨米元人');
const NUMERALS: ReadonlySet<string> = new Set('0123456789零一二两三四五六七八九十百千');
const NEGATIONS: ReadonlySet<string> = new Set('不非无未');

/** 三星级饭店 keeps its stars, and 不动产 is no 动产: a word is not found where its beginning belongs to what is before it. */
const belongsToBefore = (text: string, at: number): boolean => {
  if (at === 0) return false;
  const before = text.charAt(at - 1);
  return NEGATIONS.has(before) || (UNITS.has(text.charAt(at)) && NUMERALS.has(before));
};

/** The text with every known spelling put into the word it is compared by, the longest first. */
export function inKnownSpelling(text: string): string {
  const { ends, senses } = SPELLING_TREE.found;
  let rewritten = '';
  let copied = 0;
  for (let at = 0; at < text.length; ) {
    if (!SPELLING_TREE.longestAt(text, at) || belongsToBefore(text, at)) {
      at++;
      continue;
    }
    const end = ends[0] as number;
    const word = senses[0] as string | null;
    if (word !== null) {
      rewritten += text.slice(copied, at) + word;
      copied = end;
    }
    at = end;
  }
  return copied === 0 ? text : rewritten + text.slice(copied);
}

/** A spelling of the lexicon in the form names are compared in. */
const spelled = (words: readonly string[]): readonly string[] => [
  ...new Set(words.map((word) => inKnownSpelling(unifiedText(word)))),
];

const withinOf = (terms: readonly Term[], term: Term): number[] => {
  const chain: number[] = [];
  for (let name = term.within; name !== undefined; ) {
    const place = terms.findIndex((one) => one.words[0] === name);
    if (place < 0 || chain.includes(place)) break;
    chain.push(place);
    name = terms[place]?.within;
  }
  return chain;
};

function* sensesOfFacets(): Generator<readonly [string, Senses]> {
  for (const [facet, { terms }] of FACETS.entries()) {
    for (const [place, term] of terms.entries()) {
      const known: KnownTerm = {
        facet,
        term: place,
        key: termKey(facet, place),
        within: withinOf(terms, term),
      };
      for (const word of spelled(term.words)) yield [word, { ...NOTHING, terms: [known] }];
    }
  }
}

function* allSenses(): Generator<readonly [string, Senses]> {
  yield* sensesOfFacets();
  for (const [place, { words }] of ACTIONS.entries()) {
    for (const word of spelled(words)) yield [word, { ...NOTHING, actions: [place] }];
  }
  for (const [place, { words, group }] of QUALIFIERS.entries()) {
    const senses: Senses = { ...NOTHING, qualifiers: [place], level: group === 'LEVEL' };
    for (const word of spelled(words)) yield [word, senses];
  }
  for (const { word, at } of FILLERS) {
    for (const one of spelled([word])) yield [one, { ...NOTHING, filler: at ?? 'ANYWHERE' }];
  }
}

/** Every word the engine knows, with all it may mean. */
export const WORDS: WordTree<Senses> = wordTree(allSenses(), joined);

export const facetAt = (place: number): Facet => FACETS[place] as Facet;
/** The word a term is compared by. */
export const termWord = (facet: number, term: number): string => FACETS[facet]?.terms[term]?.words[0] ?? '';
export const actionAt = (place: number): Action => ACTIONS[place] as Action;
export const qualifierAt = (place: number): Qualifier => QUALIFIERS[place] as Qualifier;

/** Actions that published lists do not tell apart share a class, the smallest place among them. */
const CLASSES: readonly number[] = (() => {
  const places = new Map(ACTIONS.map(({ key }, place) => [key, place]));
  const smallest = ACTIONS.map(({ like }, place) =>
    Math.min(place, ...(like ?? []).map((key) => places.get(key) ?? place)),
  );
  const end = (place: number): number => {
    const next = smallest[place] ?? place;
    return next === place ? place : end(next);
  };
  return smallest.map(end);
})();

/** The class of an action that published lists do not tell from others. */
export const classOf = (place: number): number => CLASSES[place] ?? place;

const termsOfWord = (word: string): readonly number[] =>
  (WORDS.senseOf(word)?.terms ?? []).map(({ key }) => key);

/** For each word that says enough, the terms that names leave out beside it. */
export const IMPLIED: WordTree<readonly number[]> = wordTree(
  IMPLICATIONS.flatMap(({ word, implies }) =>
    spelled([word]).map((one) => [one, spelled(implies).flatMap(termsOfWord)] as const),
  ),
  (one, other) => [...one, ...other],
);
