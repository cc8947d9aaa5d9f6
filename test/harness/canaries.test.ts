import { describe, expect, test } from 'vitest';
import { type Canary, INSIDE, type Sent, watchFor } from './canaries.ts';

const WORD: Canary = { name: 'word', sign: 'Qx7-kept/inside+Zz' };
const DRAFT: Canary = { name: 'draft', sign: '未公布的草稿事项' };

const seen = (sent: Sent, ...canaries: readonly Canary[]): readonly string[] => {
  const watch = watchFor(canaries.length === 0 ? [WORD, DRAFT] : canaries);
  watch.look('asked', sent);
  return [...new Set(watch.sightings().map(({ canary }) => canary))];
};

const utf16 = (text: string): Uint8Array => Buffer.from(text, 'utf16le');

describe('a planted canary is found', () => {
  for (const { name, sign } of [WORD, DRAFT]) {
    const text = `before ${String(sign)} after`;
    const unicode = [...text]
      .map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join('');
    test.each<[string, Sent]>([
      ['as it is', text],
      ['as bytes', Buffer.from(text)],
      ['in capitals', text.toUpperCase()],
      ['in a body', { status: 200, headers: {}, body: JSON.stringify({ text }) }],
      ['in a header', { headers: { 'x-a': text }, body: '' }],
      ['in a header of a Headers object', { headers: new Map([['x-a', text]]), body: '' }],
      ['in the status line', { statusText: text, headers: {}, body: '' }],
      ['escaped', unicode],
      ['escaped in capitals', unicode.toUpperCase()],
      ['in an address', encodeURIComponent(text)],
      ['in hexadecimal', Buffer.from(text).toString('hex')],
      ['in UTF-16', utf16(text)],
      ...[0, 1, 2, 3].flatMap((before): [string, Sent][] => [
        [`in base64 after ${before} bytes`, Buffer.from('x'.repeat(before) + text).toString('base64')],
        [`in base64url after ${before} bytes`, Buffer.from('x'.repeat(before) + text).toString('base64url')],
      ]),
    ])(`${name} %s`, (_, sent) => expect(seen(sent)).toContain(name));
  }

  test.each([
    ['a frame of a stack', 'Error: x\n    at run (file:///srv/a.ts:1:2)'],
    ['a frame of a stack', JSON.stringify({ stack: 'Error: x\n    at run (file:///srv/a.ts:1:2)' })],
    ['a source file of ours', 'see gateway/executor/executor.ts'],
    ['the folder of packages', '/x/node_modules/graphql'],
    ['a module of Node', 'node:internal/process'],
    ['an error of the system', 'connect ECONNREFUSED 127.0.0.1:1'],
    ['an error of the parser of HTTP', 'HPE_INVALID_METHOD'],
    ['an error of the driver', 'CONNECTION_ENDED'],
    ['words of the database', 'relation "county.item" does not exist'],
    ['words of the database', JSON.stringify('relation "county.item" does not exist')],
    ['a statement', 'select id from county.item'],
    ['the address of a database', 'postgres://a'],
    ['a private key', '-----BEGIN PRIVATE KEY-----'],
    ['an error class', 'TypeError: x'],
    ['a signature between processes', `1.k.1772323200000.${'n'.repeat(22)}.`],
  ])('%s', (name, text) => expect(seen(text, ...INSIDE)).toContain(name));

  test('every sign of an inside is one of those', () =>
    expect(new Set(INSIDE.map(({ name }) => name)).size).toBe(13));
});

test('what is no canary is not taken for one', () => {
  const body = JSON.stringify({ data: { items: [{ name: '登记', note: '请选择 select from the list' }] } });
  expect(seen({ status: 200, headers: { etag: '"1.2"' }, body }, WORD, DRAFT, ...INSIDE)).toEqual([]);
});

test('tells what was asked, and how much was looked through', () => {
  const watch = watchFor([WORD]);
  watch.look('{ a }', { status: 200, headers: {}, body: 'nothing' });
  watch.look('{ b }', `long ${String(WORD.sign)} long`);
  expect(watch.sightings()).toEqual([
    { canary: 'word', where: '{ b }', excerpt: `long ${String(WORD.sign)} long` },
  ]);
  expect(watch.looked().answers).toBe(2);
  expect(watch.looked().bytes).toBeGreaterThan(20);
});
