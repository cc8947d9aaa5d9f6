import type { Candidate } from './candidates.ts';
import type { ListedItem } from './listed-item.ts';
import type { OpenItem } from './open-item.ts';
import { countShares, type Shares } from './shares.ts';

/** The reasons for a main item against none, each in bits of log-odds. */
export const REASONS = [
  'wording',
  'acts',
  'rivals',
  'siblings',
  'segment',
  'office',
  'type',
  'need',
] as const;
export type Reason = (typeof REASONS)[number];
export type Reasons = Record<Reason, number>;

/** For each candidate its chance, for each item the chance of none; chances of an item sum to 1. */
export interface Settled {
  readonly chances: readonly Float64Array[];
  readonly reasons: (place: number, candidate: number) => Reasons;
}

const ROUNDS = 14;
/** Part of its old chance an item keeps from round to round: groups that lean on each other would swing. */
const KEPT = 0.4;
/** Bits that wording and acts together can take or give: siblings must be able to outvote a name. */
const WORST_NAME = -1;
const BEST_NAME = 8.5;
/** Votes everybody has: an item without siblings mostly is its own main item. */
const VOTES_FOR_MAIN = 0.005;
const VOTES_FOR_NONE = 0.3;
/** What the code of a main item itself is worth, in votes of siblings. */
const HEAD = 1.5;
/** The name of a main item that no item fits well is looked at with more patience, and with less where two fit well. */
const PATIENCE = { part: 0.5, usual: 3, least: -3.5, most: 2 } as const;
const OFFICE = 2;
const TYPE = 2;
const SEGMENT = 0.5;
/** A main item stands in the list because something stands below it: two items, whose worth can grow so far. */
const NEEDED = 2;
const MOST_NEED = 4.5;

const log2Share = (part: number, whole: number): number => Math.log2((part + 0.5) / (whole + 1)) + 1;

const clipped = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value));

/** Lets all items of a list settle their main items together: what each says of its siblings is said anew each round. */
export function settle(items: readonly OpenItem[], mains: readonly ListedItem[]): Settled {
  const patience = patienceOf(items, mains.length);
  const slots = items.map(({ candidates }) => new Map(candidates.map(({ main }, at) => [main, at])));
  const need = new Float64Array(mains.length);
  let chances: readonly Float64Array[] = items.map((item) => beginning(item, patience));
  let shares = countShares(items, chances, mains);
  const reasonsOf = (place: number, at: number): Reasons => {
    const open = items[place] as OpenItem;
    const candidate = open.candidates[at] as Candidate;
    const [votes, none] = votesFor(open, candidate.main, chances, slots);
    return {
      ...nameReasons(candidate, patience[candidate.main] as number),
      siblings: Math.log2((votes + VOTES_FOR_MAIN) / (none + VOTES_FOR_NONE)),
      ...fieldReasons(open.item, candidate.main, shares, chances[place]?.[at] ?? 0),
      need: need[candidate.main] as number,
    };
  };
  for (let round = 0; round < ROUNDS; round++) {
    const odds = items.map(({ candidates }, place) =>
      Float64Array.from(candidates, (_, at) => total(reasonsOf(place, at))),
    );
    raiseNeed(need, items, odds);
    chances = items.map((item, place) => {
      const fresh = chancesOf(item, odds[place] as Float64Array);
      return fresh.map((value, at) => KEPT * (chances[place]?.[at] ?? 0) + (1 - KEPT) * value);
    });
    shares = countShares(items, chances, mains);
  }
  return { chances, reasons: reasonsOf };
}

const total = (reasons: Reasons): number => REASONS.reduce((sum, reason) => sum + reasons[reason], 0);

/** Where the two together go beyond what a name may say, the acts speak for what is left. */
const nameReasons = (
  { wording, acts }: Candidate,
  patience: number,
): Pick<Reasons, 'wording' | 'acts' | 'rivals'> => {
  const worded = clipped(wording, WORST_NAME, BEST_NAME);
  const both = clipped(wording + acts, Math.min(WORST_NAME, WORST_NAME + acts), BEST_NAME);
  // That others fit better takes away what likeness gives; against an item unlike its siblings it says nothing.
  return { wording: worded, acts: both - worded, rivals: Math.max(patience, Math.min(0, -both)) };
};

const patienceOf = (items: readonly OpenItem[], mains: number): Float64Array => {
  const fits: number[][] = Array.from({ length: mains }, () => []);
  for (const { candidates, stated } of items) {
    if (stated === null) continue;
    for (const { main, wording, acts } of candidates) fits[main]?.push(wording + acts);
  }
  return Float64Array.from(fits, (all) => {
    const second = all.sort((one, other) => other - one)[1] ?? WORST_NAME;
    return clipped(
      PATIENCE.part * (PATIENCE.usual - second),
      PATIENCE.part * PATIENCE.least,
      PATIENCE.part * PATIENCE.most * 2,
    );
  });
};

const beginning = (item: OpenItem, patience: Float64Array): Float64Array =>
  chancesOf(
    item,
    Float64Array.from(item.candidates, (candidate) => {
      const { wording, acts, rivals } = nameReasons(candidate, patience[candidate.main] as number);
      return wording + acts + rivals + Math.log2(VOTES_FOR_MAIN / VOTES_FOR_NONE);
    }),
  );

/** Chances of the candidates and, last, of none, whose odds are even. */
const chancesOf = ({ candidates, stated }: OpenItem, odds: Float64Array): Float64Array => {
  const chances = new Float64Array(candidates.length + 1);
  if (stated !== undefined) {
    const at = candidates.findIndex(({ main }) => main === stated);
    chances[at < 0 ? candidates.length : at] = 1;
    return chances;
  }
  const most = odds.reduce((one, other) => Math.max(one, other), 0);
  let sum = 2 ** -most;
  for (const value of odds) sum += 2 ** (value - most);
  for (const [at, value] of odds.entries()) chances[at] = 2 ** (value - most) / sum;
  chances[candidates.length] = 2 ** -most / sum;
  return chances;
};

const votesFor = (
  { neighbours, headed }: OpenItem,
  main: number,
  chances: readonly Float64Array[],
  slots: readonly ReadonlyMap<number, number>[],
): readonly [votes: number, none: number] => {
  let votes = headed.has(main) ? HEAD : 0;
  let none = 0;
  for (const { place, weight } of neighbours) {
    const theirs = chances[place] as Float64Array;
    const slot = slots[place]?.get(main);
    if (slot !== undefined) votes += weight * (theirs[slot] as number);
    none += weight * (theirs[theirs.length - 1] as number);
  }
  return [votes, none];
};

/** How much of what stands below a main item is in the item's segment, of its office and of its type. */
const fieldReasons = (
  item: ListedItem,
  main: number,
  shares: Shares,
  own: number,
): Pick<Reasons, 'segment' | 'office' | 'type'> => {
  const share = shares.of(item, main);
  const others = (sum: number): number => Math.max(0, sum - own);
  return {
    segment: SEGMENT * Math.min(0, Math.log2((others(share.inSegment) + 0.5) / (others(share.whole) + 0.5))),
    office: OFFICE * Math.min(0, log2Share(others(share.ofOffice), others(share.withOffice))),
    type: TYPE * Math.min(0, log2Share(others(share.ofType), others(share.withType))),
  };
};

/** Main items that too little stands below are worth more to all items, those with enough nothing. */
const raiseNeed = (need: Float64Array, items: readonly OpenItem[], odds: readonly Float64Array[]): void => {
  const held = new Float64Array(need.length);
  for (const [place, item] of items.entries()) {
    const chances = chancesOf(item, odds[place] as Float64Array);
    for (const [at, { main }] of item.candidates.entries())
      held[main] = (held[main] as number) + (chances[at] as number);
  }
  for (const [main, sum] of held.entries()) {
    need[main] = clipped(
      (need[main] as number) + 0.7 * Math.log2(NEEDED / Math.max(sum, 1e-6)),
      0,
      MOST_NEED,
    );
  }
};
