import type { MatchItem } from '../item.ts';

// Four lanes of 32 bits. Not cryptographic: it is met by names, not by forgers, and 1.4 million contents share a
// fingerprint by chance about once in 10^26 lists.
const SEEDS = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344] as const;

interface Mixer {
  readonly text: (text: string) => void;
  readonly end: () => string;
}

/** Between two texts; no UTF-16 unit is as large, so that 'ab','c' and 'a','bc' differ. */
const END_OF_TEXT = 0x10001;

const mixer = (): Mixer => {
  let [one, two, three, four] = SEEDS as readonly [number, number, number, number];
  const unit = (value: number): void => {
    one = two ^ Math.imul(one ^ value, 0x239b961b);
    two = three ^ Math.imul(two ^ value, 0xab0e9789 | 0);
    three = four ^ Math.imul(three ^ value, 0x38b34ae5);
    four = one ^ Math.imul(four ^ value, 0xa1e38b93 | 0);
  };
  return {
    text: (text) => {
      for (let index = 0; index < text.length; index += 1) unit(text.charCodeAt(index));
      unit(END_OF_TEXT);
    },
    end: () => {
      for (let round = 0; round < 8; round += 1) unit(round + 1);
      return [one, two, three, four].map(latin).join('');
    },
  };
};

/** Four bytes as four characters below 256. */
const latin = (lane: number): string =>
  String.fromCharCode(lane >>> 24, (lane >>> 16) & 255, (lane >>> 8) & 255, lane & 255);

/** 16 characters that stand for the texts in this order. */
export const fingerprintOf = (...texts: readonly string[]): string => {
  const mix = mixer();
  for (const text of texts) mix.text(text);
  return mix.end();
};

/** 16 characters that stand for everything a judgement may look at of an item: all but its id. */
export const contentFingerprint = (item: MatchItem): string => {
  const mix = mixer();
  const optional = (text: string | undefined): void => mix.text(text === undefined ? '\u0000' : text);
  const many = <T>(list: readonly T[] | undefined, add: (one: T) => void): void => {
    optional(list === undefined ? undefined : String(list.length));
    for (const one of list ?? []) add(one);
  };
  mix.text(item.name);
  many(item.codes, mix.text);
  optional(item.type);
  optional(item.department);
  many(item.legalBases, ({ lawName, lawNumber, clauseNumber, clauseContent }) => {
    for (const text of [lawName, lawNumber, clauseNumber, clauseContent]) optional(text);
  });
  optional(item.region);
  optional(item.parentName);
  return mix.end();
};

/** 8 characters of one byte each that stand for a text of some kind: half of what a fingerprint tells. */
export const keyFingerprint = (kind: number, text: string): string => {
  let one = SEEDS[0] ^ kind;
  let two: number = SEEDS[1];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x85ebca6b);
    two = Math.imul(two ^ unit, 0xc2b2ae35) ^ (two >>> 15);
  }
  one = Math.imul(one ^ (one >>> 16), 0x9e3779b1) ^ two;
  two = Math.imul(two ^ (two >>> 15), 0x27d4eb2f) ^ (one >>> 13);
  return latin(one ^ (one >>> 15)) + latin(two ^ (two >>> 16));
};
