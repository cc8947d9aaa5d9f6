import { contradict, meaningOfTitle, namesKind, type TitleMeaning } from './title-meaning.ts';
import { lookalikeTitle } from './title-text.ts';

/** A title taken apart for comparing; it is compared with hundreds. */
interface Profile {
  readonly folded: string;
  readonly characters: readonly string[];
  readonly bigrams: readonly string[];
  readonly meaning: TitleMeaning;
}

const profiles = new Map<string, Profile>();

const profileOf = (plain: string): Profile => {
  const known = profiles.get(plain);
  if (known !== undefined) return known;
  const folded = lookalikeTitle(plain);
  const characters = [...folded];
  const bigrams = characters.slice(1).map((character, index) => `${characters[index]}${character}`);
  const profile = { folded, characters, bigrams, meaning: meaningOfTitle(folded) };
  if (profiles.size < 5_000) profiles.set(plain, profile);
  return profile;
};

const commonBigrams = (left: Profile, right: Profile): number => {
  const rest = [...right.bigrams];
  let common = 0;
  for (const pair of left.bigrams) {
    const index = rest.indexOf(pair);
    if (index < 0) continue;
    rest.splice(index, 1);
    common += 1;
  }
  return common;
};

/** Edits that make one of the other: insertions, deletions, replacements. */
const editsBetween = (left: readonly string[], right: readonly string[]): number => {
  let row = right.map((_, index) => index + 1);
  for (const [index, character] of left.entries()) {
    let diagonal = index;
    let before = index + 1;
    row = row.map((above, column) => {
      const least = Math.min(above + 1, before + 1, diagonal + (character === right[column] ? 0 : 1));
      diagonal = above;
      before = least;
      return least;
    });
  }
  return row.at(-1) ?? left.length;
};

/** What the longer of two titles has before or after the shorter, or undefined where it does not contain it. */
const extraOf = (left: string, right: string): string | undefined => {
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  return long.includes(short) ? long.replace(short, '') : undefined;
};

/**
 * How alike two plain titles are, 0 … 1: the mean of common pairs of neighbours and kept characters. A title that
 * contains the other as its end or beginning is likened by how much of it the other fills; titles that differ only in
 * lookalike characters are nearly one; titles that contradict each other, or share no pair, are not alike.
 */
export const likeness = (left: string, right: string): number => {
  if (left === right) return 1;
  const [one, two] = [profileOf(left), profileOf(right)];
  if (one.folded === two.folded) return 0.97;
  const common = commonBigrams(one, two);
  if (common === 0 || contradict(one.meaning, two.meaning)) return 0;
  const longer = Math.max(one.characters.length, two.characters.length);
  const shorter = Math.min(one.characters.length, two.characters.length);
  const kept = 1 - editsBetween(one.characters, two.characters) / longer;
  const paired = (2 * common) / (one.bigrams.length + two.bigrams.length);
  const extra = shorter < 4 ? undefined : extraOf(one.folded, two.folded);
  const filled = extra === undefined || namesKind(extra) ? 0 : 0.55 + 0.4 * (shorter / longer);
  return Math.max((paired + kept) / 2, filled);
};
