import fc from 'fast-check';
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

/** Some of the first letters of the alphabet, so that keys and texts meet again and again. */
const CALLS = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('KEEP' as const),
      key: fc.constantFrom(...'abcdefgh'),
      bytes: fc.nat(2_000),
    }),
    fc.record({
      kind: fc.constant('TEXT' as const),
      key: fc.constantFrom(...'abcdefgh'),
      text: fc.constantFrom(...'stuvwxyz'),
      bytes: fc.nat(900),
    }),
    fc.record({ kind: fc.constant('GET' as const), key: fc.constantFrom(...'abcdefgh') }),
  ),
  { maxLength: 200 },
);

describe('answers kept', () => {
  test('whatever is kept and asked: no text finds another answer than its key, no byte is counted wrongly', () => {
    fc.assert(
      fc.property(CALLS, (calls) => {
        const most = 24_000;
        const kept = createKeptAnswers(most);
        const meant = new Map<string, string>();
        const last = new Map<string, KeptAnswer>();
        for (const call of calls) {
          if (call.kind === 'GET') kept.get(call.key);
          else if (call.kind === 'KEEP') {
            const one = answer(call.bytes);
            kept.keep(call.key, one);
            if (kept.get(call.key) === one) last.set(call.key, one);
          } else {
            const text = call.text.repeat(1 + call.bytes);
            kept.keepText(text, call.key);
            if (kept.getByText(text) === kept.get(call.key)) meant.set(text, call.key);
          }
          for (const [text, key] of meant) {
            const found = kept.getByText(text);
            if (found !== undefined) expect(found).toBe(last.get(key));
          }
          expect(kept.bytes).toBeLessThanOrEqual(most);
          expect(kept.bytes).toBeGreaterThanOrEqual(0);
        }
        for (let more = 0; more < 100; more += 1) kept.keep(`more ${more}`, answer(1_000));
        for (const key of 'abcdefgh') expect(kept.get(key)).toBe(undefined);
        for (const text of meant.keys()) expect(kept.getByText(text)).toBe(undefined);
        // Nothing is left of what was let go: the rest is that of the same answers alone.
        const rest = createKeptAnswers(most);
        for (let more = 0; more < 100; more += 1) rest.keep(`more ${more}`, answer(1_000));
        expect(kept.bytes).toBe(rest.bytes);
      }),
    );
  });

  test('one who varies what means nothing pushes out no answer and no words but those for the answer asked for', () => {
    const kept = createKeptAnswers(100_000);
    for (const key of ['asked', 'other']) {
      kept.keep(key, answer(2_000));
      kept.keepText(`text of ${key}`, key);
    }
    const before = kept.bytes;
    for (let x = 0; x < 10_000; x += 1) kept.keepText(`text of asked&x=${'0'.repeat(500)}${x}`, 'asked');
    expect(kept.getByText('text of other')).toBe(kept.get('other'));
    expect(kept.get('asked')).toBeDefined();
    expect(kept.getByText(`text of asked&x=${'0'.repeat(500)}9999`)).toBe(kept.get('asked'));
    expect(kept.bytes - before).toBeLessThan(5_000);
  });

  test('words that are long, or ask for what is not kept, are not noted', () => {
    const kept = createKeptAnswers(1_000_000);
    kept.keep('key', answer(100));
    const before = kept.bytes;
    kept.keepText('x'.repeat(9_000), 'key');
    kept.keepText('text', 'no key');
    expect([kept.getByText('x'.repeat(9_000)), kept.getByText('text')]).toEqual([undefined, undefined]);
    expect(kept.bytes).toBe(before);
  });

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
