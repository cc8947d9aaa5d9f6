import { type KnownTerm, type Senses, WORDS } from '../lexicon/knowledge.ts';
import { JOINT } from './unified-text.ts';

/** What a character of a text is a part of. */
export const [IN_ACT, IN_FILLER, IN_TERM, IN_LEVEL] = [1, 2, 4, 8] as const;

/**
 * What the lexicon says of a text. Longest words first from left to right for acts, limits and fillers; terms of facets
 * may overlap them. The lists belong to the module and are overwritten by the next text: a name has a dozen words, and
 * objects for each of them took half the time of taking it apart.
 */
export interface Reading {
  /** Per character of the text IN_ACT, IN_FILLER (a filler or a level word), IN_LEVEL and IN_TERM, added up. */
  readonly parts: Uint8Array;
  /** Acts, limits and fillers, none of which overlap, in order. */
  readonly words: Spans<Senses>;
  /** Terms of facets by start and then by length. */
  readonly terms: Spans<KnownTerm>;
}

export interface Spans<Meaning> {
  count: number;
  readonly starts: number[];
  readonly ends: number[];
  readonly meanings: Meaning[];
}

const spans = <Meaning>(): Spans<Meaning> => ({ count: 0, starts: [], ends: [], meanings: [] });

const add = <Meaning>(list: Spans<Meaning>, start: number, end: number, meaning: Meaning): void => {
  list.starts[list.count] = start;
  list.ends[list.count] = end;
  list.meanings[list.count] = meaning;
  list.count++;
};

const reading = { parts: new Uint8Array(256), words: spans<Senses>(), terms: spans<KnownTerm>() };

const mark = (kind: number, start: number, end: number): void => {
  const { parts } = reading;
  for (let at = start; at < end; at++) parts[at] = (parts[at] as number) | kind;
};

/** Reads a text; what is returned is overwritten by the next call. */
export function readWords(text: string): Reading {
  if (reading.parts.length < text.length) reading.parts = new Uint8Array(2 * text.length);
  else reading.parts.fill(0, 0, text.length);
  const { words, terms } = reading;
  words.count = 0;
  terms.count = 0;
  const count = WORDS.search(text);
  const { starts, ends, senses } = WORDS.found;
  let free = 0;
  for (let at = 0; at < count; ) {
    const start = starts[at] as number;
    let longest = -1;
    let next = at;
    for (; next < count && starts[next] === start; next++) {
      const end = ends[next] as number;
      const sense = senses[next] as Senses;
      if (sense.terms.length > 0 && !isNegated(text, start)) {
        mark(IN_TERM, start, end);
        for (const term of sense.terms) add(terms, start, end, term);
      }
      if (sense.actions.length > 0 || sense.qualifiers.length > 0 || fills(sense, start, end, text))
        longest = next;
    }
    if (longest >= 0 && start >= free) {
      free = ends[longest] as number;
      const sense = senses[longest] as Senses;
      add(words, start, free, sense);
      if (sense.actions.length > 0) mark(IN_ACT, start, free);
      else if (isDropped(sense, start, free, text))
        mark(sense.filler === undefined ? IN_FILLER | IN_LEVEL : IN_FILLER, start, free);
    }
    at = next;
  }
  if (text.includes(JOINT)) addRanked(text);
  return reading;
}

/** 第二类、第三类医疗器械: a list of ranks, and where its last begins. */
const RANKS =
  /((?:第?[一二三四五六七八九十甲乙丙丁a-e\d]{1,2}[孩胎类级等期种档批型代届星]、)+)(第?[一二三四五六七八九十甲乙丙丁a-e\d]{1,2}[孩胎类级等期种档批型代届星])/gu;

/** What is said of the last rank of a list is said of each: its term is looked up with each other rank in its place. */
const addRanked = (text: string): void => {
  const { terms } = reading;
  for (const { index, 0: all, 1: others = '', 2: last = '' } of text.matchAll(RANKS)) {
    const start = index + all.length - last.length;
    const heard = terms.count;
    for (let at = 0; at < heard; at++) {
      const end = terms.ends[at] as number;
      if (terms.starts[at] !== start || end <= start + last.length) continue;
      const ranked = text.slice(start + last.length, end);
      for (const other of others.split(JOINT)) {
        for (const term of WORDS.senseOf(other + ranked)?.terms ?? []) add(terms, start, end, term);
      }
    }
  }
};

/** 动产 is not what 不动产 is about: a word straight behind a negation is not said. */
const isNegated = (text: string, start: number): boolean =>
  start > 0 && (NEGATES[text.charCodeAt(start - 1)] as number) === 1;

const NEGATES: Uint8Array = (() => {
  const negates = new Uint8Array(0x10000);
  for (const one of '不非无未') negates[one.charCodeAt(0)] = 1;
  return negates;
})();

const fills = ({ filler }: Senses, start: number, end: number, text: string): boolean =>
  filler === 'ANYWHERE' || (filler === 'START' && start === 0) || (filler === 'END' && end === text.length);

/** A level inside a name is part of a rank (县级文物保护单位); at an end of it, or alone, it says who acts. */
const isDropped = ({ filler, level }: Senses, start: number, end: number, text: string): boolean =>
  filler !== undefined || (level && (start === 0 || end === text.length || text.charAt(end) === JOINT));

/** Where the acts and fillers at the end of the name begin: 查询 counts as a service about the item only there. */
export function tailOf({ words }: Reading, text: string): number {
  let tail = text.length;
  for (let at = words.count - 1; at >= 0; at--) {
    const start = words.starts[at] as number;
    const end = words.ends[at] as number;
    if (end >= tail - (text.charAt(tail - 1) === JOINT ? 1 : 0) && start < tail) tail = start;
  }
  return tail;
}

/** The terms a name answers facets with: one list of distinct terms for each facet, in the order they are met. */
export interface Answers {
  readonly facets: number[];
  readonly terms: KnownTerm[][];
}

/** Adds the longest terms of each facet at each place of what was read. */
export function addTerms(answers: Answers, { terms }: Reading): void {
  for (let at = 0; at < terms.count; at++) {
    const term = terms.meanings[at] as KnownTerm;
    let place = answers.facets.indexOf(term.facet);
    if (place < 0) {
      place = answers.facets.push(term.facet) - 1;
      answers.terms.push([]);
    }
    const answer = answers.terms[place] as KnownTerm[];
    if (!isInsideLonger(terms, at) && !answer.some((one) => one.term === term.term)) answer.push(term);
  }
}

const isInsideLonger = ({ count, starts, ends, meanings }: Spans<KnownTerm>, at: number): boolean => {
  const [start, end, facet] = [starts[at] as number, ends[at] as number, meanings[at]?.facet];
  for (let other = 0; other < count; other++) {
    const [from, to] = [starts[other] as number, ends[other] as number];
    if (from <= start && to >= end && to - from > end - start && meanings[other]?.facet === facet)
      return true;
  }
  return false;
};
