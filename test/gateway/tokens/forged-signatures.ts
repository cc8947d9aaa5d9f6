import { createHmac } from 'node:crypto';
import { base64url, signedToken } from '../../support/tokens.ts';
import { type ForgingGround, type Json, signatureBy } from './forging-ground.ts';

/** What is shown as `Authorization`, and what is wrong with it. */
export type Forgery = readonly [string, (ground: ForgingGround) => string | readonly string[]];

const bearer = (token: string): string => `Bearer ${token}`;

const withHeader =
  (change: (ground: ForgingGround) => Json, key?: keyof ForgingGround['keys']) => (ground: ForgingGround) =>
    bearer(
      ground.signed(
        { ...ground.header, ...change(ground) },
        ground.claims,
        key === undefined ? undefined : ground.keys[key],
      ),
    );

const withSignature =
  (of: (good: Buffer, input: Buffer, ground: ForgingGround) => Buffer, header: Json = {}) =>
  (ground: ForgingGround) =>
    bearer(
      signedToken({ ...ground.header, ...header }, ground.claims, (input) =>
        of(signatureBy(ground.keys.ed)(input), input, ground),
      ),
    );

const hmac = (secret: string | Buffer, input: Buffer): Buffer =>
  createHmac('sha256', secret).update(input).digest();

/** Tokens whose signature proves nothing. */
export const FORGED_SIGNATURES: readonly Forgery[] = [
  ['no algorithm, no signature', withSignature(() => Buffer.alloc(0), { alg: 'none' })],
  ['no algorithm, some signature', withSignature((good) => good, { alg: 'none' })],
  ['no algorithm, in capitals', withSignature(() => Buffer.alloc(0), { alg: 'NONE' })],
  ['our algorithm without a signature', withSignature(() => Buffer.alloc(0))],
  [
    'a shared secret: the public key as text',
    withSignature((_, input, { rsaPem }) => hmac(rsaPem, input), { alg: 'HS256', kid: 'rsa' }),
  ],
  [
    'a shared secret: the key as it stands in the set',
    withSignature((_, input, { jwks }) => hmac(JSON.stringify(jwks.ed), input), { alg: 'HS256' }),
  ],
  [
    'a shared secret: the bytes of the key',
    withSignature((_, input, { jwks }) => hmac(Buffer.from(String(jwks.ed['x']), 'base64url'), input), {
      alg: 'HS256',
    }),
  ],
  [
    'a shared secret under the name of our algorithm',
    withSignature((_, input, { rsaPem }) => hmac(rsaPem, input)),
  ],
  ['an empty shared secret', withSignature((_, input) => hmac('', input), { alg: 'HS256' })],
  ['a stranger’s key', withHeader(() => ({}), 'otherEd')],
  ['a stranger’s RSA key', withHeader(() => ({ alg: 'RS256', kid: 'rsa' }), 'otherRsa')],
  ['another curve', withHeader(() => ({ alg: 'ES384', kid: 'ec' }), 'p384')],
  ['another curve under the name of ours', withHeader(() => ({ alg: 'ES256', kid: 'ec' }), 'p384')],
  ['the right key under the name of another', withHeader(() => ({ kid: 'ec' }))],
  ['the algorithm of another key of the set', withHeader(() => ({ alg: 'ES256' }))],
  ['RSA with padding that was not agreed', withHeader(() => ({ alg: 'PS256', kid: 'rsa' }), 'rsa')],
  [
    'RSA with another digest',
    (ground) =>
      bearer(
        signedToken(
          { ...ground.header, alg: 'RS512', kid: 'rsa' },
          ground.claims,
          signatureBy(ground.keys.rsa, 'sha512'),
        ),
      ),
  ],
  [
    'RSA with another digest under the name of ours',
    (ground) =>
      bearer(
        signedToken(
          { ...ground.header, alg: 'RS256', kid: 'rsa' },
          ground.claims,
          signatureBy(ground.keys.rsa, 'sha512'),
        ),
      ),
  ],
  [
    'RSA with a signature of 1',
    withSignature(() => Buffer.concat([Buffer.alloc(255), Buffer.of(1)]), { alg: 'RS256', kid: 'rsa' }),
  ],
  ['ECDSA with r and s of nought', withSignature(() => Buffer.alloc(64), { alg: 'ES256', kid: 'ec' })],
  ['ECDSA in DER', withSignature(() => Buffer.from('3006020101020101', 'hex'), { alg: 'ES256', kid: 'ec' })],
  ['EdDSA of nought', withSignature(() => Buffer.alloc(64))],
  ['EdDSA with the neutral point', withSignature(() => Buffer.concat([Buffer.of(1), Buffer.alloc(63)]))],
  ['a cut signature', withSignature((good) => good.subarray(0, 63))],
  ['a longer signature', withSignature((good) => Buffer.concat([good, Buffer.of(0)]))],
  [
    'one bit of the signature',
    withSignature((good) => Buffer.concat([Buffer.of((good[0] ?? 0) ^ 1), good.subarray(1)])),
  ],
  [
    'a signature of something else',
    withSignature((_, __, { keys }) => signatureBy(keys.ed)(Buffer.from('x'))),
  ],
  [
    'claims put under another’s signature',
    (ground) => {
      const [head, , signature] = ground.signed(ground.header, ground.claims).split('.');
      return bearer(
        [head, base64url(JSON.stringify({ ...ground.claims, sub: '李四' })), signature].join('.'),
      );
    },
  ],
  ['the algorithm in another case', withHeader(() => ({ alg: 'eddsa' }))],
  ['the algorithm under its other name', withHeader(() => ({ alg: 'Ed25519' }))],
  ['algorithms in a list', withHeader(() => ({ alg: ['EdDSA'] }))],
  ['no algorithm named', withHeader(() => ({ alg: undefined }))],
];
