import { ITEM_MODEL } from '../model/item-model.ts';
import { FOUND_MODEL } from '../model/pair-model.ts';
import { analyseName } from '../name/analyse.ts';
import { JOINT } from '../name/unified-text.ts';
import { behindNamesakes, PER_CHARACTER } from '../pair/dropped-words.ts';
import { type PairScore, scorePair } from '../pair/score-pair.ts';
import type { PreparedItem } from '../prepared-item.ts';
import { type ListReading, listReadings } from './list-readings.ts';
import { mayList } from './member-names.ts';
import { saysMember } from './says-member.ts';

const SHORT_OBJECT = 2;
/** A core of acts alone that says two things: 拍卖许可. */
const LONG_CORE = 4;
/** Least chance of the best of several that are as good as each other. */
const RIVAL = 0.4;
/**
 * Largest share of a reference's object that the item does not speak of: 地址变更 of some permit is no part of what has
 * 地址变更 of another. Of 17 judged parts above it 4 were the same, 7 narrower and 6 something else.
 */
const MOST_OWN = 0.5;

/** A reference that answers some of what an item lists, and nothing else. */
export interface FoundPart {
  readonly reference: string;
  /** What it answers, in the words of the item's name. */
  readonly members: readonly string[];
  /** Chance that it is the same as the item limited to these members. */
  readonly chance: number;
  /** The item limited to these members beside the reference. */
  readonly pair: PairScore;
}

/** Two or more references that an item is made of. */
export interface FoundParts {
  /** In the order of what they answer. */
  readonly parts: readonly FoundPart[];
  /** What the item lists and none of them answers. */
  readonly rest: readonly string[];
  /** References that name all of it. */
  readonly wholes: readonly string[];
}

/**
 * The candidates an item that lists several things is made of; undefined where it lists nothing or fewer than two of them
 * answer a member each. Each is held against the item limited to the members it names, by the model that judges any
 * two items; those that name the same members compete as the candidates of an item do. Codes are left aside: an item of
 * several has the code of one of them, or of the main item.
 */
export function findParts(item: PreparedItem, candidates: readonly PreparedItem[]): FoundParts | undefined {
  if (!mayList(item.name) || candidates.length < 2) return undefined;
  const limited = limiter(item);
  const texts = candidates.map(({ name }) => name.text);
  let best: FoundParts | undefined;
  for (const reading of listReadings(item.name.text, texts)) {
    if (!namesObjects(reading)) continue;
    const { answers, wholes } = answersOf(reading, candidates, limited, item);
    const found = cover(reading, answers, wholes);
    if (found !== undefined && (best === undefined || isBetter(found, best))) best = found;
  }
  return best;
}

/** 变更许可, without the object of the name, might be of anything: what is shared, or else each member, says of what. */
const namesObjects = ({ before, members, behind }: ListReading): boolean => {
  const { object, core } = analyseName(before + behind);
  return (
    object !== '' ||
    core.length >= LONG_CORE ||
    members.every((member) => analyseName(member).object.length >= SHORT_OBJECT)
  );
};

type Limiter = (name: string) => PreparedItem;

/** The item under the name of a part of it. */
const limiter = (item: PreparedItem): Limiter => {
  const known = new Map<string, PreparedItem>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const name = analyseName(text);
    const made = { ...item, name, core: name.core, exact: name.exact, codes: [], codeKeys: [] };
    known.set(text, made);
    return made;
  };
};

interface Answer extends FoundPart {
  /** Chance that it or another that answers the same is a part. */
  readonly any: number;
  /** Places of the members it answers, ascending. */
  readonly places: readonly number[];
}

/** Candidates that name some but not all members, each with its chance among those that name the same ones. */
const answersOf = (
  { before, members, behind }: ListReading,
  candidates: readonly PreparedItem[],
  limited: Limiter,
  item: PreparedItem,
): { readonly answers: readonly Answer[]; readonly wholes: readonly string[] } => {
  const wholes: string[] = [];
  const groups = new Map<string, { readonly places: readonly number[]; readonly rivals: PreparedItem[] }>();
  for (const candidate of candidates) {
    const places = saysMember(members, candidate.name);
    if (places.length === members.length || namesAll(members, candidate)) wholes.push(candidate.id);
    if (places.length === 0 || places.length === members.length) continue;
    const key = places.join();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { places, rivals: [candidate] });
    else group.rivals.push(candidate);
  }
  const answers = [...groups.values()].flatMap(({ places, rivals }) => {
    const own = places.map((place) => members[place] as string);
    const part = limited(before + own.join(JOINT) + behind);
    // What lists more things than the part does is more than the part.
    const alike = rivals.filter((rival) => jointsIn(rival) <= jointsIn(part));
    return contend(part, alike, item).map((answer) => ({ ...answer, members: own, places }));
  });
  return { answers, wholes };
};

/** 备案、变更和注销 names 备案 too, though 备案 alone would say nothing beside 变更. */
const namesAll = (members: readonly string[], { name: { text } }: PreparedItem): boolean =>
  members.every((member) => text.includes(member)) && text.split(JOINT).length >= members.length;

const jointsIn = ({ name: { text } }: PreparedItem): number => text.split(JOINT).length;

const contend = (
  part: PreparedItem,
  rivals: readonly PreparedItem[],
  { codes, codeKeys }: PreparedItem,
): readonly Pick<Answer, 'reference' | 'chance' | 'any' | 'pair'>[] => {
  const { bias, scale, review } = ITEM_MODEL.uncoded;
  const behind = behindNamesakes(
    part.name,
    rivals.map(({ name }) => name),
  );
  const pairs = rivals.map((rival) => {
    const isCoded = rival.codeKeys.some((key) => codeKeys.includes(key));
    const asked = isCoded ? { ...part, codes, codeKeys } : part;
    return { reference: rival.id, pair: scorePair(asked, rival, FOUND_MODEL) };
  });
  const odds = pairs.map(({ pair }, at) =>
    Math.exp(bias + scale * logit(pair.same) - PER_CHARACTER * (behind[at] as number)),
  );
  const sum = 1 + odds.reduce((total, one) => total + one, 0);
  const any = 1 - 1 / sum;
  const weighed = pairs.map((one, at) => ({ ...one, any, chance: (odds[at] as number) / sum }));
  // A catalog that has the part twice has it none the less: which of the two it is a person must say.
  if (any < review) return [];
  return weighed.filter(({ chance, pair }) => chance >= RIVAL && pair.comparison.right.share <= MOST_OWN);
};

const logit = (same: number): number => Math.log(Math.max(same, 1e-9)) - Math.log(Math.max(1 - same, 1e-9));

/** The finest parts first; one of several members only for what those leave open, and only where it repeats none. */
const cover = (
  { before, members }: ListReading,
  answers: readonly Answer[],
  wholes: readonly string[],
): FoundParts | undefined => {
  const open = new Set(members.keys());
  const chosen: Answer[] = [];
  const sorted = [...answers].sort(
    (one, other) =>
      one.places.length - other.places.length ||
      other.chance - one.chance ||
      (one.reference < other.reference ? -1 : 1),
  );
  for (const answer of sorted) {
    if (!answer.places.every((place) => open.has(place))) continue;
    chosen.push(answer);
    for (const place of answer.places) open.delete(place);
  }
  const chance = chosen.reduce((product, { any }) => product * any, 1);
  // 单位名称、住所、法定代表人变更: where nothing stands before the first, it alone may say whose the others are.
  if (before === '' && open.has(0)) return undefined;
  if (chosen.length < 2 || chance < ITEM_MODEL.uncoded.review) return undefined;
  chosen.sort((one, other) => (one.places[0] as number) - (other.places[0] as number));
  return { parts: chosen, rest: [...open].map((place) => members[place] as string), wholes };
};

const isBetter = (one: FoundParts, other: FoundParts): boolean => {
  const [rest, otherRest] = [one.rest.length, other.rest.length];
  if (rest !== otherRest) return rest < otherRest;
  // 危险化学品、易制毒化学品经营许可 lists substances, not a substance and a trade.
  if (sameReferences(one, other) && endAlike(one) !== endAlike(other)) return endAlike(one);
  return chanceOf(one) > chanceOf(other);
};

const sameReferences = (one: FoundParts, other: FoundParts): boolean =>
  one.parts.length === other.parts.length &&
  one.parts.every(({ reference }) => other.parts.some((part) => part.reference === reference));

/** Whether what is listed are things of one name: 化学品. */
const endAlike = ({ parts }: FoundParts): boolean => {
  const ends = parts.flatMap(({ members }) => members.map((member) => member.slice(-2)));
  return new Set(ends).size === 1;
};

/** Chance that all of them are parts. */
export const chanceOf = ({ parts }: Pick<FoundParts, 'parts'>): number =>
  parts.reduce((product, { chance }) => product * chance, 1);
