import { expect, test } from 'vitest';
import { decodeCursor, encodeCursor } from '../../catalog/cursor.ts';

const written = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

test.each([
  [7, ['事项', 12, null]],
  [1, []],
  [2_147_483_646, ['ci_0a', -3.5]],
] as const)('the place of release %i, %j is read back', (release, keys) => {
  const text = encodeCursor(release, keys);
  expect(text).toMatch(/^[\w-]+$/u);
  expect(decodeCursor(text)).toEqual({ release, keys });
});

test.each([
  ['no JSON', 'not a cursor'],
  ['nothing', ''],
  ['an object', written({ release: 1 })],
  ['text', written('1')],
  ['no release', written([])],
  ['the release 0', written([0, 'a'])],
  ['a negative release', written([-1, 'a'])],
  ['half a release', written([1.5, 'a'])],
  ['a release in text', written(['1', 'a'])],
  ['a key that is an object', written([1, 'a', {}])],
  ['a key that is a list', written([1, ['a']])],
  ['a key that is true', written([1, true])],
])('%s is no cursor', (_, text) => expect(decodeCursor(text)).toBeUndefined());
