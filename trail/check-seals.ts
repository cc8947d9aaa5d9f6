import type { Head, Seal } from './entry.ts';
import type { Anchor, Finding } from './finding.ts';
import { digestOfSeal, NOTHING_BEFORE } from './hash.ts';

/** A release with all that the trail stores of it. */
export interface SealedRelease {
  readonly release: number;
  /** Whether there is such a release. */
  readonly exists: boolean;
  readonly seal: Omit<Seal, 'release'> | null;
  /** In the order of their regions. */
  readonly heads: readonly Omit<Head, 'release'>[];
}

/**
 * Checks the digests of the releases: `next` takes the releases in the order of their numbers, `end` must follow the last.
 * Releases before the first that has a digest are older than the trail.
 */
export const createSealCheck = (report: (finding: Finding) => void, anchors: readonly Anchor[]) => {
  const noted = new Map(
    anchors.flatMap((anchor) => (anchor.kind === 'RELEASE' ? [[anchor.release, anchor.hash] as const] : [])),
  );
  const awaited = new Set(noted.keys());
  let previous: string | undefined;
  const checkSeal = (seal: Omit<Seal, 'release'>, { release, heads }: SealedRelease): void => {
    if (seal.previousDigest !== (previous ?? NOTHING_BEFORE)) report({ kind: 'SEAL_BROKEN_LINK', release });
    if (seal.digest !== digestOfSeal(release, seal.previousDigest, heads))
      report({ kind: 'SEAL_EDITED', release });
    const hash = noted.get(release);
    awaited.delete(release);
    if (hash !== undefined && hash !== seal.digest) report({ kind: 'ANCHOR_DIFFERS', release });
    previous = seal.digest;
  };
  return {
    next: (row: SealedRelease): void => {
      const { release, exists, seal, heads } = row;
      if (!exists) report({ kind: 'RELEASE_MISSING', release });
      if (seal !== null) checkSeal(seal, row);
      else if (previous !== undefined || heads.length > 0) report({ kind: 'SEAL_MISSING', release });
    },
    end: (): void => {
      for (const release of awaited) report({ kind: 'ANCHOR_MISSING', release });
    },
  };
};
