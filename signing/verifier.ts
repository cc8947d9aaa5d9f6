import { createHmac, hash, timingSafeEqual } from 'node:crypto';
import { type Call, readSignature, SIGNATURE_HEADER, type Signature, signedText } from './call.ts';
import type { SigningKeys } from './keys.ts';
import { createNonces, type Nonces, type Taken, WINDOW } from './nonces.ts';

/**
 * Why a call is not answered, for the log alone: whoever calls is told none of it. FORGED is also a call to another
 * subgraph, or one of whose headers was changed.
 */
export const REFUSAL_REASONS = [
  'UNSIGNED',
  'MALFORMED',
  'UNKNOWN_KEY',
  'FORGED',
  'TOO_OLD',
  'AHEAD',
  'REPLAYED',
  'OTHER_BODY',
  'TOO_MANY_CALLS',
] as const;

export type Reason = (typeof REFUSAL_REASONS)[number];

/** Whether the headers of a call are signed; its body, which is read only then, has to be the one that was. */
export type Verdict =
  | { readonly kind: 'VERIFIED'; readonly isBody: (body: Buffer | string) => boolean }
  | { readonly kind: 'REFUSED'; readonly reason: Reason };

/** Judges one call; a call that is VERIFIED once is REPLAYED the next time. */
export type Verifier = (call: Omit<Call, 'subgraph'>) => Verdict;

export interface VerifierOptions {
  /** The name of the subgraph that is called. */
  readonly subgraph: string;
  readonly keys: SigningKeys;
  /** Milliseconds since 1970. Calls signed before the verifier was made are refused: another may have answered them. */
  readonly now: () => number;
  readonly nonces?: Nonces;
}

const REASONS: Readonly<Record<Taken, Reason | undefined>> = {
  TAKEN: undefined,
  USED: 'REPLAYED',
  FORGOTTEN: 'TOO_OLD',
  FULL: 'TOO_MANY_CALLS',
};

/** Verifies calls of one subgraph. Only a call whose HMAC is right is judged by its time and takes a nonce. */
export const createVerifier = ({ subgraph, keys, now, nonces }: VerifierOptions): Verifier => {
  const secrets = new Map(keys.map(({ id, secret }) => [id, secret]));
  const used = nonces ?? createNonces(now());
  const reasonAgainst = (call: Omit<Call, 'subgraph'>, { stamp, code }: Signature): Reason | undefined => {
    const secret = secrets.get(stamp.key);
    if (secret === undefined) return 'UNKNOWN_KEY';
    const text = signedText({ ...call, subgraph }, stamp);
    const right = createHmac('sha256', secret).update(text).digest('base64url');
    if (!timingSafeEqual(Buffer.from(code), Buffer.from(right))) return 'FORGED';
    const [signedAt, moment] = [Number(stamp.signedAt), now()];
    if (signedAt < moment - WINDOW) return 'TOO_OLD';
    if (signedAt > moment + WINDOW) return 'AHEAD';
    return REASONS[used.take(stamp.nonce, signedAt, moment)];
  };
  return (call) => {
    const header = call.headers[SIGNATURE_HEADER];
    if (typeof header !== 'string') return { kind: 'REFUSED', reason: 'UNSIGNED' };
    const signature = readSignature(header);
    if (signature === undefined) return { kind: 'REFUSED', reason: 'MALFORMED' };
    const reason = reasonAgainst(call, signature);
    if (reason !== undefined) return { kind: 'REFUSED', reason };
    const isBody = (body: Buffer | string): boolean =>
      hash('sha256', body, 'base64url') === signature.stamp.body;
    return { kind: 'VERIFIED', isBody };
  };
};
