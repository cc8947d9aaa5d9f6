import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTokens } from '../../../gateway/tokens/open-tokens.ts';
import { createTokenVerifier, NO_WRITERS, type TokenVerifier } from '../../../gateway/tokens/verify-token.ts';
import { FORGED_CLAIMS } from './forged-claims.ts';
import { FORGED_HEADERS } from './forged-headers.ts';
import { FORGED_SIGNATURES } from './forged-signatures.ts';
import { forgingGround, NOW } from './forging-ground.ts';

const ground = forgingGround();
afterAll(() => ground[Symbol.dispose]());

const now = () => new Date(NOW * 1000);
const logger = { info: () => undefined, error: () => undefined };
let verify: TokenVerifier;
beforeAll(async () => {
  verify = await openTokens(ground.tokens, { now, logger });
});

const INVALID = { kind: 'REFUSED', reason: 'INVALID' };
/** Well signed, and late: the one thing a bearer is told. */
const LATE: ReadonlySet<string> = new Set(['expired', 'long expired']);

test.each([...FORGED_SIGNATURES, ...FORGED_HEADERS, ...FORGED_CLAIMS])(
  'the verifier takes no forged token: %s',
  async (name, forge) => {
    const shown = forge(ground);
    const result = await verify(typeof shown === 'string' ? [shown] : shown);
    expect(result).toEqual(LATE.has(name) ? { kind: 'REFUSED', reason: 'EXPIRED' } : INVALID);
  },
);

const bearer = (header: object = {}, key: 'ed' | 'ec' | 'rsa' = 'ed'): string =>
  `Bearer ${ground.signed({ ...ground.header, ...header }, ground.claims, ground.keys[key])}`;

describe('the verifier', () => {
  test.each<['ed' | 'ec' | 'rsa', string]>([
    ['ed', 'EdDSA'],
    ['ec', 'ES256'],
    ['rsa', 'RS256'],
  ])('takes a good token of the key %s, once', async (kid, alg) => {
    const good = bearer({ alg, kid }, kid);
    const { grants } = ground.claims;
    const writer = { subject: '张三', tokenId: 'token-1', issuedAt: NOW - 60, grants };
    expect(await verify([good])).toEqual({ kind: 'WRITER', writer });
    expect(await verify([good, good])).toEqual(INVALID);
    expect(await verify([])).toEqual(INVALID);
  });

  test.each<['ed' | 'ec' | 'rsa', string]>([
    ['ed', 'ES256'],
    ['ed', 'RS256'],
    ['ec', 'EdDSA'],
    ['ec', 'RS256'],
    ['rsa', 'EdDSA'],
    ['rsa', 'ES256'],
  ])('does not use the key %s for %s', async (kid, alg) => {
    expect(await verify([bearer({ alg, kid }, kid)])).toEqual(INVALID);
  });

  test.each([
    ['objects', '{"a":', '}'],
    ['lists', '[', ']'],
  ])('lets be further claims, %s nested as deeply as a token has room for', async (_, open, close) => {
    // Three characters of the claims are four of the token.
    const room = ((8_192 - bearer().length) * 3) / 4 - '"more":1,'.length;
    const depth = Math.floor(room / (open.length + close.length)) - 1;
    const more = `"more":${open.repeat(depth)}1${close.repeat(depth)},`;
    const claims = JSON.stringify(ground.claims).replace('{', `{${more}`);
    const shown = `Bearer ${ground.signed(ground.header, claims)}`;
    expect([shown.length > 8_160, shown.length <= 8_192]).toEqual([true, true]);
    expect((await verify([shown])).kind).toBe('WRITER');
    expect(await verify([shown.replace(/.{9}$/u, 'AAAAAAAAA')])).toEqual(INVALID);
  });

  test('tells a key that cannot check anything from a token that is none', async () => {
    const { privateKey } = (await crypto.subtle.generateKey('Ed25519', false, [
      'sign',
      'verify',
    ])) as CryptoKeyPair;
    const keys = async () => new Map([['ed', { algorithm: 'EdDSA' as const, key: privateKey }]]);
    const broken = createTokenVerifier({ ...ground.tokens, keys, now });
    await expect(broken([bearer()])).rejects.toThrow(TypeError);
    expect(await broken([bearer({ kid: 'other' })])).toEqual(INVALID);
  });

  test('asks for the keys of this moment, and for none where there is no token', async () => {
    let asked = 0;
    const keys = async () => {
      asked += 1;
      return new Map();
    };
    const empty = createTokenVerifier({ ...ground.tokens, keys, now });
    expect([await empty([bearer()]), await empty(['Bearer x.y']), asked]).toEqual([INVALID, INVALID, 1]);
  });
});

test('without keys nobody is anybody', async () => {
  expect(await NO_WRITERS([bearer()])).toEqual(INVALID);
});
