import { describe, expect, test } from 'vitest';
import { readToken } from '../../../gateway/tokens/read-token.ts';
import { base64url } from '../../support/tokens.ts';

const HEADER = { alg: 'EdDSA', typ: 'at+jwt', kid: 'ed' };
const CLAIMS = { sub: '张三' };
const SIGNATURE = base64url('signature');

const tokenOf = (header: unknown, claims: unknown = CLAIMS, signature = SIGNATURE): string =>
  [base64url(JSON.stringify(header)), base64url(JSON.stringify(claims)), signature].join('.');
const TOKEN = tokenOf(HEADER);
const READ = { token: TOKEN, kid: 'ed', claims: CLAIMS };

describe('the token of a header', () => {
  test.each([
    ['one space', `Bearer ${TOKEN}`],
    ['several spaces, and some behind', `Bearer   ${TOKEN}  `],
    ['the scheme in another case', `bEARER ${TOKEN}`],
  ])('is taken apart: %s', (_, authorization) => {
    expect(readToken(authorization)).toEqual(READ);
  });

  test.each(['EdDSA', 'ES256', 'RS256'])('may be signed by %s', (alg) => {
    expect(readToken(`Bearer ${tokenOf({ ...HEADER, alg })}`)?.kid).toBe('ed');
  });

  test('may be as long as 8,192 characters, and no longer', () => {
    const authorization = `Bearer ${TOKEN}`.padEnd(8_192);
    expect(readToken(authorization)).toEqual(READ);
    expect(readToken(`${authorization} `)).toBeUndefined();
  });

  test('is told from what is only near it', () => {
    const [head = '', body = ''] = TOKEN.split('.');
    for (const authorization of [
      '',
      'Bearer',
      `Bearer${TOKEN}`,
      ` Bearer ${TOKEN}`,
      `Basic Bearer ${TOKEN}`,
      `Bearer ${TOKEN},`,
      `Bearer ${TOKEN} x`,
      `Bearer .${body}.${SIGNATURE}`,
      `Bearer ${head}..${SIGNATURE}`,
      `Bearer ${head}.${body}.`,
      `Bearer ${head}.${body}`,
      `Bearer ${TOKEN}.${SIGNATURE}`,
      `Bearer ${head}/${body}/${SIGNATURE}`,
    ])
      expect(readToken(authorization), authorization).toBeUndefined();
  });

  // Two characters for one byte: the last four bits are to be nought.
  test.each([0, 1, 2])('has no stray bits in part %i', (at) => {
    const headers = base64url(`${JSON.stringify(HEADER)} `.padEnd(52));
    const parts = [headers, base64url('"12"'), base64url('x')];
    expect(headers).toHaveLength(70);
    expect(readToken(`Bearer ${parts.join('.')}`)).toMatchObject({ kid: 'ed', claims: '12' });
    const last = parts[at] as string;
    parts[at] = last.slice(0, -1) + String.fromCharCode(last.charCodeAt(last.length - 1) + 1);
    expect(Buffer.from(parts[at], 'base64url')).toEqual(Buffer.from(last, 'base64url'));
    expect(readToken(`Bearer ${parts.join('.')}`)).toBeUndefined();
  });

  test.each<[string, object]>([
    ['another algorithm', { alg: 'HS256' }],
    ['none', { alg: 'none' }],
    ['another type', { typ: 'JWT' }],
    ['no type', { typ: undefined }],
    ['a path as key', { kid: './ed' }],
    ['a key with something behind', { kid: 'ed ' }],
    ['no key', { kid: undefined }],
    ['an endless key', { kid: 'a'.repeat(65) }],
    ['what must be understood', { crit: ['exp'] }],
    ['a member nobody knows', { more: true }],
  ])('may not name %s in its header', (_, change) => {
    expect(readToken(`Bearer ${tokenOf({ ...HEADER, ...change })}`)).toBeUndefined();
  });

  test('may name a key by 64 characters', () => {
    const kid = 'a'.repeat(64);
    expect(readToken(`Bearer ${tokenOf({ ...HEADER, kid })}`)).toMatchObject({ kid });
  });

  test.each([
    ['no JSON', '{'],
    ['nothing but a space', ' '],
    ['a member twice', '{"sub":"a","sub":"b"}'],
    ['a member twice, spelt in two ways', '{"sub":"a","s\\u0075b":"b"}'],
    ['a mark of byte order', '\ufeff{}'],
  ])('says nothing that can be read as %s', (_, body) => {
    const head = base64url(JSON.stringify(HEADER));
    expect(readToken(`Bearer ${head}.${base64url(body)}.${SIGNATURE}`)).toBeUndefined();
    expect(readToken(`Bearer ${base64url(body)}.${head}.${SIGNATURE}`)).toBeUndefined();
  });

  test('says nothing in bytes that are no text', () => {
    const body = base64url(Buffer.from('"\xff"', 'latin1'));
    expect(readToken(`Bearer ${base64url(JSON.stringify(HEADER))}.${body}.${SIGNATURE}`)).toBeUndefined();
  });

  test('may say null: what it says is for others to judge', () => {
    expect(readToken(`Bearer ${tokenOf(HEADER, null)}`)).toMatchObject({ claims: null });
  });
});
