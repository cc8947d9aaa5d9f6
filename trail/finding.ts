/** What may be wrong with a trail; cli/trail/finding-words.ts says each in a sentence. */
export const FINDING_KINDS = [
  /** The hash of an entry does not fit its content. */
  'EDITED',
  /** An entry does not hold the hash of the one before. */
  'BROKEN_LINK',
  /** Entries are missing before this one. */
  'MISSING',
  /** There is a second entry in the same place. */
  'DUPLICATED',
  /** A release, or the mark of what is not sealed yet, knows an entry that is not there. */
  'CUT',
  /** An entry is not the one that a release has sealed. */
  'REWRITTEN',
  /** An entry that no release seals, nor any is going to. */
  'UNMARKED',
  /** The digest of a release does not fit its heads. */
  'SEAL_EDITED',
  /** The digest of a release does not hold that of the release before. */
  'SEAL_BROKEN_LINK',
  /** A release has no digest, although one before it has. */
  'SEAL_MISSING',
  /** A digest or a head of a release that is not there. */
  'RELEASE_MISSING',
  /** What was noted outside is not what is stored. */
  'ANCHOR_DIFFERS',
  /** What was noted outside is not stored at all. */
  'ANCHOR_MISSING',
] as const;

export type FindingKind = (typeof FINDING_KINDS)[number];

/** One thing wrong with a trail, and where. */
export interface Finding {
  readonly kind: FindingKind;
  readonly region?: string;
  readonly sequence?: number;
  readonly release?: number;
}

/** A digest of a release, or the hash of an entry, that somebody noted outside. */
export type Anchor =
  | { readonly kind: 'RELEASE'; readonly release: number; readonly hash: string }
  | { readonly kind: 'ENTRY'; readonly region: string; readonly sequence: number; readonly hash: string };
