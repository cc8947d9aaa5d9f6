import { hash } from 'node:crypto';
import type { Trail } from '../../trail/check-trail.ts';
import type { Head, Seal } from '../../trail/entry.ts';
import { oneOf, type Random } from './honest-trail.ts';
import { ofSealed, type Tampering } from './tampering.ts';

const ofHead = (
  trail: Trail,
  random: Random,
  change: (head: Head) => Head | undefined,
): Trail | undefined => {
  const old = oneOf(random, trail.heads);
  const heads = trail.heads.flatMap((head) => (head === old ? (change(head) ?? []) : [head]));
  return { ...trail, heads };
};

const ofSeal = (trail: Trail, random: Random, change: (seal: Seal) => Seal | undefined): Trail => {
  const old = oneOf(random, trail.seals);
  const seals = trail.seals.flatMap((seal) => (seal === old ? (change(seal) ?? []) : [seal]));
  return { ...trail, seals };
};

/** What a release says of the chains. */
export const SEALS: readonly Tampering[] = [
  {
    name: 'edit the hash of a head',
    act: (trail, random) => ofHead(trail, random, (head) => ({ ...head, hash: hash('sha256', head.hash) })),
  },
  {
    name: 'edit the place of a head',
    act: (trail, random) => ofHead(trail, random, (head) => ({ ...head, sequence: head.sequence + 1 })),
  },
  {
    name: 'move a head to another release',
    act: (trail, random) => ofHead(trail, random, (head) => ({ ...head, release: head.release + 1 })),
  },
  { name: 'delete a head', act: (trail, random) => ofHead(trail, random, () => undefined) },
  {
    name: 'edit the digest of a release',
    act: (trail, random) =>
      ofSeal(trail, random, (seal) => ({ ...seal, digest: hash('sha256', seal.digest) })),
  },
  {
    name: 'edit what a release holds of the one before',
    act: (trail, random) =>
      ofSeal(trail, random, (seal) => ({ ...seal, previousDigest: hash('sha256', seal.previousDigest) })),
  },
  { name: 'delete the digest of a release', act: (trail, random) => ofSeal(trail, random, () => undefined) },
  {
    name: 'delete a release, its digest and its heads',
    act: (trail, random) => {
      const gone = oneOf(random, trail.seals.slice(0, -1)).release;
      const stays = ({ release }: { release: number }) => release !== gone;
      return {
        ...trail,
        seals: trail.seals.filter(stays),
        heads: trail.heads.filter(stays),
        releases: trail.releases.filter((release) => release !== gone),
      };
    },
  },
  {
    name: 'delete the newest release, its digest and its heads',
    act: (trail) => {
      const gone = trail.seals.at(-1)?.release;
      if (!trail.heads.some((head) => head.release === gone)) return undefined;
      const stays = ({ release }: { release: number }) => release !== gone;
      return {
        ...trail,
        seals: trail.seals.filter(stays),
        heads: trail.heads.filter(stays),
        releases: trail.releases.filter((release) => release !== gone),
      };
    },
  },
  {
    name: 'delete a release and nothing else',
    act: (trail, random) => {
      const gone = oneOf(random, trail.releases);
      return { ...trail, releases: trail.releases.filter((release) => release !== gone) };
    },
  },
  {
    name: 'delete a mark',
    act: (trail, random) => {
      if (trail.unsealed.length === 0) return undefined;
      const gone = oneOf(random, trail.unsealed);
      return { ...trail, unsealed: trail.unsealed.filter((mark) => mark !== gone) };
    },
  },
  {
    name: 'mark what is sealed',
    act: (trail, random) => {
      const sealed = ofSealed(trail, random);
      return (
        sealed && {
          ...trail,
          unsealed: [...trail.unsealed, { region: sealed.region, sequence: sealed.sequence }],
        }
      );
    },
  },
];
