import type { ActionGroup } from '../lexicon/entries.ts';
import {
  actionAt,
  impliedBy,
  inKnownSpelling,
  type KnownTerm,
  partsOf,
  qualifierAt,
  type Senses,
} from '../lexicon/knowledge.ts';
import { audienceBehind, inOneWord } from './audience-behind.ts';
import { leftOutInFront, readAside, splitBrackets } from './brackets.ts';
import { ACT, ASIDE, type Characters, charactersOf, OBJECT } from './characters.ts';
import { countsIn, NUMERALS } from './counts.ts';
import {
  type Answers,
  addTerms,
  IN_ACT,
  IN_FILLER,
  IN_LEVEL,
  IN_TERM,
  type Reading,
  readWords,
  tailOf,
} from './read-words.ts';
import { JOINT, JOINT_UNIT, unifiedName } from './unified-text.ts';
import { type WeightedGrams, weightedGrams } from './weighted-grams.ts';

/** A limiting word of a name; excluded ones stand behind 不含 or before 除外. */
export interface Limit {
  readonly set: string;
  readonly place: number;
}

/** Places of actions in the lexicon by group. */
export type Actions = Readonly<Record<ActionGroup, readonly number[]>>;

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
  /** The characters of `marked`. */
  readonly characters: Characters;
  /** The object: what is left outside brackets when acts, fillers and level words are taken away. */
  readonly object: string;
  /** The fillers that are in neither: they tell apart only what nothing else does. */
  readonly dropped: string;
  /** The terms of each facet the name answers, longest match each; facets and terms in the order they are met. */
  readonly terms: readonly (readonly KnownTerm[])[];
  /** Ascending. */
  readonly actions: Actions;
  /** The same with the acts an act consists of in its place. */
  readonly acts: Actions;
  readonly limits: readonly Limit[];
  /** Numbers with what they count: 80岁, 3年. */
  readonly counts: readonly string[];
  /** What the name leaves out by 不含, 除外. */
  readonly excluded: readonly string[];
  /** What a bracket names as included by 含, 包括: against a name without it this says nothing. */
  readonly included: readonly string[];
  /** Characters negated by 无, 非, 未, 不, each with its negation. */
  readonly negated: readonly string[];
  /** Keys of the terms its words imply without naming them. */
  readonly implied: ReadonlySet<number>;
  /** The pairs of neighbouring characters of the core. */
  readonly grams: WeightedGrams;
  /** Whether the text was cut off: …, ... at its end. */
  readonly truncated: boolean;
}

const NEGATION = /(?:无|非|未)(?!障碍).{2}|不(?!含|包括|包含).{2}/gu;
const TRUNCATED = /(?:…|\.{3,}|。{2,}|等等|\(略\))$/u;
/** A name is no page of text: what goes on behind so many characters is taken as cut off. */
const MOST_COMPARED = 1000;

const NONE: readonly never[] = [];

/** What is gathered of a name segment by segment: its main text, then each bracket. */
interface Gathered extends Answers {
  marked: string;
  readonly units: number[];
  readonly roles: number[];
  readonly known: number[];
  object: string;
  dropped: string;
  readonly actions: Record<ActionGroup, number[]>;
  readonly limits: Limit[];
}

/**
 * Names taken apart lately, and those before them: local names are mostly those of the references, and repeat from
 * place to place. Whoever is asked for stays; each takes some two kilobytes.
 */
let analysed = new Map<string, AnalysedName>();
let before: ReadonlyMap<string, AnalysedName> = analysed;
const MOST_REMEMBERED = 1 << 13;

/**
 * Takes a name apart; `strip` takes away what may stand in front of it without belonging to it, `spelled` puts known
 * spellings of words into one.
 */
export function analyseName(
  raw: string,
  strip: (name: string) => string = (name) => name,
  spelled: (text: string) => string = inKnownSpelling,
): AnalysedName {
  const text = spelled(unifiedName(strip(unifiedName(raw))));
  const known = analysed.get(text);
  if (known !== undefined) return known;
  const name = before.get(text) ?? analyseText(text);
  if (text.length > MOST_COMPARED) return name;
  if (analysed.size >= MOST_REMEMBERED) {
    before = analysed;
    analysed = new Map();
  }
  analysed.set(text, name);
  return name;
}

const analyseText = (whole: string): AnalysedName => {
  const text = whole.length > MOST_COMPARED ? whole.slice(0, MOST_COMPARED) : whole;
  const { main, asides } = splitBrackets(text);
  const gathered = emptyGathering();
  const inFront = leftOutInFront(main);
  const outside = inFront?.rest ?? main;
  const behind = audienceBehind(outside);
  gather(gathered, behind?.rest ?? outside, true);
  const excluded: string[] = [...(inFront?.excluded ?? NONE)];
  const included: string[] = [];
  for (const aside of asides) {
    const read = readAside(aside);
    excluded.push(...read.excluded);
    included.push(...read.included);
    if (read.said !== '') gather(gathered, inOneWord(read.said), false);
  }
  if (behind !== undefined) gather(gathered, inOneWord(behind.audience), false);
  const { marked, units, roles, known, object, dropped, terms, limits } = gathered;
  const actions = eachGroup(gathered.actions, ascending);
  const core = units.includes(JOINT_UNIT) ? marked.replaceAll(JOINT, '') : marked;
  const kinds = kindsIn(text);
  return {
    text,
    core,
    exact: exactForm(core, excluded, included),
    marked,
    characters: charactersOf(units, roles, known),
    object,
    dropped,
    terms,
    actions,
    acts: eachGroup(actions, (places) => distinct(places.flatMap(partsOf))),
    limits,
    counts: (kinds & NUMERAL) === 0 ? NONE : countsIn(text),
    excluded,
    included,
    negated: (kinds & NEGATES) === 0 ? NONE : [...text.matchAll(NEGATION)].map(([word]) => word),
    implied: impliedBy(text),
    grams: weightedGrams(core),
    truncated: text !== whole || ((kinds & DOTS) !== 0 && TRUNCATED.test(text)),
  };
};

const exactForm = (core: string, excluded: readonly string[], included: readonly string[]): string => {
  const left = excluded.length > 0 ? `${core}|${excluded.join('|')}` : core;
  return included.length > 0 ? `${left}|+${included.join('|')}` : left;
};

const emptyGathering = (): Gathered => ({
  facets: [],
  terms: [],
  marked: '',
  units: [],
  roles: [],
  known: [],
  object: '',
  dropped: '',
  actions: { LIFE_CYCLE: [], KIND: [], STAGE: [], ABOUT: [] },
  limits: [],
});

/** Reads one segment and adds what it says to what the others have said. */
const gather = (gathered: Gathered, text: string, outside: boolean): void => {
  const reading = readWords(text);
  addTerms(gathered, reading);
  addWords(gathered, reading, text, outside);
  const { units, roles, known } = gathered;
  const { parts } = reading;
  const dropped = (at: number): boolean => ((parts[at] as number) & IN_FILLER) !== 0;
  const ofObject = (at: number): boolean => ((parts[at] as number) & (IN_FILLER | IN_ACT)) === 0;
  const kept = onlyWhere(text, (at) => !dropped(at));
  // A bracket that only says who acts leaves nothing behind, not even its joint.
  if (gathered.marked !== '' && kept !== '') {
    gathered.marked += JOINT;
    units.push(JOINT_UNIT);
    roles.push(ASIDE);
    known.push(0);
  }
  gathered.marked += kept;
  if (kept.length < text.length)
    gathered.dropped += onlyWhere(
      text,
      (at) => ((parts[at] as number) & (IN_FILLER | IN_LEVEL)) === IN_FILLER,
    );
  if (outside) gathered.object = onlyWhere(text, ofObject);
  for (let at = 0; at < text.length; at++) {
    if (dropped(at)) continue;
    const part = parts[at] as number;
    units.push(text.charCodeAt(at));
    roles.push((part & IN_ACT) !== 0 ? ACT : outside ? OBJECT : ASIDE);
    known.push((part & IN_TERM) === 0 ? 0 : 1);
  }
};

const addWords = (gathered: Gathered, reading: Reading, text: string, outside: boolean): void => {
  const { count, starts, meanings } = reading.words;
  if (count === 0) return;
  const tail = outside ? tailOf(reading, text) : 0;
  for (let at = 0; at < count; at++) {
    const { actions, qualifiers } = meanings[at] as Senses;
    for (const place of actions) {
      const { group } = actionAt(place);
      if (group !== 'ABOUT' || (starts[at] as number) >= tail) gathered.actions[group].push(place);
    }
    for (const place of qualifiers) {
      const { group, set } = qualifierAt(place);
      // 企业 and 个人 outside brackets are mostly part of the object; the facets look at them there.
      if (group !== 'LEVEL' && !(group === 'AUDIENCE' && outside)) gathered.limits.push({ set, place });
    }
  }
};

/** The characters of a text that fit, in order; the text itself where all do. */
const onlyWhere = (text: string, fits: (at: number) => boolean): string => {
  let kept = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (fits(at)) continue;
    kept += text.slice(from, at);
    from = at + 1;
  }
  return from === 0 ? text : kept + text.slice(from);
};

const eachGroup = (
  { LIFE_CYCLE, KIND, STAGE, ABOUT }: Actions,
  change: (places: readonly number[]) => readonly number[],
): Actions => ({
  LIFE_CYCLE: change(LIFE_CYCLE),
  KIND: change(KIND),
  STAGE: change(STAGE),
  ABOUT: change(ABOUT),
});

const distinct = (numbers: readonly number[]): readonly number[] =>
  numbers.length < 2 ? numbers : [...new Set(numbers)];

const ascending = (numbers: readonly number[]): readonly number[] =>
  numbers.length < 2 ? numbers : [...new Set(numbers)].sort((one, other) => one - other);

const [NUMERAL, NEGATES, DOTS] = [1, 2, 4] as const;

/** What a name without any of these characters need not be searched for. */
const KINDS: Uint8Array = (() => {
  const kinds = new Uint8Array(0x10000);
  for (const character of NUMERALS) kinds[character.charCodeAt(0)] = NUMERAL;
  for (const character of '无非未不') kinds[character.charCodeAt(0)] = NEGATES;
  for (const character of '….。等略') kinds[character.charCodeAt(0)] = DOTS;
  return kinds;
})();

const kindsIn = (text: string): number => {
  let kinds = 0;
  for (let at = 0; at < text.length; at++) kinds |= KINDS[text.charCodeAt(at)] as number;
  return kinds;
};
