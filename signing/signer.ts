import { createHmac, hash } from 'node:crypto';
import { type Call, signatureText, signedText } from './call.ts';
import type { SigningKey } from './keys.ts';

export interface SignerOptions {
  readonly key: SigningKey;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** That many random bytes. */
  readonly random: (bytes: number) => Buffer;
}

/** The value of SIGNATURE_HEADER for one sending of a call; what is sent once more is signed once more. */
export type Signer = (call: Call, body: string) => string;

/** Long enough never to come twice by chance. */
const NONCE_BYTES = 16;

/** Signs calls with one key: HMAC-SHA256 (RFC 2104) over `signedText`. */
export const createSigner =
  ({ key, now, random }: SignerOptions): Signer =>
  (call, body) => {
    const stamp = {
      key: key.id,
      signedAt: String(now()),
      nonce: random(NONCE_BYTES).toString('base64url'),
      body: hash('sha256', body, 'base64url'),
    };
    const code = createHmac('sha256', key.secret).update(signedText(call, stamp)).digest('base64url');
    return signatureText({ stamp, code });
  };
