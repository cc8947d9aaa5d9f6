import { z } from 'zod';
import { grantsSchema } from './grants.ts';
import { subjectSchema, tokenIdSchema } from './person.ts';
import type { Writer } from './writer.ts';

/** Seconds by which the clocks of issuer and hub may differ. */
export const CLOCK_TOLERANCE = 30;

/** Days a token may live at most. */
export const LONGEST_LIFE = 90;

const SECONDS_A_DAY = 86_400;

/** What a token must say to be meant for this hub, now. */
export interface ClaimsExpected {
  readonly issuer: string;
  readonly audience: string;
  readonly now: Date;
}

/** INVALID tells nothing of what is wrong: only who makes tokens could use it. */
export type ClaimsResult =
  | { readonly kind: 'WRITER'; readonly writer: Writer }
  | { readonly kind: 'REFUSED'; readonly reason: 'EXPIRED' | 'INVALID' };

const seconds = z.int().nonnegative();

/** Further claims are let be, as RFC 7519 4 asks; `aud` names one audience, this hub, and no other beside it. */
const claimsSchema = z.object({
  iss: z.string(),
  aud: z.string(),
  sub: subjectSchema,
  jti: tokenIdSchema,
  iat: seconds,
  nbf: seconds,
  exp: seconds,
  grants: grantsSchema,
});

const refused = (reason: 'EXPIRED' | 'INVALID'): ClaimsResult => ({ kind: 'REFUSED', reason });

/** The writer that the claims of a token name whose signature was checked, or why it is not taken. */
export const writerOfClaims = (claims: unknown, { issuer, audience, now }: ClaimsExpected): ClaimsResult => {
  const read = claimsSchema.safeParse(claims).data;
  if (read === undefined || read.iss !== issuer || read.aud !== audience) return refused('INVALID');
  const { sub, jti, iat, nbf, exp, grants } = read;
  const moment = now.getTime() / 1000;
  if (Math.max(iat, nbf) > moment + CLOCK_TOLERANCE) return refused('INVALID');
  if (exp <= Math.max(iat, nbf) || exp - iat > LONGEST_LIFE * SECONDS_A_DAY) return refused('INVALID');
  if (exp <= moment - CLOCK_TOLERANCE) return refused('EXPIRED');
  return { kind: 'WRITER', writer: { subject: sub, tokenId: jti, issuedAt: iat, grants } };
};
