import { hash } from 'node:crypto';
import type { Trail } from '../../trail/check-trail.ts';
import type { Entry, Head, Seal } from '../../trail/entry.ts';
import { digestOfSeal, hashOfEntry, NOTHING_BEFORE } from '../../trail/hash.ts';

/** Numbers from 0 up to 1, the same for the same seed. */
export type Random = () => number;

export const below = (random: Random, bound: number): number => Math.floor(random() * bound);

export const oneOf = <T>(random: Random, all: readonly T[]): T => all[below(random, all.length)] as T;

/** An entry whose hash fits what it says. */
export const hashed = (entry: Omit<Entry, 'hash'>): Entry => ({ ...entry, hash: hashOfEntry(entry) });

/** Seals and heads made anew for entries that were changed: what someone who owns the whole database could do. */
export const sealedAnew = (trail: Trail): Trail => {
  const hashAt = new Map(trail.entries.map((entry) => [`${entry.region}:${entry.sequence}`, entry.hash]));
  const heads = trail.heads.map((head) => ({
    ...head,
    hash: hashAt.get(`${head.region}:${head.sequence}`) ?? head.hash,
  }));
  let previousDigest = NOTHING_BEFORE;
  const seals = trail.seals.map(({ release }): Seal => {
    const own = heads.filter((head) => head.release === release);
    const digest = digestOfSeal(release, previousDigest, own);
    const seal = { release, previousDigest, digest };
    previousDigest = digest;
    return seal;
  });
  return { ...trail, heads, seals };
};

const REGIONS = ['000000000000', '330000000000', '331000000000', '430811000000', '511602000000'];
const SUBJECTS = ['zongheng', '张三', '李四', 'u:1~'];

const drawEntry = (random: Random, before: Entry | undefined, region: string, at: number): Entry =>
  hashed({
    region,
    sequence: (before?.sequence ?? 0) + 1,
    moment: `2026-07-01T08:00:${String(at % 60).padStart(2, '0')}.${String(at).padStart(6, '0')}Z`,
    subject: oneOf(random, SUBJECTS),
    tokenId: random() < 0.3 ? null : `jti-${below(random, 9)}`,
    action: oneOf(random, ['PUBLISH', 'DECIDE', 'PROPOSE']),
    target: random() < 0.1 ? null : `it_${at}`,
    outcome: random() < 0.2 ? 'FORBIDDEN' : 'ACCEPTED',
    requestId: random() < 0.2 ? null : `rq-${at}`,
    contentDigest: hash('sha256', `content ${at}`),
    release: random() < 0.5 ? null : below(random, 20),
    previousHash: before?.hash ?? NOTHING_BEFORE,
  });

/** The same trail, its rows in no order. */
export const shuffled = (random: Random, trail: Trail): Trail => {
  const shuffle = <T>(rows: readonly T[]): T[] =>
    rows
      .map((row) => [random(), row] as const)
      .sort(([one], [other]) => one - other)
      .map(([, row]) => row);
  return {
    entries: shuffle(trail.entries),
    heads: shuffle(trail.heads),
    seals: shuffle(trail.seals),
    unsealed: shuffle(trail.unsealed),
    releases: shuffle(trail.releases),
  };
};

/** A trail as an honest hub writes it: some regions, some releases, at the end a few entries that wait for the next one. */
export const honestTrail = (random: Random, size = 60): Trail => {
  const last = new Map<string, Entry>();
  const entries: Entry[] = [];
  const heads: Head[] = [];
  const moved = new Set<string>();
  const unsealed: { region: string; sequence: number }[] = [];
  const releases: number[] = [];
  const bare: Seal[] = [];
  const seal = (): void => {
    const release = releases.length + 1;
    for (const region of [...moved].sort()) {
      const { sequence, hash: known } = last.get(region) as Entry;
      heads.push({ release, region, sequence, hash: known });
    }
    moved.clear();
    unsealed.length = 0;
    releases.push(release);
    bare.push({ release, previousDigest: '', digest: '' });
  };
  // A release before anything was recorded.
  if (random() < 0.5) seal();
  for (let at = 1; at <= size; at += 1) {
    const region = oneOf(random, REGIONS);
    const entry = drawEntry(random, last.get(region), region, at);
    entries.push(entry);
    last.set(region, entry);
    moved.add(region);
    unsealed.push({ region, sequence: entry.sequence });
    if (at % 8 === 5 || random() < 0.05) seal();
  }
  return sealedAnew({ entries, heads, seals: bare, unsealed, releases });
};
