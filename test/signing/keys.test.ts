import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { newKey, parseKeys } from '../../signing/keys.ts';
import { keyText } from './signed-call.ts';

const different = (bytes: number, values: number): string =>
  Buffer.from(Array.from({ length: bytes }, (_, index) => index % values)).toString('base64url');

describe('keys', () => {
  test('are read in their order: the first signs', () => {
    const [one, two] = [keyText('2026-01', 1), keyText('b_', 2)];
    expect(parseKeys(one)?.map(({ id }) => id)).toEqual(['2026-01']);
    expect(parseKeys(`${two},${one}`)?.map(({ id }) => id)).toEqual(['b_', '2026-01']);
    const [first] = parseKeys(one) ?? [];
    expect(first?.secret.export().toString('base64url')).toBe(one.split(':')[1]);
  });

  test.each([
    ['a name of one character', `a:${different(32, 32)}`],
    ['a name of 32', `${'n'.repeat(32)}:${different(32, 32)}`],
    ['16 values', `a:${different(32, 16)}`],
    ['192 bytes', `a:${different(192, 192)}`],
  ])('may be of %s', (_, text) => expect(parseKeys(text)).toHaveLength(1));

  test.each([
    ['nothing', ''],
    ['no name', `:${different(32, 32)}`],
    ['a name of 33 characters', `${'n'.repeat(33)}:${different(32, 32)}`],
    ['a name of other characters', `a.b:${different(32, 32)}`],
    ['no key', 'a:'],
    ['no colon', different(32, 32)],
    ['a key of 31 bytes', `a:${different(31, 31)}`],
    ['a key of 193 bytes', `a:${different(193, 193)}`],
    ['a key that is no base64url', `a:${different(32, 32)}+`],
    ['a key of few values', `a:${different(32, 15)}`],
    ['a key of a single value', `a:${'A'.repeat(43)}`],
    ['a space before', ` ${keyText('a', 1)}`],
    ['a line end after', `${keyText('a', 1)}\n`],
    ['a comma after', `${keyText('a', 1)},`],
    ['one name twice', `${keyText('a', 1)},${keyText('a', 2)}`],
    ['one key twice', `${keyText('a', 1)},${keyText('b', 1)}`],
    ['three', `${keyText('a', 1)},${keyText('b', 2)},${keyText('c', 3)}`],
    ['a second one that is none', `${keyText('a', 1)},b`],
  ])('are not %s', (_, text) => expect(parseKeys(text)).toBeUndefined());

  test('a new one is a name of eight and 32 random bytes', () => {
    const text = newKey((bytes) => Buffer.from(Array.from({ length: bytes }, (_, index) => index + 1)));
    expect(text).toBe(
      `01020304:${Buffer.from(Array.from({ length: 32 }, (_, index) => index + 1)).toString('base64url')}`,
    );
    expect(parseKeys(text)).toHaveLength(1);
  });

  test('show in no log', () => {
    const text = keyText('a', 1);
    const keys = parseKeys(text);
    const secret = text.split(':')[1] ?? '';
    expect(inspect(keys, { depth: null, showHidden: true }) + JSON.stringify(keys)).not.toContain(
      secret.slice(0, 12),
    );
  });
});
