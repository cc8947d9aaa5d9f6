/** One entry of the trail, as it is stored: what somebody did, or was refused. */
export interface Entry {
  /** 12 digits; 000000000000 is the whole hub. */
  readonly region: string;
  /** Place in the chain of the region, from 1 without a gap. */
  readonly sequence: number;
  /** In UTC to the microsecond: `2026-07-01T08:00:00.000000Z`. */
  readonly moment: string;
  readonly subject: string;
  readonly tokenId: string | null;
  readonly action: string;
  readonly target: string | null;
  /** ACCEPTED, or the code of the refusal. */
  readonly outcome: string;
  readonly requestId: string | null;
  /** SHA-256 of the content, 64 hexadecimal digits. */
  readonly contentDigest: string;
  readonly release: number | null;
  /** The hash of the entry before; 64 zeros for the first. */
  readonly previousHash: string;
  readonly hash: string;
}

/** How far the chain of a region had come when a release was made. */
export interface Head {
  readonly release: number;
  readonly region: string;
  readonly sequence: number;
  readonly hash: string;
}

/** One digest per release over its heads and the digest of the release before. */
export interface Seal {
  readonly release: number;
  readonly previousDigest: string;
  readonly digest: string;
}
