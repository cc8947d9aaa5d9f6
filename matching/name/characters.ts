import { isSeen, weightOfKey } from '../model/background.ts';
import { gramKey } from '../model/gram-table.ts';
import { REST_WORDS, type WordRatios, wordPlaces, wordRatios } from '../model/rest-words.ts';
import { JOINT_UNIT } from './unified-text.ts';

/** The roles of a character. */
export const ACT = 0;
export const OBJECT = 1;
export const ASIDE = 2;

/** The characters of a name and all that is known of each by itself: looked at in every comparison, found out once. */
export interface Characters {
  readonly units: readonly number[];
  /** What each belongs to: an act, the object, or a bracket. */
  readonly roles: readonly number[];
  /** 1 for each that is part of a word of a facet. */
  readonly known: readonly number[];
  readonly weights: readonly number[];
  /** 0 where a character and the one before it are a pair that the background never saw; one more than the characters. */
  readonly heard: readonly number[];
  /** The place before where the same character stands, -1 for the first; missing when no character stands twice. */
  readonly earlier: readonly number[] | undefined;
  /** Places of the model's own words, as `wordPlaces` tells them. */
  readonly words: readonly number[];
  /** Weight of the object, and of what stands in brackets, without joints. */
  readonly objectWeight: number;
  readonly asideWeight: number;
  /** Joints of enumerations in the object. */
  readonly joints: number;
}

/** The words of the rests as the repository's artefact has them. */
export const OWN_RATIOS: WordRatios = wordRatios(REST_WORDS);

/** Looks up what is known of each character. */
export function charactersOf(
  units: readonly number[],
  roles: readonly number[],
  known: readonly number[],
): Characters {
  const weights: number[] = [];
  let objectWeight = 0;
  let asideWeight = 0;
  let joints = 0;
  for (let at = 0; at < units.length; at++) {
    const unit = units[at] as number;
    const role = roles[at];
    const weight = weightOfKey(gramKey(unit, 0));
    weights.push(weight);
    if (unit === JOINT_UNIT) {
      if (role === OBJECT) joints++;
    } else if (role === OBJECT) objectWeight += weight;
    else if (role === ASIDE) asideWeight += weight;
  }
  const words = wordPlaces(units, OWN_RATIOS);
  const heard = heardPairs(units);
  const sums = { objectWeight, asideWeight, joints };
  return { units, roles, known, weights, heard, earlier: earlierPlaces(units), words, ...sums };
}

const heardPairs = (units: readonly number[]): readonly number[] => {
  const heard = [1];
  for (let at = 1; at < units.length; at++) {
    const [one, other] = [units[at - 1] as number, units[at] as number];
    heard.push(one === JOINT_UNIT || other === JOINT_UNIT || isSeen(gramKey(one, other)) ? 1 : 0);
  }
  if (units.length > 0) heard.push(1);
  return heard;
};

/** Number of the name a character was last seen in, and its place there; both go by the character's unit. */
const seenIn = new Int32Array(0x10000);
const seenAt = new Int32Array(0x10000);
let names = 0;

const earlierPlaces = (units: readonly number[]): readonly number[] | undefined => {
  names++;
  const places: number[] = [];
  let repeats = false;
  for (let at = 0; at < units.length; at++) {
    const unit = units[at] as number;
    const again = seenIn[unit] === names;
    places.push(again ? (seenAt[unit] as number) : -1);
    repeats ||= again;
    seenIn[unit] = names;
    seenAt[unit] = at;
  }
  return repeats ? places : undefined;
};
