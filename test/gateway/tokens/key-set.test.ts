import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { readKeySet } from '../../../gateway/tokens/key-set.ts';

const ed = generateKeyPairSync('ed25519');
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicOf = ({ publicKey }: typeof ed) => publicKey.export({ format: 'jwk' });

const ED = { ...publicOf(ed), kid: 'a', alg: 'EdDSA', use: 'sig' };
const EC = { ...publicOf(ec), kid: 'b', alg: 'ES256', use: 'sig' };
const RSA = { ...publicOf(rsa), kid: 'c', alg: 'RS256', use: 'sig' };
/** Some modulus of so many bits. */
const modulus = (bits: number): string => {
  const hex = (2n ** BigInt(bits) - 1n).toString(16);
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex').toString('base64url');
};
const read = (...keys: readonly object[]) => readKeySet(JSON.stringify({ keys }));

describe('a set of public keys', () => {
  test('is read, each key for its one algorithm', async () => {
    const result = await read(ED, EC, RSA);
    const keys = result.kind === 'READ' ? [...result.keys] : [];
    expect(keys.map(([id, { algorithm }]) => [id, algorithm])).toEqual([
      ['a', 'EdDSA'],
      ['b', 'ES256'],
      ['c', 'RS256'],
    ]);
    expect(keys.map(([, { key }]) => [key.type, key.usages])).toEqual(Array(3).fill(['public', ['verify']]));
  });

  test('may be empty, and say nothing of the use of its keys, or more than is asked', async () => {
    expect(await read()).toMatchObject({ kind: 'READ' });
    expect(await read({ ...ED, alg: undefined, use: undefined })).toMatchObject({ kind: 'READ' });
    expect(await read({ ...ED, key_ops: ['verify'], ext: true, x5t: 'AA' })).toMatchObject({ kind: 'READ' });
  });

  test.each([2_048, 2_049, 4_096, 8_191, 8_192])('may hold an RSA key of %i bits', async (bits) => {
    expect(await read({ ...RSA, n: modulus(bits) })).toMatchObject({ kind: 'READ' });
  });

  test('may hold 32 keys, with names of 64 characters', async () => {
    const keys = Array.from({ length: 32 }, (_, at) => ({ ...ED, kid: String(at).padStart(64, '_') }));
    const result = await read(...keys);
    expect(result.kind === 'READ' && [...result.keys.keys()]).toEqual(keys.map(({ kid }) => kid));
  });

  test('may say more beside them, as deep as a file has room for', async () => {
    const deep = `${'{"":'.repeat(13_000)}1${'}'.repeat(13_000)}`;
    const text = `{"keys":[],"more":${deep}}`;
    expect(text.length).toBeLessThan(65_536);
    expect(await readKeySet(text)).toMatchObject({ kind: 'READ' });
  });

  test('is not refused for what is no mistake of its own', async () => {
    const importing = vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new Error('no key today'));
    try {
      await expect(read(ED)).rejects.toThrow(/^no key today$/u);
    } finally {
      importing.mockRestore();
    }
  });

  const weak = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  test.each<[string, object, RegExp]>([
    ['a private key', { ...ed.privateKey.export({ format: 'jwk' }), kid: 'a' }, /^第 1 个密钥含有私钥/u],
    ['a private EC key', { ...ec.privateKey.export({ format: 'jwk' }), kid: 'a' }, /含有私钥/u],
    ['a private RSA key', { ...rsa.privateKey.export({ format: 'jwk' }), kid: 'a' }, /含有私钥/u],
    ...['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'].map((name): [string, object, RegExp] => [
      `${name} of a private key alone`,
      { ...RSA, [name]: 'c2VjcmV0' },
      /含有私钥：这里只能放公钥/u,
    ]),
    ['a shared secret', { kty: 'oct', k: 'c2VjcmV0', kid: 'a' }, /是对称密钥/u],
    ['a shared secret in disguise', { ...ED, k: 'c2VjcmV0' }, /含有私钥/u],
    ['a short RSA key', { ...publicOf(weak), kid: 'a' }, /有 1024 位，应有 2048/u],
    [
      'a short RSA key with noughts in front',
      { ...RSA, n: Buffer.concat([Buffer.alloc(200), Buffer.alloc(128, 0xff)]).toString('base64url') },
      /有 1024 位/u,
    ],
    ['an RSA key of 2,047 bits', { ...RSA, n: modulus(2_047) }, /有 2047 位，应有 2048 到 8192 位/u],
    ['an RSA key of 8,193 bits', { ...RSA, n: modulus(8_193) }, /有 8193 位，应有 2048 到 8192 位/u],
    ['a modulus with something in front', { ...RSA, n: `=${RSA.n}` }, /种类不可用/u],
    ['a modulus with something behind', { ...RSA, n: `${RSA.n}=` }, /种类不可用/u],
    ['an RSA key of nought', { ...RSA, n: 'AAAA' }, /有 0 位/u],
    ['a huge RSA key', { ...RSA, n: Buffer.alloc(1025, 0xff).toString('base64url') }, /有 8200 位/u],
    ['an RSA key with another exponent', { ...RSA, e: 'Aw' }, /种类不可用/u],
    ['another curve', { ...publicOf(p384), kid: 'a' }, /种类不可用/u],
    ['a curve for agreement', { ...ED, crv: 'X25519' }, /种类不可用/u],
    ['another kind', { kty: 'AKP', alg: 'ML-DSA-44', pub: 'AA', kid: 'a' }, /种类不可用/u],
    ['no kind', { kid: 'a' }, /种类不可用/u],
    ['a point that is on no curve', { ...EC, x: 'A'.repeat(43), y: 'A'.repeat(43) }, /不是一个公钥/u],
    ['a point with something in front', { ...ED, x: `A${ED.x}` }, /种类不可用/u],
    ['a point with something behind', { ...ED, x: `${ED.x}A` }, /种类不可用/u],
    ['half a point', { ...EC, y: undefined }, /种类不可用/u],
    ['a point cut short', { ...ED, x: 'AAAA' }, /种类不可用/u],
    ['the algorithm of another kind', { ...ED, alg: 'ES256' }, /alg 与种类不符，应为 EdDSA/u],
    ['an algorithm that is not taken', { ...RSA, alg: 'RS512' }, /说明不可用/u],
    ['a key for encryption', { ...RSA, use: 'enc' }, /说明不可用/u],
    ['a key that may sign', { ...ED, key_ops: ['sign', 'verify'] }, /说明不可用/u],
    ['no name', { ...ED, kid: undefined }, /说明不可用/u],
    ['a path as name', { ...ED, kid: '../a' }, /说明不可用/u],
    ['a name with something behind', { ...ED, kid: 'a b' }, /说明不可用/u],
    ['a use for nothing', { ...ED, key_ops: [] }, /说明不可用/u],
    ['an endless name', { ...ED, kid: 'a'.repeat(65) }, /说明不可用/u],
  ])('with %s is refused, and nothing of the key is told', async (_, key, reason) => {
    const result = await read(key);
    expect(result).toEqual({ kind: 'REFUSED', reason: expect.stringMatching(reason) });
    expect(JSON.stringify(result)).not.toContain('c2VjcmV0');
    const second = await read(ED, { ...key, ...('kid' in key && key.kid === 'a' ? { kid: 'z' } : {}) });
    expect(second).toEqual({ kind: 'REFUSED', reason: expect.stringMatching(/^第 2 个密钥/u) });
  });

  test('with a name twice is refused', async () => {
    expect(await read(ED, { ...EC, kid: 'a' })).toEqual({
      kind: 'REFUSED',
      reason: '第 2 个密钥的 kid 与前面的重复',
    });
  });

  test.each([
    ['no JSON', '{"keys":['],
    ['a list', '[]'],
    ['nothing', ''],
    ['one key', JSON.stringify(ED)],
    ['a key that is none', '{"keys":[1]}'],
    ['a member twice', `{"keys":[],"keys":[${JSON.stringify(ED)}]}`],
    ['a member of a key twice', JSON.stringify({ keys: [ED] }).replace('"kid":', '"kid":"x","kid":')],
    ['33 keys', JSON.stringify({ keys: Array.from({ length: 33 }, (_, at) => ({ ...ED, kid: `k${at}` })) })],
  ])('%s is no set', async (_, text) => {
    expect(await readKeySet(text)).toEqual({ kind: 'REFUSED', reason: expect.stringMatching(/^不是 JWKS/u) });
  });
});
