import { describe, expect, test } from 'vitest';
import { createKeptAnswers, type KeptAnswer } from '../../../gateway/answers/kept-answers.ts';
import { isKnownTo, keptHeaders } from '../../../gateway/answers/kept-headers.ts';

const answer = (bytes: number, more: Partial<KeptAnswer> = {}): KeptAnswer => ({
  body: Buffer.alloc(bytes),
  etag: '"e"',
  release: 7,
  madeAt: 1_000_000,
  lasts: false,
  operation: 'Q',
  ...more,
});

describe('answers kept', () => {
  test('never take more bytes than they may, the longest unused going first', () => {
    const kept = createKeptAnswers(100_000);
    for (let number = 0; number < 1_000; number += 1) {
      kept.keep(`key ${number}`, answer(600 + number));
      kept.get('key 0');
      expect(kept.bytes).toBeLessThanOrEqual(100_000);
    }
    expect(kept.get('key 0')).toBeDefined();
    expect(kept.get('key 1')).toBe(undefined);
    expect(kept.get('key 999')).toBeDefined();
  });

  test('one that would fill much of the room is not kept, one kept again counts once', () => {
    const kept = createKeptAnswers(100_000);
    kept.keep('large', answer(10_000));
    expect(kept.get('large')).toBe(undefined);
    expect(kept.bytes).toBe(0);
    kept.keep('small', answer(1_000));
    const once = kept.bytes;
    kept.keep('small', answer(1_000));
    expect(kept.bytes).toBe(once);
    kept.keep('small', answer(500));
    expect(kept.bytes).toBe(once - 500);
  });

  test('no room keeps nothing', () => {
    const kept = createKeptAnswers(0);
    kept.keep('any', answer(1));
    expect([kept.get('any'), kept.bytes]).toEqual([undefined, 0]);
  });
});

test.each([
  [undefined, false],
  ['"e"', true],
  ['W/"e"', true],
  ['"a", "e"', true],
  ['"a",W/"e" ,"b"', true],
  ['*', true],
  [' * ', true],
  ['"ee"', false],
  ['e', false],
  ['"a", "b"', false],
  ['', false],
])('If-None-Match %s names the answer "e": %s', (header, isKnown) => {
  expect(isKnownTo(header, '"e"')).toBe(isKnown);
});

test.each([
  ['asked each time', answer(10), 1_000_000, 'public, max-age=0, must-revalidate', 0],
  ['a minute old', answer(10), 1_060_000, 'public, max-age=0, must-revalidate', 60],
  ['that lasts, made this moment', answer(10, { lasts: true }), 1_000_000, 'public, max-age=3600', 0],
  ['that lasts, made long ago', answer(10, { lasts: true }), 9_000_000, 'public, max-age=3600', 0],
  ['made by a clock ahead of ours', answer(10), 990_000, 'public, max-age=0, must-revalidate', 0],
])('%s', (_, kept, now, cacheControl, age) => {
  const headers = keptHeaders(kept, 'application/json', 'id', now, 200);
  const named = Object.fromEntries(
    Array.from({ length: headers.length / 2 }, (_one, at) => [headers[2 * at], headers[2 * at + 1]]),
  );
  expect(named).toMatchObject({ 'cache-control': cacheControl, age, etag: '"e"', 'x-release': 7 });
  expect(named['content-type']).toBe('application/json; charset=utf-8');
});

test('of a body that is not sent nothing is said', () => {
  const headers = keptHeaders(answer(10), 'application/json', 'id', 1_000_000, 304);
  expect(headers).not.toContain('content-length');
  expect(headers).not.toContain('content-type');
});
