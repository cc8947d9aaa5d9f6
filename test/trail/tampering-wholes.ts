import type { Trail } from '../../trail/check-trail.ts';
import type { Anchor } from '../../trail/finding.ts';
import { oneOf, sealedAnew } from './honest-trail.ts';
import { ofSealed, ofUnsealed, rehashed, replaced, type Tampering } from './tampering.ts';

const newestRelease = ({ seals }: Trail): readonly Anchor[] =>
  seals.slice(-1).map(({ release, digest }) => ({ kind: 'RELEASE', release, hash: digest }));

const lastEntries = ({ entries }: Trail): readonly Anchor[] =>
  [...Map.groupBy(entries, ({ region }) => region).values()].flatMap((chain) =>
    chain.slice(-1).map(({ region, sequence, hash: known }) => ({
      kind: 'ENTRY' as const,
      region,
      sequence,
      hash: known,
    })),
  );

/** What nothing within can tell from the truth: a whole that fits together. */
export const WHOLES: readonly Tampering[] = [
  {
    name: 'edit, everything after it made anew, releases too',
    noted: newestRelease,
    act: (trail, random) => {
      const old = ofSealed(trail, random);
      if (old === undefined) return undefined;
      const edited = replaced(trail, old, { ...old, subject: 'somebody else' });
      return sealedAnew(rehashed(edited, old.region, old.sequence));
    },
  },
  {
    name: 'a whole chain gone, releases made anew',
    noted: newestRelease,
    act: (trail, random) => {
      const { region } = oneOf(random, trail.heads);
      const stays = (spot: { region: string }) => spot.region !== region;
      return sealedAnew({
        ...trail,
        entries: trail.entries.filter(stays),
        heads: trail.heads.filter(stays),
        unsealed: trail.unsealed.filter(stays),
      });
    },
  },
  {
    name: 'the whole trail gone',
    noted: newestRelease,
    act: (trail) => ({ ...trail, entries: [], heads: [], seals: [], unsealed: [] }),
  },
  {
    name: 'releases made anew without a head',
    noted: newestRelease,
    act: (trail, random) => {
      const gone = oneOf(random, trail.heads);
      const heads = trail.heads.filter((head) => head !== gone);
      return sealedAnew({ ...trail, heads });
    },
  },
  {
    name: 'edit of what waits for a release, made anew',
    noted: lastEntries,
    act: (trail, random) => {
      const old = ofUnsealed(trail, random);
      if (old === undefined) return undefined;
      return rehashed(replaced(trail, old, { ...old, outcome: 'NEVER' }), old.region, old.sequence);
    },
  },
  {
    name: 'what waits for a release cut with its marks',
    noted: lastEntries,
    act: (trail, random) => {
      const cut = ofUnsealed(trail, random);
      if (cut === undefined) return undefined;
      const stays = (spot: { region: string; sequence: number }) =>
        spot.region !== cut.region || spot.sequence < cut.sequence;
      return { ...trail, entries: trail.entries.filter(stays), unsealed: trail.unsealed.filter(stays) };
    },
  },
];
