import { type GramTable, gramKey, gramTable } from './gram-table.ts';
import stored from './rest-words.json' with { type: 'json' };

/** Per gram the log-odds ratios of same, partial and different. */
export type RestWordTable = ReadonlyMap<string, readonly number[]>;

/** The words learnt from the labels; trained together with the models. */
export const REST_WORDS: RestWordTable = new Map(
  Object.entries(stored as Readonly<Record<string, readonly number[]>>),
);

/** The grams of the runs without a partner, each once. */
export function restGrams(text: string, tiles: Uint8Array): ReadonlySet<string> {
  const grams = new Set<string>();
  for (let at = 0; at < text.length; at++) {
    if (tiles[at] !== 0) continue;
    grams.add(text.charAt(at));
    if (at + 1 < text.length && tiles[at + 1] === 0) grams.add(text.slice(at, at + 2));
  }
  return grams;
}

/** A table as numbers: the place of each gram, and at three times its place its ratios. */
export interface WordRatios {
  readonly table: GramTable;
  readonly ratios: Float64Array;
}

const made = new WeakMap<RestWordTable, WordRatios>();

/** A table as numbers; made once. */
export function wordRatios(words: RestWordTable): WordRatios {
  const known = made.get(words);
  if (known !== undefined) return known;
  const ratios = {
    table: gramTable([...words.keys()]),
    ratios: Float64Array.from([...words.values()].flat()),
  };
  made.set(words, ratios);
  return ratios;
}

/** Two places in the table for every character of a name: of itself, and of it with the next one; -1 for unknown. */
export function wordPlaces(units: readonly number[], { table }: WordRatios): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < units.length; at++) {
    const unit = units[at] as number;
    places.push(table.placeOf(gramKey(unit, 0)));
    places.push(at + 1 < units.length ? table.placeOf(gramKey(unit, units[at + 1] as number)) : -1);
  }
  return places;
}

/** The places of the words heard last: those without a partner that the table knows. */
const heard: number[] = [];

/** For each class, same, partial and different, what the words say together, at most and at least, in nats. */
export type RestWords = readonly number[];

const SILENCE: RestWords = [0, 0, 0, 0, 0, 0, 0, 0, 0];

/**
 * Sums up what the characters and pairs without a partner say, each once; words the model has seen too seldom say
 * nothing. `earlier` is for each character the place before it where it stood last; missing when none stands twice.
 */
export function restWords(
  units: readonly number[],
  earlier: readonly number[] | undefined,
  tiles: Uint8Array,
  places: readonly number[],
  ratios: Float64Array,
): RestWords {
  let distinct = 0;
  let count = 0;
  for (let at = 0; at < units.length; at++) {
    if (tiles[at] !== 0) continue;
    if (earlier === undefined || !stoodBefore(units, earlier, tiles, at, false)) {
      distinct++;
      const place = places[2 * at] as number;
      if (place >= 0) heard[count++] = place;
    }
    if (at + 1 === units.length || tiles[at + 1] !== 0) continue;
    if (earlier === undefined || !stoodBefore(units, earlier, tiles, at, true)) {
      distinct++;
      const place = places[2 * at + 1] as number;
      if (place >= 0) heard[count++] = place;
    }
  }
  return count === 0 ? SILENCE : summedUp(count, Math.sqrt(distinct + 1), ratios);
}

/** Whether the free character, or the free pair that begins with it, was free at an earlier place too. */
const stoodBefore = (
  units: readonly number[],
  earlier: readonly number[],
  tiles: Uint8Array,
  at: number,
  pair: boolean,
): boolean => {
  for (let before = earlier[at] as number; before >= 0; before = earlier[before] as number) {
    if (tiles[before] !== 0) continue;
    if (!pair || (tiles[before + 1] === 0 && units[before + 1] === units[at + 1])) return true;
  }
  return false;
};

const summedUp = (count: number, root: number, ratios: Float64Array): RestWords => {
  // Nine numbers that no list holds before the end: three passes with a list took a tenth of comparing two names.
  const first = 3 * (heard[0] as number);
  let same = ratios[first] as number;
  let partial = ratios[first + 1] as number;
  let different = ratios[first + 2] as number;
  let [mostSame, mostPartial, mostDifferent] = [same, partial, different];
  let [leastSame, leastPartial, leastDifferent] = [same, partial, different];
  for (let at = 1; at < count; at++) {
    const place = 3 * (heard[at] as number);
    const one = ratios[place] as number;
    const two = ratios[place + 1] as number;
    const three = ratios[place + 2] as number;
    same += one;
    partial += two;
    different += three;
    mostSame = Math.max(mostSame, one);
    mostPartial = Math.max(mostPartial, two);
    mostDifferent = Math.max(mostDifferent, three);
    leastSame = Math.min(leastSame, one);
    leastPartial = Math.min(leastPartial, two);
    leastDifferent = Math.min(leastDifferent, three);
  }
  return [
    same / root,
    mostSame,
    leastSame,
    partial / root,
    mostPartial,
    leastPartial,
    different / root,
    mostDifferent,
    leastDifferent,
  ];
};
