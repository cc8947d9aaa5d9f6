import { CLOCK_TOLERANCE } from '../catalog/authority/claims.ts';
import type { Sql } from './client.ts';

/** One token, or all tokens a subject was issued until now. */
export type Revoked =
  | { readonly kind: 'TOKEN'; readonly tokenId: string }
  | { readonly kind: 'SUBJECT'; readonly subject: string };

/** A row of what is revoked, as `zongheng revoke` lists it. */
export interface Revocation {
  readonly tokenId: string | null;
  readonly subject: string | null;
  readonly reason: string;
  /** ISO 8601 */
  readonly revokedAt: string;
}

/** Revokes from the moment the transaction ends; returns false for a token that was revoked before. */
export const revoke = async (
  sql: Sql,
  revoked: Revoked,
  { now, reason }: { readonly now: string; readonly reason: string },
): Promise<boolean> => {
  const tokenId = revoked.kind === 'TOKEN' ? revoked.tokenId : null;
  const subject = revoked.kind === 'SUBJECT' ? revoked.subject : null;
  // An issuer's clock may be ahead by as much as is let pass with tokens: what it issued just before is revoked too.
  const until = subject === null ? null : Math.ceil(Date.parse(now) / 1000) + CLOCK_TOLERANCE;
  const rows = await sql`
    insert into authority.revocation (token_id, subject, issued_until, reason, revoked_at)
    values (${tokenId}, ${subject}, ${until}, ${reason}, ${now})
    on conflict (token_id) where token_id is not null do nothing
    returning revocation_id`;
  return rows.length > 0;
};

/** All that was revoked, the newest first. */
export const listRevocations = async (sql: Sql): Promise<readonly Revocation[]> => sql<Revocation[]>`
  select token_id as "tokenId", subject, reason,
    to_char(revoked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "revokedAt"
  from authority.revocation order by revocation_id desc`;
