import { readWords } from '../name/read-words.ts';
import { actWords } from './act-words.ts';
import type { ListReading } from './list-readings.ts';

/** Places tried for the beginning of the first object and for the end of the last. */
const MOST_EDGES = 4;
const SHORTEST_OBJECT = 2;
/** Characters the objects share, at the least, before and behind. */
const LEAST_SHARED = 2;

/**
 * The ways in which a text without brackets may list objects joined at `joints`. Nothing in the text tells where the
 * first object begins and the last one ends: 乡村医生、护士执业注册. The acts at its end do, and names that begin or end
 * alike.
 */
export function objectLists(
  text: string,
  joints: readonly number[],
  others: readonly string[],
): readonly ListReading[] {
  const first = joints[0] as number;
  const last = joints.at(-1) as number;
  const middle = joints.slice(1).map((joint, at) => text.slice((joints[at] as number) + 1, joint));
  const [most, rest] = [first - SHORTEST_OBJECT, text.length - last - 1 - SHORTEST_OBJECT];
  const starts = lengths(others, most, (other) => sharedStart(text, other));
  const ends = [
    ...lengths(others, rest, (other) => sharedEnd(text, other)),
    ...actEnds(text, rest),
    ...behindLikeEnd(text, first, last),
  ];
  const readings: ListReading[] = [];
  for (const start of new Set(starts)) {
    for (const end of new Set(ends)) {
      const members = [text.slice(start, first), ...middle, text.slice(last + 1, text.length - end)];
      if (members.some(({ length }) => length < SHORTEST_OBJECT)) continue;
      // Things that share no word are a list only where each is a name of its own: 工伤认定及劳动能力鉴定.
      if (start + end < LEAST_SHARED && !members.every(standsAlone)) continue;
      readings.push({ before: text.slice(0, start), members, behind: text.slice(text.length - end) });
    }
  }
  return readings;
}

/** None, and the lengths most of the others share that leave an object; the longer of equally frequent ones first. */
const lengths = (
  others: readonly string[],
  most: number,
  shared: (other: string) => number,
): readonly number[] => {
  const counts = new Map<number, number>();
  for (const other of others) {
    const length = shared(other);
    if (length > 0 && length <= most) counts.set(length, (counts.get(length) ?? 0) + 1);
  }
  const often = [...counts].sort((one, other) => other[1] - one[1] || other[0] - one[0]);
  return [0, ...often.slice(0, MOST_EDGES).map(([length]) => length)];
};

/** Characters both texts begin with; 0 where a word of both would be cut in two. */
const sharedStart = (one: string, other: string): number => {
  let at = 0;
  while (at < one.length && one.charCodeAt(at) === other.charCodeAt(at)) at++;
  return isInWord(one, at) && isInWord(other, at) ? 0 : at;
};

/** Characters both texts end with; 0 where a word of both would be cut in two. */
const sharedEnd = (one: string, other: string): number => {
  let at = 0;
  while (at < one.length && one.charCodeAt(one.length - 1 - at) === other.charCodeAt(other.length - 1 - at))
    at++;
  return isInWord(one, one.length - at) && isInWord(other, other.length - at) ? 0 : at;
};

/** Whether a place of a text is inside a word the lexicon knows. */
const isInWord = (text: string, place: number): boolean => {
  if (place === 0 || place === text.length) return false;
  const { words, terms } = readWords(text);
  return [words, terms].some(({ count, starts, ends }) => {
    for (let at = 0; at < count; at++) {
      if ((starts[at] as number) < place && place < (ends[at] as number)) return true;
    }
    return false;
  });
};

/** Lengths of the acts a text ends with: of the last one, of the last two, and so on. */
const actEnds = (text: string, most: number): readonly number[] => {
  const found: number[] = [];
  let end = text.length;
  for (const act of actWords(text).toReversed()) {
    if (act.end !== end || text.length - act.start > most) break;
    end = act.start;
    found.push(text.length - end);
  }
  return found;
};

/** What stands behind the last member where it ends like the first: 经营许可 of 危险化学品、易制毒化学品经营许可. */
const behindLikeEnd = (text: string, first: number, last: number): readonly number[] => {
  const end = text.slice(first - LEAST_SHARED, first);
  const found = text.lastIndexOf(end);
  return found > last + 1 ? [text.length - found - end.length] : [];
};

/** Whether a member says by itself what is done to what. */
export const standsAlone = (member: string): boolean =>
  actWords(member).some(({ start, end }) => end === member.length && start >= SHORTEST_OBJECT);
