import type { Learnt } from '../model/learnt.ts';
import { REST_WORDS, type RestWords, restWords, wordPlaces, wordRatios } from '../model/rest-words.ts';
import { ACT, ASIDE, type Characters, OBJECT, OWN_RATIOS } from '../name/characters.ts';
import { JOINT_UNIT } from '../name/unified-text.ts';
import { partnersOf } from './partners.ts';
import type { Slips } from './slips.ts';

/** What is left of one name's object when what the other shares with it is taken away. */
export interface Rest {
  /** Weight of the object's characters without a partner, as a share of all of them, 0 to 1. */
  readonly share: number;
  /** The share of those that belong to no word of the lexicon's facets. */
  readonly unknown: number;
  /** Share of the characters that found a partner only alone. */
  readonly scattered: number;
  /** Share of the characters in brackets without a partner. */
  readonly aside: number;
  /** Joints of enumerations in the object. */
  readonly joints: number;
  /** Characters without a partner at the very beginning and at the very end of the object. */
  readonly atStart: number;
  readonly atEnd: number;
  /** Where the longest run without a partner stands in the name, and whether beside a joint of an enumeration. */
  readonly longestFrom: number;
  readonly longest: number;
  readonly enumerated: boolean;
  /** What the words without a partner say, by the model's own lexicon. */
  readonly words: RestWords;
}

/** What is left of both names. */
export interface Rests {
  readonly left: Rest;
  readonly right: Rest;
  readonly slips: Slips;
}

/** Takes away what two names share. */
export function restsOf(left: Characters, right: Characters, learnt: Learnt): Rests {
  const { tiling, slips } = partnersOf(left, right);
  return { slips, left: restOf(left, tiling.left, learnt), right: restOf(right, tiling.right, learnt) };
}

/** Sums over the characters of an object and its brackets, each by its weight. */
const restOf = (characters: Characters, tiles: Uint8Array, learnt: Learnt): Rest => {
  const { units, roles, known, weights, objectWeight, asideWeight } = characters;
  let lost = 0;
  let unknown = 0;
  let scattered = 0;
  let asideLost = 0;
  let longestFrom = 0;
  let longest = 0;
  let from = 0;
  for (let at = 0; at < units.length; at++) {
    const role = roles[at];
    const tiled = tiles[at] as number;
    if (tiled === 0 && role !== ACT && units[at] !== JOINT_UNIT) {
      const weight = weights[at] as number;
      if (role === ASIDE) asideLost += weight;
      else {
        lost += weight;
        if (known[at] === 0) unknown += weight;
      }
      continue;
    }
    if (tiled === 1 && role === OBJECT) scattered += weights[at] as number;
    if (at - from > longest) {
      longestFrom = from;
      longest = at - from;
    }
    from = at + 1;
  }
  if (units.length - from > longest) {
    longestFrom = from;
    longest = units.length - from;
  }
  return {
    share: share(lost, objectWeight),
    unknown: share(unknown, objectWeight),
    scattered: share(scattered, objectWeight),
    aside: share(asideLost, asideWeight + objectWeight),
    joints: characters.joints,
    atStart: freeFrom(roles, tiles, 0, 1),
    atEnd: freeFrom(roles, tiles, roles.length - 1, -1),
    longestFrom,
    longest,
    enumerated:
      longest > 0 && (units[longestFrom - 1] === JOINT_UNIT || units[longestFrom + longest] === JOINT_UNIT),
    words: wordsOf(characters, tiles, learnt),
  };
};

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Free characters of the object from one end of it; acts in between do not count. */
const freeFrom = (roles: readonly number[], tiles: Uint8Array, start: number, step: number): number => {
  let free = 0;
  for (let at = start; at >= 0 && at < roles.length; at += step) {
    if (roles[at] !== OBJECT) continue;
    if (tiles[at] !== 0) break;
    free++;
  }
  return free;
};

/** Each name knows the places of its words in the repository's table; a table in training has others. */
const wordsOf = ({ units, earlier, words }: Characters, tiles: Uint8Array, { restWords: table }: Learnt) => {
  if (table === REST_WORDS) return restWords(units, earlier, tiles, words, OWN_RATIOS.ratios);
  const own = wordRatios(table);
  return restWords(units, earlier, tiles, wordPlaces(units, own), own.ratios);
};
