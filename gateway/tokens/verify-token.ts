import { compactVerify, errors } from 'jose';
import { type ClaimsResult, writerOfClaims } from '../../catalog/authority/claims.ts';
import type { CurrentKeys } from './key-file.ts';
import { readToken } from './read-token.ts';

export interface TokenSettings {
  readonly issuer: string;
  readonly audience: string;
}

export interface VerifierOptions extends TokenSettings {
  readonly keys: CurrentKeys;
  readonly now: () => Date;
}

/** Tells who shows the `Authorization` headers of one request, all of them, or why none is taken. */
export type TokenVerifier = (authorizations: readonly string[]) => Promise<ClaimsResult>;

const INVALID: ClaimsResult = { kind: 'REFUSED', reason: 'INVALID' };

/** Nobody is anybody: where there are no keys. */
export const NO_WRITERS: TokenVerifier = async () => INVALID;

/**
 * Checks signed tokens (RFC 9068, as RFC 8725 asks): one header, a key of ours that the token names, the one algorithm
 * the key is for, then the claims. Nothing a token says of keys is followed.
 */
export const createTokenVerifier = ({ keys, issuer, audience, now }: VerifierOptions): TokenVerifier => {
  return async (authorizations) => {
    const [authorization, ...others] = authorizations;
    if (authorization === undefined || others.length > 0) return INVALID;
    const read = readToken(authorization);
    if (read === undefined) return INVALID;
    const known = (await keys()).get(read.kid);
    if (known === undefined) return INVALID;
    try {
      // Refuses a header that names another algorithm than the key is for, before the key is used.
      await compactVerify(read.token, known.key, { algorithms: [known.algorithm] });
    } catch (error) {
      if (error instanceof errors.JOSEError) return INVALID;
      throw error;
    }
    return writerOfClaims(read.claims, { issuer, audience, now: now() });
  };
};
