import type { ActionGroup } from '../lexicon/entries.ts';
import {
  actionAt,
  IMPLIED,
  inKnownSpelling,
  type KnownTerm,
  qualifierAt,
  type Senses,
  WORDS,
} from '../lexicon/knowledge.ts';
import type { Found } from '../lexicon/word-tree.ts';
import { splitBrackets } from './brackets.ts';
import { countsIn } from './counts.ts';
import { JOINT, unifiedName } from './unified-text.ts';
import { type WeightedGrams, weightedGrams } from './weighted-grams.ts';

/** A limiting word of a name; excluded ones stand behind 不含 or before 除外. */
export interface Limit {
  readonly set: string;
  readonly place: number;
}

/** A name taken apart, once for all its comparisons. */
export interface AnalysedName {
  /** In one spelling, without place, numbering and particles; brackets as written. */
  readonly text: string;
  /** What names are found by: everything that may tell items apart, without marks. */
  readonly core: string;
  /** Two names with the same exact form are the same name. */
  readonly exact: string;
  /** The core with its joints; what stands in brackets comes last, behind joints. */
  readonly marked: string;
  /** What each character of `marked` belongs to: an act, the object, or a bracket. */
  readonly roles: Uint8Array;
  /** 1 for each character of `marked` that is part of a word of a facet. */
  readonly known: Uint8Array;
  /** The object: what is left outside brackets when acts, fillers and level words are taken away. */
  readonly object: string;
  /** The terms of each facet, longest match each, in order. */
  readonly terms: ReadonlyMap<number, readonly KnownTerm[]>;
  /** Places of the actions in the lexicon by group, ascending. */
  readonly actions: Readonly<Record<ActionGroup, readonly number[]>>;
  readonly limits: readonly Limit[];
  /** Numbers with what they count: 80岁, 3年. */
  readonly counts: readonly string[];
  /** What the name leaves out by 不含, 除外. */
  readonly excluded: readonly string[];
  /** Characters negated by 无, 非, 未, 不, each with its negation. */
  readonly negated: readonly string[];
  /** Keys of the terms its words imply without naming them. */
  readonly implied: ReadonlySet<number>;
  /** The pairs of neighbouring characters of the core. */
  readonly grams: WeightedGrams;
  /** Whether the text was cut off: …, ... at its end. */
  readonly truncated: boolean;
}

const EXCLUDES = /^(?:不含|不包括|除)(.+?)(?:除?外)?$|^(.+?)除外$/u;
const INCLUDES = /^(?:含|包括|包含)/u;
const NEGATION = /(?:无|非|未)(?!障碍|线|人机|机动|营利|税务局|成年|来)..|不(?!动产|含|包括|良|锈)../gu;

/** The roles of a character. */
export const ACT = 0;
export const OBJECT = 1;
export const ASIDE = 2;

interface Segment {
  readonly text: string;
  readonly outside: boolean;
}

interface Reading {
  readonly found: readonly Found<Senses>[];
  /** 1 for each character that is part of an act. */
  readonly masked: Uint8Array;
  /** 1 for each character that is part of a filler or a level word. */
  readonly dropped: Uint8Array;
  /** 1 for each character that is part of a word of a facet. */
  readonly known: Uint8Array;
}

const isWord = (senses: Senses): boolean => senses.actions.length > 0 || senses.qualifiers.length > 0;

/** Longest words first from left to right for acts, limits and fillers; terms of facets may overlap them. */
const read = (text: string): Reading => {
  const found = WORDS.allIn(text);
  const masked = new Uint8Array(text.length);
  const dropped = new Uint8Array(text.length);
  const known = new Uint8Array(text.length);
  const kept: Found<Senses>[] = [];
  let free = 0;
  for (let at = 0; at < found.length; ) {
    let next = at;
    let longest: Found<Senses> | undefined;
    for (; next < found.length && found[next]?.start === found[at]?.start; next++) {
      const one = found[next] as Found<Senses>;
      if (one.sense.terms.length > 0) {
        known.fill(1, one.start, one.end);
        kept.push({ ...one, sense: { ...one.sense, actions: [], qualifiers: [], filler: undefined } });
      }
      if (isWord(one.sense) || fills(one, text)) longest = one;
    }
    if (longest !== undefined && longest.start >= free) {
      free = longest.end;
      kept.push({ ...longest, sense: { ...longest.sense, terms: [] } });
      if (longest.sense.actions.length > 0) masked.fill(1, longest.start, longest.end);
      else if (isDropped(longest, text)) dropped.fill(1, longest.start, longest.end);
    }
    at = next;
  }
  return { found: kept, masked, dropped, known };
};

const fills = ({ start, end, sense }: Found<Senses>, text: string): boolean =>
  sense.filler === 'ANYWHERE' ||
  (sense.filler === 'START' && start === 0) ||
  (sense.filler === 'END' && end === text.length);

/** A level inside a name is part of a rank (县级文物保护单位); at an end of it, or alone, it says who acts. */
const isDropped = ({ start, end, sense }: Found<Senses>, text: string): boolean =>
  sense.filler !== undefined ||
  (sense.qualifiers.some((place) => qualifierAt(place).group === 'LEVEL') &&
    (start === 0 || end === text.length || text.charAt(end) === JOINT));

/** Where the acts and fillers at the end of the name begin: 查询 counts as a service about the item only there. */
const tailOf = ({ found }: Reading, text: string): number => {
  let tail = text.length;
  const words = found
    .filter(({ sense }) => sense.terms.length === 0)
    .sort((one, other) => other.end - one.end);
  for (const { start, end } of words) {
    if (end >= tail - (text.charAt(tail - 1) === JOINT ? 1 : 0) && start < tail) tail = start;
  }
  return tail;
};

/** The longest match of each facet at each place; a term found twice is there once. */
const addTerms = (terms: Map<number, KnownTerm[]>, found: readonly Found<Senses>[]): void => {
  const bySpan = new Map<number, { start: number; end: number; term: KnownTerm }[]>();
  for (const { start, end, sense } of found) {
    for (const term of sense.terms) {
      const spans = bySpan.get(term.facet) ?? [];
      spans.push({ start, end, term });
      bySpan.set(term.facet, spans);
    }
  }
  for (const [facet, spans] of bySpan) {
    const kept = spans.filter(
      (one) =>
        !spans.some(
          (other) =>
            other !== one &&
            other.start <= one.start &&
            other.end >= one.end &&
            other.end - other.start > one.end - one.start,
        ),
    );
    const list = terms.get(facet) ?? [];
    for (const { term } of kept) {
      if (!list.some((one) => one.term === term.term)) list.push(term);
    }
    terms.set(facet, list);
  }
};

const ascending = (numbers: Iterable<number>): readonly number[] =>
  [...new Set(numbers)].sort((one, other) => one - other);

/** Takes a name apart; `place` names what may stand in front of it without belonging to it. */
export function analyseName(raw: string, strip: (name: string) => string = (name) => name): AnalysedName {
  const text = inKnownSpelling(unifiedName(strip(unifiedName(raw))));
  const { main, asides } = splitBrackets(text);
  const excluded: string[] = [];
  const segments: Segment[] = [{ text: main, outside: true }];
  for (const aside of asides) {
    const left = EXCLUDES.exec(aside);
    if (left !== null) excluded.push(left[1] ?? left[2] ?? '');
    // What is included says nothing that the whole does not say.
    else if (!INCLUDES.test(aside)) segments.push({ text: aside, outside: false });
  }
  const terms = new Map<number, KnownTerm[]>();
  const actions: Record<ActionGroup, number[]> = { LIFE_CYCLE: [], KIND: [], STAGE: [], ABOUT: [] };
  const limits: Limit[] = [];
  let marked = '';
  const roles: number[] = [];
  const known: number[] = [];
  for (const segment of segments) {
    const reading = read(segment.text);
    addTerms(terms, reading.found);
    const tail = segment.outside ? tailOf(reading, segment.text) : 0;
    for (const { start, sense } of reading.found) {
      for (const place of sense.actions) {
        const { group } = actionAt(place);
        if (group !== 'ABOUT' || start >= tail) actions[group].push(place);
      }
      for (const place of sense.qualifiers) {
        const { group, set } = qualifierAt(place);
        // 企业 and 个人 outside brackets are mostly part of the object; the facets look at them there.
        if (group !== 'LEVEL' && !(group === 'AUDIENCE' && segment.outside)) limits.push({ set, place });
      }
    }
    if (marked !== '') {
      marked += JOINT;
      roles.push(ASIDE);
      known.push(0);
    }
    for (let at = 0; at < segment.text.length; at++) {
      if (reading.dropped[at] === 1) continue;
      marked += segment.text.charAt(at);
      roles.push(reading.masked[at] === 1 ? ACT : segment.outside ? OBJECT : ASIDE);
      known.push(reading.known[at] as number);
    }
  }
  const core = marked.replaceAll(JOINT, '');
  return {
    text,
    core,
    grams: weightedGrams(core),
    exact: core + (excluded.length > 0 ? `|${excluded.join('|')}` : ''),
    marked,
    roles: Uint8Array.from(roles),
    known: Uint8Array.from(known),
    object: [...marked].filter((_, at) => roles[at] === OBJECT).join(''),
    terms,
    actions: {
      LIFE_CYCLE: ascending(actions.LIFE_CYCLE),
      KIND: ascending(actions.KIND),
      STAGE: ascending(actions.STAGE),
      ABOUT: ascending(actions.ABOUT),
    },
    limits,
    counts: countsIn(text),
    excluded,
    negated: [...text.matchAll(NEGATION)].map(([word]) => word),
    implied: new Set(IMPLIED.allIn(text).flatMap(({ sense }) => sense)),
    truncated: /(?:…|\.{3,})$/u.test(text),
  };
}
