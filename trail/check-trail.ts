import { createChainCheck, type Place } from './check-chains.ts';
import { createSealCheck, type SealedRelease } from './check-seals.ts';
import type { Entry, Head, Seal } from './entry.ts';
import type { Anchor, Finding } from './finding.ts';

/** A whole trail in memory, in any order. */
export interface Trail {
  readonly entries: readonly Entry[];
  readonly heads: readonly Head[];
  readonly seals: readonly Seal[];
  readonly unsealed: readonly { readonly region: string; readonly sequence: number }[];
  /** The numbers of all releases. */
  readonly releases: readonly number[];
}

interface Spot {
  readonly region: string;
  readonly sequence: number;
}

/** By region, then by sequence. */
const inOrder = <T extends Spot>(spots: readonly T[]): T[] => {
  const chains = Map.groupBy(spots, ({ region }) => region);
  return [...chains.keys()]
    .sort()
    .flatMap((region) => (chains.get(region) as T[]).sort((one, other) => one.sequence - other.sequence));
};

const keyOf = ({ region, sequence }: Spot): string => `${region}:${sequence}`;

/** All places of the chains in order, as the statement of cli/trail/stored-trail.ts joins them. */
const placesOf = ({ entries, heads, unsealed }: Trail): Place[] => {
  const headsAt = Map.groupBy(heads, keyOf);
  const unsealedAt = Map.groupBy(unsealed, keyOf);
  const known = new Set(entries.map(keyOf));
  const place = (spot: Spot, entry: Entry | null): Place => ({
    region: spot.region,
    sequence: spot.sequence,
    entry,
    heads: headsAt.get(keyOf(spot)) ?? [],
    unsealed: unsealedAt.has(keyOf(spot)),
  });
  const lost = new Map(
    [...heads, ...unsealed].filter((spot) => !known.has(keyOf(spot))).map((spot) => [keyOf(spot), spot]),
  );
  return inOrder([
    ...entries.map((entry) => place(entry, entry)),
    ...[...lost.values()].map((spot) => place(spot, null)),
  ]);
};

const releasesOf = ({ heads, seals, releases }: Trail): SealedRelease[] => {
  const headsOf = Map.groupBy(inOrder(heads), (head) => head.release);
  const sealOf = new Map(seals.map((seal) => [seal.release, seal]));
  const existing = new Set(releases);
  return [...new Set([...releases, ...headsOf.keys(), ...sealOf.keys()])]
    .sort((one, other) => one - other)
    .map((release) => ({
      release,
      exists: existing.has(release),
      seal: sealOf.get(release) ?? null,
      heads: headsOf.get(release) ?? [],
    }));
};

/** Everything that is wrong with a trail; an empty list means that it is as it was written, as far as the anchors reach. */
export const checkTrail = (trail: Trail, anchors: readonly Anchor[]): readonly Finding[] => {
  const findings: Finding[] = [];
  const report = (finding: Finding): void => void findings.push(finding);
  const chains = createChainCheck(report, anchors);
  for (const place of placesOf(trail)) chains.next(place);
  chains.end();
  const seals = createSealCheck(report, anchors);
  for (const release of releasesOf(trail)) seals.next(release);
  seals.end();
  return findings;
};
