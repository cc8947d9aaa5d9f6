import { CLOCK_TOLERANCE } from '../catalog/authority/claims.ts';
import type { Sql } from './client.ts';
import { recordTrail, WHOLE_HUB } from './record-trail.ts';

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

/** When, why and by whom: the login name of whoever runs the command. */
export interface Revoking {
  readonly now: string;
  readonly reason: string;
  readonly operator?: string | undefined;
}

/**
 * Revokes from the moment the transaction ends, and tells the trail of it; returns false for a token that was revoked
 * before.
 */
export const revoke = async (
  sql: Sql,
  revoked: Revoked,
  { now, reason, operator }: Revoking,
): Promise<boolean> => {
  const tokenId = revoked.kind === 'TOKEN' ? revoked.tokenId : null;
  const subject = revoked.kind === 'SUBJECT' ? revoked.subject : null;
  // An issuer's clock may be ahead by as much as is let pass with tokens: what it issued just before is revoked too.
  const until = subject === null ? null : Math.ceil(Date.parse(now) / 1000) + CLOCK_TOLERANCE;
  const deed = { subject: operator, action: 'REVOKE', release: undefined, now } as const;
  const target = tokenId ?? subject ?? '';
  const line = {
    region: WHOLE_HUB,
    target,
    outcome: 'ACCEPTED',
    content: { tokenId, subject, until, reason },
  };
  return (await sql.begin(async (transaction) => {
    const rows = await transaction`
      insert into authority.revocation (token_id, subject, issued_until, reason, revoked_at)
      values (${tokenId}, ${subject}, ${until}, ${reason}, ${now})
      on conflict (token_id) where token_id is not null do nothing
      returning revocation_id`;
    if (rows.length > 0) await recordTrail(transaction, deed, [line]);
    return rows.length > 0;
  })) as boolean;
};

/** All that was revoked, the newest first. */
export const listRevocations = async (sql: Sql): Promise<readonly Revocation[]> => sql<Revocation[]>`
  select token_id as "tokenId", subject, reason,
    to_char(revoked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "revokedAt"
  from authority.revocation order by revocation_id desc`;
