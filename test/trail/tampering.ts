import type { Trail } from '../../trail/check-trail.ts';
import type { Entry } from '../../trail/entry.ts';
import type { Anchor } from '../../trail/finding.ts';
import { NOTHING_BEFORE } from '../../trail/hash.ts';
import { hashed, oneOf, type Random } from './honest-trail.ts';

/** One way to tamper with a trail. Undefined where the trail drawn offers nothing to do it to. */
export interface Tampering {
  readonly name: string;
  readonly act: (trail: Trail, random: Random) => Trail | undefined;
  /** What somebody outside must have noted before for it to be found; most need nothing. */
  readonly noted?: (honest: Trail) => readonly Anchor[];
}

export const sealedUpTo = ({ heads }: Trail, region: string): number =>
  Math.max(0, ...heads.filter((head) => head.region === region).map((head) => head.sequence));

export const isSealed = (trail: Trail, { region, sequence }: Entry): boolean =>
  sequence <= sealedUpTo(trail, region);

export const replaced = (trail: Trail, old: Entry, ...news: readonly Entry[]): Trail => ({
  ...trail,
  entries: trail.entries.flatMap((entry) => (entry === old ? news : [entry])),
});

/** The chain of a region from a place on with every hash made anew. */
export const rehashed = (trail: Trail, region: string, from: number): Trail => {
  let before = trail.entries.find((entry) => entry.region === region && entry.sequence === from - 1)?.hash;
  const entries = trail.entries.map((entry) => {
    if (entry.region !== region || entry.sequence < from) return entry;
    const again = hashed({ ...entry, previousHash: before ?? NOTHING_BEFORE });
    before = again.hash;
    return again;
  });
  return { ...trail, entries };
};

export const ofSealed = (trail: Trail, random: Random): Entry | undefined => {
  const sealed = trail.entries.filter((entry) => isSealed(trail, entry));
  return sealed.length === 0 ? undefined : oneOf(random, sealed);
};

export const ofUnsealed = (trail: Trail, random: Random): Entry | undefined => {
  const open = trail.entries.filter((entry) => !isSealed(trail, entry));
  return open.length === 0 ? undefined : oneOf(random, open);
};

/** The entries of a region moved up or down by one from a place on. */
export const shifted = (trail: Trail, region: string, from: number, by: number): Trail => ({
  ...trail,
  entries: trail.entries.map((entry) =>
    entry.region === region && entry.sequence >= from ? { ...entry, sequence: entry.sequence + by } : entry,
  ),
});

export const inOrder = (one: Entry, other_: Entry): number =>
  one.region === other_.region ? one.sequence - other_.sequence : one.region < other_.region ? -1 : 1;
