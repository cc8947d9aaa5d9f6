import type { Level } from '../levels.ts';

/**
 * What a person may be trusted with: propose decisions; decide, and settle what others have proposed; start work of the
 * hub itself; see what has been proposed and what became of it.
 */
export const ROLES = ['PROPOSER', 'REVIEWER', 'OPERATOR', 'AUDITOR'] as const;

export type Role = (typeof ROLES)[number];

/** One role in a region and all below it, for items of the given levels. */
export interface Grant {
  readonly role: Role;
  /** 12 digits; 000000000000 is the whole country. */
  readonly region: string;
  readonly levels: readonly Level[];
}

/** A person whose signed token was checked. */
export interface Writer {
  /** The claim `sub`: who it is, as the issuer names them; what the records name. */
  readonly subject: string;
  /** The claim `jti`: which token it was. */
  readonly tokenId: string;
  /** The claim `iat`, in seconds since 1970. */
  readonly issuedAt: number;
  readonly grants: readonly Grant[];
}
