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
const FIRST_WORDS = new Set([...SPELLINGS.values(), ...SYNONYMS.map(({ words }) => unifiedText(words[0]))]);
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

const PLACES: ReadonlyMap<string, number> = new Map(ACTIONS.map(({ key }, place) => [key, place]));
const placesOf = (keys: readonly string[]): readonly number[] =>
  keys.map((key) => {
    const place = PLACES.get(key);
    if (place === undefined) throw new Error(`No action has the key ${key}`);
    return place;
  });

/** The acts an act consists of: 补换发 is 补发 and 换发; of any other act the act itself. */
const PARTS: readonly (readonly number[])[] = ACTIONS.map(({ parts }, place) =>
  parts === undefined ? [place] : placesOf(parts),
);
export const partsOf = (place: number): readonly number[] => PARTS[place] ?? [place];

/** One row of bytes per act: 1 where it and the act of the column are one or declared alike. */
const ALIKE: Uint8Array = (() => {
  const alike = new Uint8Array(ACTIONS.length * ACTIONS.length);
  ACTIONS.forEach(({ like = [] }, place) => {
    for (const other of [place, ...placesOf(like)]) alike[place * ACTIONS.length + other] = 1;
  });
  return alike;
})();

/** Whether two acts are one in published lists; what is like the same third act need not be alike. */
export const actsAlike = (one: number, other: number): boolean => ALIKE[one * ACTIONS.length + other] === 1;

const termsOf = (word: string): readonly KnownTerm[] => WORDS.senseOf(word)?.terms ?? [];

/** Whether a term may hold where a word has those terms: of their facet it must be one of them or around one. */
const goesWith = ({ facet, term }: KnownTerm, own: readonly KnownTerm[]): boolean => {
  const same = own.filter((one) => one.facet === facet);
  return same.length === 0 || same.some((one) => one.term === term || one.within.includes(term));
};

function* wordsOfFacets(): Generator<string> {
  for (const { terms } of FACETS) for (const term of terms) yield* spelled(term.words);
}

/**
 * For each word that says enough, the terms that names leave out beside it. A word that holds a shorter one says what
 * that says, but not what its own term excludes: 临时占用林地 is no 占用林地 for good. Words of facets for which that
 * makes a difference stand here too, so that the longest word of a text is the one that speaks.
 */
const IMPLIED: WordTree<readonly number[]> = (() => {
  const told = new Map<string, readonly KnownTerm[]>();
  for (const { word, implies } of IMPLICATIONS) {
    const [own = ''] = spelled([word]);
    told.set(own, [...(told.get(own) ?? []), ...spelled(implies).flatMap(termsOf)]);
  }
  const tree = wordTree(told);
  const known: (readonly [string, readonly number[]])[] = [];
  for (const word of new Set([...told.keys(), ...wordsOfFacets()])) {
    const heard = tree.allIn(word).flatMap(({ sense }) => sense);
    const own = [...termsOf(word), ...(told.get(word) ?? [])];
    const left = heard.filter((term) => goesWith(term, own));
    if (told.has(word) || left.length < heard.length)
      known.push([word, [...new Set(left.map(({ key }) => key))]]);
  }
  return wordTree(known);
})();

const NO_TERMS: ReadonlySet<number> = new Set();

/** Keys of the terms that the words of a text imply without naming them; a word inside a longer one is silent. */
export function impliedBy(text: string): ReadonlySet<number> {
  const count = IMPLIED.search(text);
  if (count === 0) return NO_TERMS;
  const { starts, ends, senses } = IMPLIED.found;
  const keys = new Set<number>();
  let furthest = 0;
  for (let at = 0; at < count; at++) {
    const [start, end] = [starts[at] as number, ends[at] as number];
    // Words come by start and then by length: the last of a start is its longest.
    const isLongest = at + 1 === count || (starts[at + 1] as number) !== start;
    if (!isLongest || end <= furthest) continue;
    furthest = end;
    for (const key of senses[at] as readonly number[]) keys.add(key);
  }
  return keys;
}
