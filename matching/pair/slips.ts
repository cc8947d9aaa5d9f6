import { LIFE_CYCLE_ACTIONS } from '../lexicon/actions/life-cycle.ts';
import { ACTIONS } from '../lexicon/actions.ts';
import { FACETS } from '../lexicon/facets.ts';
import { ACT, type Characters } from '../name/characters.ts';
import { type Alignment, align } from './alignment.ts';
import type { Tiling } from './tiles.ts';

/** What speaks for two texts being the same but for slips of the hand. */
export interface Slips {
  /** Characters written otherwise, at most MOST_EDITS, and as a share of the longer text. */
  readonly edits: number;
  readonly share: number;
  /** In how many places, and characters of the longest of them. */
  readonly places: number;
  readonly longest: number;
  /** Places at which a word of the lexicon stands on one side and its remains on the other. */
  readonly broken: number;
  /** Of those, where the word is an act. */
  readonly brokenActs: number;
  /** Places at which each side may have a word of its own, of the lexicon or of any other use: another word, no slip. */
  readonly exchanged: number;
  /** Places at which usual pairs of characters stand on one side and none but unheard-of ones on the other. */
  readonly unheard: number;
  /** Characters of the places that none of this speaks for, at most MOST_EDITS. */
  readonly unexplained: number;
  /** Places at which a short word stands against one the lexicon does not know: what either means nobody has told. */
  readonly strangers: number;
  /** The places where something is broken. */
  readonly spoilt: readonly Place[];
}

const MOST_EDITS = 20;

const NOWHERE: readonly Place[] = [];

/** What a spoilt character counts as: one that found its partner in a word. */
const SPOILT = 2;

/** A longer run is a word of its own. */
const LONGEST_SLIP = 2;

/** Of several equally good alignments one is taken: always the same one, whichever text stands left. */
const isAfter = (one: readonly number[], other: readonly number[]): boolean => {
  if (one.length !== other.length) return one.length > other.length;
  for (let at = 0; at < one.length; at++) {
    if (one[at] !== other[at]) return (one[at] as number) > (other[at] as number);
  }
  return false;
};

/**
 * Reads two names side by side; turning them round changes nothing. What a slip has spoilt is the same word all the
 * same: its characters are given partners in `tiling`, so that they count as words of neither name.
 */
export function slipsOf(left: Characters, right: Characters, tiling: Tiling): Slips {
  if (isAfter(left.units, right.units)) {
    const found = inOrder(right, left, tiling.right, tiling.left);
    return found.spoilt.length === 0 ? found : { ...found, spoilt: found.spoilt.map(turned) };
  }
  return inOrder(left, right, tiling.left, tiling.right);
}

const inOrder = (
  left: Characters,
  right: Characters,
  leftTiles: Uint8Array,
  rightTiles: Uint8Array,
): Slips => {
  const found = align(left.units, right.units);
  let [longest, broken, brokenActs, exchanged, unheard, unexplained, strangers] = [0, 0, 0, 0, 0, 0, 0];
  let spoilt = NOWHERE;
  for (let run = 0; run < found.count; run++) {
    const place = placeOf(found, run);
    const { leftFrom, leftTo, rightFrom, rightTo } = place;
    const length = Math.max(leftTo - leftFrom, rightTo - rightFrom);
    longest = Math.max(longest, length);
    const covered = isCovered(leftTiles, leftFrom, leftTo) && isCovered(rightTiles, rightFrom, rightTo);
    if (covered && !isTurned(left, right, place)) continue;
    if (length > LONGEST_SLIP) {
      unexplained += length;
      continue;
    }
    const [ofLeft, ofRight] = [holdsWord(left, leftFrom, leftTo), holdsWord(right, rightFrom, rightTo)];
    const word = broke(left, right, place, ofLeft, ofRight);
    const strange =
      (isUnheard(left, leftFrom, leftTo) && isHeard(right, rightFrom, rightTo)) ||
      (isUnheard(right, rightFrom, rightTo) && isHeard(left, leftFrom, leftTo));
    if (word === AN_ACT) brokenActs++;
    if ((ofLeft && ofRight) || word === ANOTHER) exchanged++;
    if (strange) unheard++;
    if (!(ofLeft && ofRight) && areStrangers(left, right, place)) strangers++;
    if (word === NOTHING || word === ANOTHER) {
      if (!covered && (!strange || (ofLeft && ofRight))) unexplained += length;
      continue;
    }
    broken++;
    spoilt = [...spoilt, place];
    leftTiles.fill(SPOILT, leftFrom, leftTo);
    rightTiles.fill(SPOILT, rightFrom, rightTo);
  }
  return {
    edits: Math.min(found.edits, MOST_EDITS),
    share: found.edits / Math.max(1, left.units.length, right.units.length),
    places: found.count,
    longest,
    broken,
    brokenActs,
    exchanged,
    unheard,
    unexplained: Math.min(unexplained, MOST_EDITS),
    strangers,
    spoilt,
  };
};

const isCovered = (tiles: Uint8Array, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (tiles[at] === 0) return false;
  return true;
};

const broke = (
  left: Characters,
  right: Characters,
  place: Place,
  ofLeft: boolean,
  ofRight: boolean,
): Word => {
  if (ofLeft && ofRight) return NOTHING;
  const byRight = ofRight ? NOTHING : brokenBy(left, right, place);
  const byLeft = ofLeft ? NOTHING : brokenBy(right, left, turned(place));
  return Math.max(byRight, byLeft) as Word;
};

/** A run of either name; an empty one is where something is missing. */
export interface Place {
  readonly leftFrom: number;
  readonly leftTo: number;
  readonly rightFrom: number;
  readonly rightTo: number;
}

const placeOf = (found: Alignment, run: number): Place => ({
  leftFrom: found.leftFrom[run] as number,
  leftTo: found.leftTo[run] as number,
  rightFrom: found.rightFrom[run] as number,
  rightTo: found.rightTo[run] as number,
});

const turned = ({ leftFrom, leftTo, rightFrom, rightTo }: Place): Place => ({
  leftFrom: rightFrom,
  leftTo: rightTo,
  rightFrom: leftFrom,
  rightTo: leftTo,
});

/** ANOTHER: a word stands against what may be one of no lexicon, 收费 against 免费. */
const [NOTHING, ANOTHER, A_TERM, AN_ACT] = [0, 1, 2, 3] as const;
type Word = typeof NOTHING | typeof ANOTHER | typeof A_TERM | typeof AN_ACT;

const wordAt = ({ roles, known }: Characters, at: number): Word =>
  roles[at] === ACT ? AN_ACT : known[at] === 1 ? A_TERM : NOTHING;

const holdsWord = (characters: Characters, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (wordAt(characters, at) !== NOTHING) return true;
  return false;
};

/**
 * What word of `whole` a run broke: beside it stands what both have, a part of a word in `whole` and of none in `other`.
 * Only what is in no use otherwise is broken: any number of ordinary words are in no lexicon.
 */
const brokenBy = (whole: Characters, other: Characters, place: Place): Word => {
  const word = besideRun(whole, other, place);
  if (word === NOTHING || isSpoilt(whole, other, place)) return word;
  return place.rightFrom === place.rightTo ? NOTHING : ANOTHER;
};

/** Whether a run of `other` is what only a slip leaves: one character in no use there, and none that makes a word. */
const isSpoilt = (
  whole: Characters,
  other: Characters,
  place: Place,
  making: ReadonlySet<number> = IN_ACTS,
): boolean => {
  const { rightFrom: from, rightTo: to } = place;
  if (isTurned(whole, other, place)) return other.heard[from + 1] === 0;
  if (from === to) return other.heard[from] === 0;
  return to === from + 1 && !making.has(other.units[from] as number) && isUnheard(other, from, to);
};

/** Whether a word stands on either side, and on neither what only a slip leaves. */
const areStrangers = (left: Characters, right: Characters, place: Place): boolean =>
  place.leftFrom < place.leftTo &&
  place.rightFrom < place.rightTo &&
  !isSlipOf(left, right, place) &&
  !isSlipOf(right, left, turned(place));

/** Whether what stands in `whole` is in use, and what stands in its place is not. */
const isSlipOf = (whole: Characters, other: Characters, place: Place): boolean =>
  isSpoilt(whole, other, place, IN_WORDS) &&
  (holdsWord(whole, place.leftFrom, place.leftTo) || isHeard(whole, place.leftFrom, place.leftTo));

const charactersIn = (entries: readonly { readonly words: readonly string[] }[]): ReadonlySet<number> =>
  new Set(entries.flatMap(({ words }) => [...words.join('')].map((one) => one.charCodeAt(0))));

/** The characters acts are written with: one of them in the place of another makes another act. */
const IN_ACTS = charactersIn(LIFE_CYCLE_ACTIONS);
/** The characters of all acts and objects: what one of them makes may be a word, and no machine decides. */
const IN_WORDS = charactersIn([...ACTIONS, ...FACETS.flatMap(({ terms }) => terms)]);

const besideRun = (whole: Characters, other: Characters, place: Place): Word => {
  const before = remainsAt(whole, place.leftFrom - 1, other, place.rightFrom - 1);
  const behind = remainsAt(whole, place.leftTo, other, place.rightTo);
  if (place.leftFrom === place.leftTo) return before === behind ? before : NOTHING;
  if (!holdsWord(whole, place.leftFrom, place.leftTo)) return NOTHING;
  const beside = before === NOTHING ? behind : before;
  return beside === NOTHING && isTurned(whole, other, place) ? wordAt(whole, place.leftFrom) : beside;
};

const remainsAt = (whole: Characters, at: number, other: Characters, there: number): Word =>
  at >= 0 &&
  there >= 0 &&
  at < whole.units.length &&
  there < other.units.length &&
  wordAt(other, there) === NOTHING
    ? wordAt(whole, at)
    : NOTHING;

const isTurned = (
  whole: Characters,
  other: Characters,
  { leftFrom, leftTo, rightFrom, rightTo }: Place,
): boolean =>
  leftTo - leftFrom === 2 &&
  rightTo - rightFrom === 2 &&
  whole.units[leftFrom] === other.units[rightFrom + 1] &&
  whole.units[leftFrom + 1] === other.units[rightFrom];

/** Whether all pairs of neighbours across a run are in use. */
const isHeard = ({ heard }: Characters, from: number, to: number): boolean => {
  for (let at = from; at <= to; at++) if (heard[at] === 0) return false;
  return true;
};

/**
 * Whether no pair of neighbours across a run is in use, within the name and beyond the run on both sides: at an end of
 * a name there is too little to tell a slip from a word (停业, 复业), and a word put in leaves its own pairs in use.
 */
const isUnheard = ({ heard, units }: Characters, from: number, to: number): boolean => {
  if (from === to || from === 0 || to === units.length) return false;
  for (let at = from; at <= to; at++) if (heard[at] === 1) return false;
  return true;
};
