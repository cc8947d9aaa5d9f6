import type { MatchItem } from '../item.ts';

// Four lanes of 32 bits. Not cryptographic: it is met by names, not by forgers, and 1.4 million contents share a
// fingerprint by chance about once in 10^26 lists.
const SEEDS = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344] as const;

/** Four bytes as four characters below 256. */
const latin = (lane: number): string =>
  String.fromCharCode(lane >>> 24, (lane >>> 16) & 255, (lane >>> 8) & 255, lane & 255);

/** All units of a text through four lanes that feed each other. */
const mixed = (text: string): string => {
  let [one, two, three, four] = SEEDS as readonly [number, number, number, number];
  for (let at = 0; at < text.length + 8; at++) {
    // Past the end, so that the last units reach all bits too.
    const unit = at < text.length ? text.charCodeAt(at) : 0x10000 + at - text.length;
    one = two ^ Math.imul(one ^ unit, 0x239b961b);
    two = three ^ Math.imul(two ^ unit, 0xab0e9789 | 0);
    three = four ^ Math.imul(three ^ unit, 0x38b34ae5);
    four = one ^ Math.imul(four ^ unit, 0xa1e38b93 | 0);
  }
  return latin(one) + latin(two) + latin(three) + latin(four);
};

/** A text behind its length, so that 'ab','c' and 'a','bc' differ. */
const measured = (text: string): string => `${text.length}:${text}`;
const optional = (text: string | undefined): string => (text === undefined ? '-' : measured(text));

/** 16 characters that stand for the texts in this order. */
export const fingerprintOf = (...texts: readonly string[]): string => mixed(texts.map(measured).join(''));

/** 16 characters that stand for everything a judgement may look at of an item: all but its id. */
export const contentFingerprint = (item: MatchItem): string => {
  const { name, codes, type, department, legalBases, region, parentName } = item;
  let content = measured(name) + (codes === undefined ? '-' : `${codes.length};`);
  for (const code of codes ?? []) content += measured(code);
  content += optional(type) + optional(department);
  content += legalBases === undefined ? '-' : `${legalBases.length};`;
  for (const { lawName, lawNumber, clauseNumber, clauseContent } of legalBases ?? [])
    content += optional(lawName) + optional(lawNumber) + optional(clauseNumber) + optional(clauseContent);
  return mixed(content + optional(region) + optional(parentName));
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
