import { describe, expect, test } from 'vitest';
import { writerOfClaims } from '../../../catalog/authority/claims.ts';

const NOW = 1_772_352_000;
const DAY = 86_400;
const EXPECTED = { issuer: 'zongheng', audience: 'hub', now: new Date(NOW * 1000) };
const CLAIMS = {
  iss: 'zongheng',
  aud: 'hub',
  sub: '张三',
  jti: 't-1',
  iat: NOW,
  nbf: NOW,
  exp: NOW + DAY,
  grants: [{ role: 'REVIEWER', region: '331022000000', levels: ['COUNTY'] }],
};
const read = (over: object, now = EXPECTED.now) =>
  writerOfClaims({ ...CLAIMS, ...over }, { ...EXPECTED, now });
const INVALID = { kind: 'REFUSED', reason: 'INVALID' };
const EXPIRED = { kind: 'REFUSED', reason: 'EXPIRED' };

describe('claims', () => {
  test('name a writer', () => {
    expect(read({ client_id: 'portal', scope: 'all' })).toEqual({
      kind: 'WRITER',
      writer: { subject: '张三', tokenId: 't-1', issuedAt: NOW, grants: CLAIMS.grants },
    });
  });

  test.each([
    ['half a minute ahead', { iat: NOW + 30, nbf: NOW + 30 }],
    ['begun before it was issued', { nbf: NOW - 100 }],
    ['half a minute over, less a second', { iat: NOW - DAY, nbf: NOW - DAY, exp: NOW - 29 }],
    ['of the year 1970', { nbf: 0 }],
    ['of ninety days', { exp: NOW + 90 * DAY }],
    ['of a second', { exp: NOW + 1 }],
  ])('%s are taken', (_, over) => {
    expect(read(over)).toMatchObject({ kind: 'WRITER' });
  });

  test('half a second is no second', () => {
    const now = new Date(NOW * 1000 + 500);
    expect(read({ iat: NOW + 30, nbf: NOW + 30 }, now)).toMatchObject({ kind: 'WRITER' });
    expect(read({ iat: NOW + 31, nbf: NOW + 30 }, now)).toEqual(INVALID);
  });

  test.each([
    ['over for half a minute', { iat: NOW - DAY, nbf: NOW - DAY, exp: NOW - 30 }],
    ['long over', { iat: 1, nbf: 0, exp: 2 }],
  ])('%s are expired', (_, over) => {
    expect(read(over)).toEqual(EXPIRED);
  });

  test('expired and wrong are wrong', () => {
    const over = { iat: 1, nbf: 0, exp: 2 };
    expect(read({ ...over, iss: 'other' })).toEqual(INVALID);
    expect(read({ ...over, exp: 1 })).toEqual(INVALID);
  });

  test.each<[string, object]>([
    ['another issuer', { iss: 'zongheng2' }],
    ['the issuer in a list', { iss: ['zongheng'] }],
    ['another audience', { aud: 'hub2' }],
    ['an audience that begins alike', { aud: 'hubs' }],
    ['the audience in a list', { aud: ['hub'] }],
    ['issued too far ahead', { iat: NOW + 31 }],
    ['not begun yet', { nbf: NOW + 31 }],
    ['ended before it was issued', { exp: NOW }],
    ['ended before it began', { nbf: NOW + 20, exp: NOW + 20 }],
    ['too long a life', { exp: NOW + 90 * DAY + 1 }],
    ['an end that never comes', { exp: Number.POSITIVE_INFINITY }],
    ['half a second', { exp: NOW + 1.5 }],
    ['an end as text', { exp: String(NOW + DAY) }],
    ['a beginning as text', { nbf: String(NOW) }],
    ['a time before 1970', { nbf: -1 }],
    ['no subject of one', { sub: '' }],
    ['a number as subject', { sub: 7 }],
    ['a token id with a space', { jti: 'a b' }],
    ['no grants', { grants: [] }],
    ['one grant without a list', { grants: CLAIMS.grants[0] }],
    ['grants as text', { grants: JSON.stringify(CLAIMS.grants) }],
    ['a member more in a grant', { grants: [{ ...CLAIMS.grants[0], all: true }] }],
    ...Object.keys(CLAIMS).flatMap((name): [string, object][] => [
      [`no ${name}`, { [name]: undefined }],
      [`null for ${name}`, { [name]: null }],
    ]),
  ])('%s: refused', (_, over) => {
    expect(read(over)).toEqual(INVALID);
  });

  test.each([[null], [undefined], ['{}'], [[]], [1]])('%j are none', (claims) => {
    expect(writerOfClaims(claims, EXPECTED)).toEqual(INVALID);
  });
});
