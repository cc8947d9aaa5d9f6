import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TokenFile } from '../../../gateway/tokens/open-tokens.ts';
import { everywhere, signedToken } from '../../support/tokens.ts';

export type Json = Readonly<Record<string, unknown>>;

/** The second it is for the gateway that forged tokens are shown to. */
export const NOW = 1_772_352_000;

/** The parts of a good token, and the means of an issuer and of whoever would like to be one. */
export interface ForgingGround extends Disposable {
  readonly tokens: TokenFile;
  readonly header: Json;
  readonly claims: Json;
  /** The public keys as the gateway has them, by kid. */
  readonly jwks: Readonly<Record<'ed' | 'ec' | 'rsa', Json>>;
  readonly keys: Readonly<Record<'ed' | 'ec' | 'rsa' | 'otherEd' | 'otherRsa' | 'p384', KeyObject>>;
  /** The public key of `rsa` as text: what a confused verifier takes for a shared secret. */
  readonly rsaPem: string;
  /** Signed by the key of the gateway's set, unless another is given. */
  readonly signed: (header: Json | string, claims: Json | string, key?: KeyObject) => string;
}

/** Signs as JWS asks of the kind of key (RFC 7518 3.3, 3.4, RFC 8037 3.1). */
export const signatureBy =
  (key: KeyObject, digest = 'sha256') =>
  (input: Buffer): Buffer => {
    if (key.asymmetricKeyType === 'ed25519') return sign(null, input, key);
    if (key.asymmetricKeyType === 'ec') return sign(digest, input, { key, dsaEncoding: 'ieee-p1363' });
    return sign(digest, input, key);
  };

export const forgingGround = (): ForgingGround => {
  const folder = mkdtempSync(join(tmpdir(), 'zongheng-forging-'));
  const path = join(folder, 'tokens.json');
  const pairs = {
    ed: generateKeyPairSync('ed25519'),
    ec: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
    rsa: generateKeyPairSync('rsa', { modulusLength: 2048 }),
    otherEd: generateKeyPairSync('ed25519'),
    otherRsa: generateKeyPairSync('rsa', { modulusLength: 2048 }),
    p384: generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  };
  const jwkOf = (kid: 'ed' | 'ec' | 'rsa', alg: string): Json => ({
    ...pairs[kid].publicKey.export({ format: 'jwk' }),
    kid,
    alg,
    use: 'sig',
  });
  const jwks = { ed: jwkOf('ed', 'EdDSA'), ec: jwkOf('ec', 'ES256'), rsa: jwkOf('rsa', 'RS256') };
  writeFileSync(path, JSON.stringify({ keys: Object.values(jwks) }), { mode: 0o644 });
  const keys = Object.fromEntries(
    Object.entries(pairs).map(([name, { privateKey }]) => [name, privateKey]),
  ) as ForgingGround['keys'];
  return {
    tokens: { path, isRequired: true, issuer: 'https://issuer.example', audience: 'hub' },
    header: { alg: 'EdDSA', typ: 'at+jwt', kid: 'ed' },
    claims: {
      iss: 'https://issuer.example',
      aud: 'hub',
      sub: '张三',
      jti: 'token-1',
      iat: NOW - 60,
      nbf: NOW - 60,
      exp: NOW + 3_600,
      grants: everywhere('OPERATOR', 'REVIEWER'),
    },
    jwks,
    keys,
    rsaPem: String(pairs.rsa.publicKey.export({ format: 'pem', type: 'spki' })),
    signed: (header, claims, key = pairs.ed.privateKey) => signedToken(header, claims, signatureBy(key)),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
};
